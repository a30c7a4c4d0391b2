package org.macrostate.engine.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.macrostate.equations.threshold.ThresholdAnalysis;

/** An analysis of thresholds as data. */
final class AnalysisCodec {
    private AnalysisCodec() {}

    /** Empty if there is something in it that is not kept. */
    static Optional<byte[]> encode(ThresholdAnalysis analysis) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new RecordWriter(new DataOutputStream(bytes)).write(analysis);
            return Optional.of(bytes.toByteArray());
        } catch (IOException | IllegalArgumentException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Empty if the data is no analysis. */
    static Optional<ThresholdAnalysis> decode(byte[] data) {
        try {
            Object value = new RecordReader(new DataInputStream(new ByteArrayInputStream(data))).value();
            return value instanceof ThresholdAnalysis analysis ? Optional.of(analysis) : Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}

package org.macrostate.engine.analysis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.macrostate.solvers.sgd.Run;

/** A run that has ended as bytes: N, its index, the number that left its domain (nothing if none did), when it ended early (NaN if it did not), and its rows. */
final class RunBytes {
    private RunBytes() {}

    static byte[] of(Run run) {
        int width = run.states().isEmpty() ? 0 : run.states().get(0).length;
        byte[] left = run.outcome() instanceof Run.LeftDomain domain
                ? domain.label().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        ByteBuffer bytes = ByteBuffer.allocate(
                left.length + 5 * Integer.BYTES + Double.BYTES + run.states().size() * width * Double.BYTES);
        bytes.putInt(run.dimension()).putInt(run.index());
        bytes.putInt(left.length).put(left);
        bytes.putDouble(ended(run.outcome()));
        bytes.putInt(run.states().size()).putInt(width);
        for (double[] row : run.states()) {
            for (double value : row) {
                bytes.putDouble(value);
            }
        }
        return bytes.array();
    }

    private static double ended(Run.Outcome outcome) {
        if (outcome instanceof Run.Diverged diverged) {
            return diverged.t();
        }
        return outcome instanceof Run.LeftDomain left ? left.t() : Double.NaN;
    }

    static Run run(byte[] data) {
        ByteBuffer bytes = ByteBuffer.wrap(data);
        int dimension = bytes.getInt();
        int index = bytes.getInt();
        byte[] left = new byte[bytes.getInt()];
        bytes.get(left);
        double ended = bytes.getDouble();
        int rows = bytes.getInt();
        int width = bytes.getInt();
        List<double[]> states = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double[] row = new double[width];
            for (int k = 0; k < width; k++) {
                row[k] = bytes.getDouble();
            }
            states.add(row);
        }
        Run.Outcome outcome = Double.isNaN(ended)
                ? new Run.Completed()
                : left.length == 0
                        ? new Run.Diverged(ended)
                        : new Run.LeftDomain(ended, new String(left, StandardCharsets.UTF_8));
        return new Run(dimension, index, states, outcome);
    }
}

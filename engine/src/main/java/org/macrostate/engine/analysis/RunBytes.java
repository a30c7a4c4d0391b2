package org.macrostate.engine.analysis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.macrostate.solvers.sgd.Run;

/** A run that has ended as bytes: N, its index, when it diverged (NaN if it did not), and its rows. */
final class RunBytes {
    private RunBytes() {}

    static byte[] of(Run run) {
        int width = run.states().isEmpty() ? 0 : run.states().get(0).length;
        ByteBuffer bytes = ByteBuffer.allocate(
                4 * Integer.BYTES + Double.BYTES + run.states().size() * width * Double.BYTES);
        bytes.putInt(run.dimension()).putInt(run.index());
        bytes.putDouble(run.outcome() instanceof Run.Diverged diverged ? diverged.t() : Double.NaN);
        bytes.putInt(run.states().size()).putInt(width);
        for (double[] row : run.states()) {
            for (double value : row) {
                bytes.putDouble(value);
            }
        }
        return bytes.array();
    }

    static Run run(byte[] data) {
        ByteBuffer bytes = ByteBuffer.wrap(data);
        int dimension = bytes.getInt();
        int index = bytes.getInt();
        double diverged = bytes.getDouble();
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
        return new Run(
                dimension, index, states, Double.isNaN(diverged) ? new Run.Completed() : new Run.Diverged(diverged));
    }
}

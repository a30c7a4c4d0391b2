package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The elements of a state that are coordinates at given conserved totals; the others follow from the totals.
 *
 * @param rows of the totals, made such that each has a 1 at its own eliminated element and a 0 at the others'
 * @param eliminated one a row
 * @param kept the other elements, in order
 */
record LeafCoordinates(List<double[]> rows, int[] eliminated, int[] kept) {
    private static final double NONZERO = 1e-9;

    /**
     * Those in which least is lost to rounding: of each total the element is eliminated that the rates depend on least.
     *
     * @param totals independent rows, n each; not modified
     * @param size of the column of the Jacobian that belongs to each element, n
     */
    static LeafCoordinates of(List<double[]> totals, double[] size) {
        int n = size.length;
        List<double[]> rows = new ArrayList<>(totals);
        int[] eliminated = new int[rows.size()];
        boolean[] used = new boolean[n];
        for (int k = 0; k < eliminated.length; k++) {
            double[] row = rows.get(k);
            double most = Vector.maxNorm(row);
            int best = -1;
            for (int i = 0; i < n; i++) {
                boolean possible = !used[i] && Math.abs(row[i]) > NONZERO * most;
                if (possible && (best < 0 || size[i] * Math.abs(row[best]) < size[best] * Math.abs(row[i]))) {
                    best = i;
                }
            }
            int column = best;
            used[column] = true;
            eliminated[k] = column;
            double[] unit = Vector.moved(new double[n], 1 / row[column], row);
            rows.set(k, unit);
            for (int j = 0; j < rows.size(); j++) {
                if (j != k) {
                    rows.set(j, Vector.moved(rows.get(j), -rows.get(j)[column], unit));
                }
            }
        }
        int[] kept = IntStream.range(0, n).filter(i -> !used[i]).toArray();
        return new LeafCoordinates(rows, eliminated, kept);
    }
}

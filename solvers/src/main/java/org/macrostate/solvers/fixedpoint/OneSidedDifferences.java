package org.macrostate.solvers.fixedpoint;

import java.util.function.BiConsumer;

/**
 * Derivatives where formulas of them have no value, as 0·∞ has none where {@code Sqrt[Max[0, u]]} is constant: differences
 * on a side on which the rates have values and change least.
 */
final class OneSidedDifferences {
    private static final double STEP = 1e-7;

    private OneSidedDifferences() {}

    /**
     * Replaces the columns of a Jacobian that hold something that is no finite number.
     *
     * @param jacobian n·n, row by row; elements that are finite stay
     * @param state n elements or more, of which the first n are the state
     * @param rates writes the rates of a state, n
     */
    static void complete(double[] jacobian, double[] state, BiConsumer<double[], double[]> rates) {
        // the state may be part of a longer vector of unknowns
        int n = (int) Math.round(Math.sqrt(jacobian.length));
        double[] here = new double[n];
        rates.accept(state, here);
        for (int j = 0; j < n; j++) {
            boolean finite = true;
            for (int i = 0; i < n; i++) {
                finite &= Double.isFinite(jacobian[i * n + j]);
            }
            if (!finite) {
                double h = STEP * (1 + Math.abs(state[j]));
                double[] above = slopes(state, j, h, here, rates);
                double[] below = slopes(state, j, -h, here, rates);
                for (int i = 0; i < n; i++) {
                    if (!Double.isFinite(jacobian[i * n + j])) {
                        jacobian[i * n + j] = smaller(above[i], below[i]);
                    }
                }
            }
        }
    }

    private static double smaller(double one, double other) {
        return !Double.isFinite(one) || Math.abs(other) < Math.abs(one) ? other : one;
    }

    private static double[] slopes(
            double[] state, int j, double h, double[] here, BiConsumer<double[], double[]> rates) {
        double[] moved = state.clone();
        moved[j] += h;
        double[] slopes = new double[here.length];
        rates.accept(moved, slopes);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (slopes[i] - here[i]) / h;
        }
        return slopes;
    }
}

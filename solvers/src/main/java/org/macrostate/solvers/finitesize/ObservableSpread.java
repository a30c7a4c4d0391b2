package org.macrostate.solvers.finitesize;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.random.SobolSequenceGenerator;
import org.hipparchus.special.Erf;
import org.macrostate.solvers.kernel.Kernel;

/**
 * The spread of observables whose state fluctuates: by the delta method, {@code √(g Σ gᵀ / N)} with g the gradient; where
 * an observable has kinks, as {@code Abs[m]} has, as the spread over normal states
 * (quasi-random ones, {@link SobolSequenceGenerator}), for a kink within reach of the
 * fluctuations bends what the gradient takes for straight.
 *
 * @param observables one output each
 * @param gradient of each by the n state elements, row by row
 * @param kinked which of them have kinks
 */
public record ObservableSpread(Kernel observables, Kernel gradient, List<Boolean> kinked) {
    private static final int POINTS = 4096;

    public ObservableSpread {
        kinked = List.copyOf(kinked);
    }

    /**
     * One standard deviation an observable, of one run.
     *
     * @param covariance Σ of √N (G_N - G), n·n
     */
    public double[] at(double t, double[] state, double[] covariance, double dimension, double[] parameters) {
        int n = state.length;
        double[] slopes = gradient.eval(t, state, parameters);
        double[] deviations = new double[observables.outputLength()];
        for (int o = 0; o < deviations.length; o++) {
            double variance = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    variance += slopes[o * n + i] * covariance[i * n + j] * slopes[o * n + j];
                }
            }
            deviations[o] = Math.sqrt(Math.max(0, variance) / dimension);
        }
        if (kinked.contains(true)) {
            double[] spread = overStates(t, state, covariance, dimension, parameters);
            for (int o = 0; o < deviations.length; o++) {
                // A normal state may leave the domain of a logarithm or root: then the gradient has the word.
                if (kinked.get(o) && Double.isFinite(spread[o])) {
                    deviations[o] = spread[o];
                }
            }
        }
        return deviations;
    }

    private double[] overStates(double t, double[] state, double[] covariance, double dimension, double[] parameters) {
        int n = state.length;
        int count = observables.outputLength();
        double[] root = root(covariance, n, dimension);
        SobolSequenceGenerator points = new SobolSequenceGenerator(n);
        points.skipTo(1);
        double[] moved = new double[n];
        double[] values = new double[count];
        double[] work = new double[observables.workLength()];
        double[] center = observables.eval(t, state, parameters);
        double[] sums = new double[count];
        double[] squares = new double[count];
        for (int point = 1; point < POINTS; point++) {
            double[] normals = points.nextVector();
            for (int i = 0; i < n; i++) {
                normals[i] = Math.sqrt(2) * Erf.erfInv(2 * normals[i] - 1);
            }
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += root[i * n + k] * normals[k];
                }
                moved[i] = state[i] + sum;
            }
            observables.eval(t, moved, parameters, values, work);
            for (int o = 0; o < count; o++) {
                double off = values[o] - center[o];
                sums[o] += off;
                squares[o] += off * off;
            }
        }
        double[] deviations = new double[count];
        for (int o = 0; o < count; o++) {
            double mean = sums[o] / (POINTS - 1);
            deviations[o] = Math.sqrt(Math.max(0, squares[o] / (POINTS - 1) - mean * mean));
        }
        return deviations;
    }

    /** A root of Σ/N; Σ may be singular. */
    private static double[] root(double[] covariance, int n, double dimension) {
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.setEntry(i, j, covariance[i * n + j] / dimension);
            }
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(matrix);
        double[] root = new double[n * n];
        for (int k = 0; k < n; k++) {
            double scale = Math.sqrt(Math.max(0, eigen.getEigenvalues()[k]));
            for (int i = 0; i < n; i++) {
                root[i * n + k] = scale * eigen.getV().getEntry(i, k);
            }
        }
        return root;
    }
}

package org.macrostate.solvers.continuation;

import java.util.Optional;
import org.macrostate.solvers.fixedpoint.LinearSystem;
import org.macrostate.solvers.fixedpoint.Vector;

/**
 * Prediction along the tangent and Newton's corrections in the hyperplane across it, for N equations in N + 1 unknowns.
 * The matrix is made of differences: it steers the iteration and does not limit what it converges to.
 */
final class CurveStep {
    private static final double DIFFERENCE = 1e-7;
    private static final int CORRECTIONS = 8;
    private static final double SETTLED = 1e-11;

    private final DefiningSystem system;

    CurveStep(DefiningSystem system) {
        this.system = system;
    }

    /** The unit tangent at a solution that points ahead. */
    double[] tangent(double[] y, double[] ahead) {
        double[] right = new double[y.length];
        right[y.length - 1] = 1;
        double[] tangent = LinearSystem.solve(bordered(y, system.residual(y), ahead), right);
        return Vector.moved(new double[y.length], 1 / Vector.norm(tangent), tangent);
    }

    /** The solution in the hyperplane through a prediction across a border; empty if Newton's method finds none. */
    Optional<double[]> corrected(double[] predicted, double[] border) {
        double[] y = predicted;
        double level = Vector.dot(border, predicted);
        for (int i = 0; i < CORRECTIONS; i++) {
            double[] residual = system.residual(y);
            double[] defect = new double[y.length];
            for (int j = 0; j < residual.length; j++) {
                defect[j] = -residual[j];
            }
            defect[y.length - 1] = level - Vector.dot(border, y);
            double[] change = LinearSystem.solve(bordered(y, residual, border), defect);
            double length = Vector.maxNorm(change);
            if (!(length < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
            y = Vector.moved(y, 1, change);
            if (length <= SETTLED * (1 + Vector.maxNorm(y))) {
                return Optional.of(y);
            }
        }
        return Optional.empty();
    }

    private double[] bordered(double[] y, double[] residual, double[] border) {
        int size = y.length;
        double[] matrix = new double[size * size];
        for (int j = 0; j < size; j++) {
            double[] shifted = y.clone();
            double h = DIFFERENCE * (1 + Math.abs(y[j]));
            // Inwards at the upper ends of the ranges, where parameters may be on the edge of their domain.
            h = y[j] + h > 1 && y[j] <= 1 ? -h : h;
            shifted[j] += h;
            double[] there = system.residual(shifted);
            for (int i = 0; i < residual.length; i++) {
                matrix[i * size + j] = (there[i] - residual[i]) / h;
            }
        }
        System.arraycopy(border, 0, matrix, (size - 1) * size, size);
        return matrix;
    }
}

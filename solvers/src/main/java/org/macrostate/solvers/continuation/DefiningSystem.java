package org.macrostate.solvers.continuation;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.Newton;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Equations whose solutions are the bifurcation points of one kind: N of them in N + 1 unknowns, a point of a {@link
 * PlaneProblem} first and then what describes its critical directions. Immutable; vectors that normalise the critical
 * directions are taken from one point and hold near it.
 */
abstract class DefiningSystem implements NonlinearSystem {
    private static final double DIFFERENCE = 1e-7;
    private static final int CORRECTIONS = 8;
    private static final double LAST_STEP = 1e-11;
    private static final double ROUNDING = 1e-12;

    abstract Bifurcation.Kind kind();

    /** The problem it belongs to. */
    abstract PlaneProblem problem();

    /** What is missing to zero, N. */
    abstract double[] residual(double[] y);

    /** The system normalised by a solution. */
    abstract DefiningSystem near(double[] y);

    /** A solution's unknowns in the normalisation of {@link #near}. */
    abstract double[] normalised(double[] y);

    /** Numbers that pass zero at points of codimension two, in the order of {@link #marks}. */
    abstract double[] tests(double[] y);

    /** Whether both parameters together unfold what a test that vanishes says; where curves cross they do not. */
    boolean unfolds(CodimensionTwo.Kind kind, double[] y) {
        return true;
    }

    /** What the numbers mean. */
    abstract List<CodimensionTwo.Kind> marks();

    /** How many eigenvalues are critical all along the curve: those of least modulus, or those nearest to ±iω. */
    abstract List<Complex> critical(double[] y);

    /** Whether the solution still is a bifurcation of this kind. */
    abstract boolean holds(double[] y);

    Newton newton() {
        return new Newton(this, CORRECTIONS, LAST_STEP);
    }

    @Override
    public int equations() {
        return unknowns() - 1;
    }

    @Override
    public void residual(double[] y, double[] residual) {
        System.arraycopy(residual(y), 0, residual, 0, residual.length);
    }

    /** By differences: it steers the iteration and does not limit what it converges to. */
    @Override
    public double[] jacobian(double[] y) {
        int size = y.length;
        double[] here = residual(y);
        double[] matrix = new double[(size - 1) * size];
        for (int j = 0; j < size; j++) {
            double[] shifted = y.clone();
            double h = DIFFERENCE * (1 + Math.abs(y[j]));
            // Inwards at the upper ends of the ranges, where parameters may be on the edge of their domain.
            h = y[j] + h > 1 && y[j] <= 1 ? -h : h;
            shifted[j] += h;
            double[] there = residual(shifted);
            for (int i = 0; i < size - 1; i++) {
                matrix[i * size + j] = (there[i] - here[i]) / h;
            }
        }
        return matrix;
    }

    @Override
    public boolean isZero(double largest, double slope, double[] y) {
        return largest <= ROUNDING * Math.max(1, slope);
    }

    /** −v where that is nearer to a direction. */
    static double[] oriented(double[] v, double[] direction) {
        return Vector.dot(v, direction) < 0 ? Vector.moved(new double[v.length], -1, v) : v;
    }
}

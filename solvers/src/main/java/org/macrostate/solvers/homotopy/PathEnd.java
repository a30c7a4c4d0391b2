package org.macrostate.solvers.homotopy;

import org.macrostate.solvers.nonlinear.Vector;

/**
 * Where a path ends in projective space.
 *
 * @param x n + 1 complex numbers of length 1; empty if the end was not found
 * @param regular whether the equations determine it there to first order
 */
record PathEnd(double[] x, boolean regular) {
    private static final double FAR = 1e-10;
    private static final double SINGULAR_FAR = 1e-7;

    static final PathEnd LOST = new PathEnd(new double[0], false);

    static PathEnd of(double[] x, boolean regular) {
        return new PathEnd(Vector.moved(new double[x.length], 1 / Vector.norm(x), x), regular);
    }

    boolean isLost() {
        return x.length == 0;
    }

    boolean isAtInfinity() {
        return Math.hypot(x[0], x[1]) <= (regular ? FAR : SINGULAR_FAR);
    }

    /** The sine of the angle between two ends, which is zero if they are the same point. */
    double apart(PathEnd other) {
        double re = 0;
        double im = 0;
        for (int k = 0; k < x.length; k += 2) {
            re += x[k] * other.x[k] + x[k + 1] * other.x[k + 1];
            im += x[k] * other.x[k + 1] - x[k + 1] * other.x[k];
        }
        double rest = 0;
        for (int k = 0; k < x.length; k += 2) {
            double a = other.x[k] - re * x[k] + im * x[k + 1];
            double b = other.x[k + 1] - re * x[k + 1] - im * x[k];
            rest += a * a + b * b;
        }
        return Math.sqrt(rest);
    }

    /** The unknowns themselves, n complex numbers. */
    double[] affine() {
        double size = x[0] * x[0] + x[1] * x[1];
        double[] z = new double[x.length - 2];
        for (int k = 0; k < z.length; k += 2) {
            z[k] = (x[k + 2] * x[0] + x[k + 3] * x[1]) / size;
            z[k + 1] = (x[k + 3] * x[0] - x[k + 2] * x[1]) / size;
        }
        return z;
    }
}

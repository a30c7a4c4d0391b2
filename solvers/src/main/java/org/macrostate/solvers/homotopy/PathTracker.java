package org.macrostate.solvers.homotopy;

import org.macrostate.solvers.nonlinear.Vector;

/**
 * Follows solutions of (1 − t) F(x) + γ t G(x) = 0, p·x = 1 along lines of complex t, where G_i = x_i^d − x_0^d has the degree of F_i
 * (A. J. Sommese and C. W. Wampler, The Numerical Solution of Systems of Polynomials, 2005, chapters 2 and 8). For almost all
 * numbers γ and p the paths from t = 1 meet no singularity before t = 0. Mutable scratch: one a thread.
 */
final class PathTracker {
    private static final double SHORTEST = 1e-9;
    private static final double CONVERGED = 1e-10;
    private static final double ROUNDING = 1e-13;
    private static final int CORRECTIONS = 3;
    private static final int MOST_STEPS = 4000;
    private static final double SMALLER = 0.4;
    private static final double LARGER = 2;
    private static final double CONTRACTION = 0.3;

    private final HomogeneousPolynomials f;
    private final int n;
    private final double gammaRe;
    private final double gammaIm;
    private final double[] patch;
    private final double farthest;
    private final ComplexLinearSystem linear;
    private final double[] values;
    private final double[] jacobian;
    private final double[] matrix;
    private final double[] right;

    /**
     * @param gamma of modulus 1
     * @param patch n + 1 complex numbers
     * @param farthest the largest first correction of an accepted step, relative to the solution
     */
    PathTracker(HomogeneousPolynomials f, double[] gamma, double[] patch, double farthest) {
        this.f = f;
        this.n = f.count();
        this.gammaRe = gamma[0];
        this.gammaIm = gamma[1];
        this.patch = patch;
        this.farthest = farthest;
        this.linear = new ComplexLinearSystem(n + 1);
        this.values = new double[2 * n];
        this.jacobian = new double[2 * n * (n + 1)];
        this.matrix = new double[2 * (n + 1) * (n + 1)];
        this.right = new double[2 * (n + 1)];
    }

    /** The smallest pivot over the largest one of the last correction. */
    double condition() {
        return linear.condition();
    }

    /** Puts the point of the projective space that x is onto the patch. */
    void normalise(double[] x) {
        double re = 0;
        double im = 0;
        for (int k = 0; k <= n; k++) {
            re += patch[2 * k] * x[2 * k] - patch[2 * k + 1] * x[2 * k + 1];
            im += patch[2 * k] * x[2 * k + 1] + patch[2 * k + 1] * x[2 * k];
        }
        double size = re * re + im * im;
        for (int k = 0; k <= n; k++) {
            double a = (x[2 * k] * re + x[2 * k + 1] * im) / size;
            x[2 * k + 1] = (x[2 * k + 1] * re - x[2 * k] * im) / size;
            x[2 * k] = a;
        }
    }

    /**
     * Follows a solution from one t to another; false if steps become too short, x is then where it came to.
     *
     * @param x n + 1 complex numbers, overwritten
     * @param most steps
     */
    boolean track(double[] x, double fromRe, double fromIm, double toRe, double toIm, int most) {
        double alongRe = toRe - fromRe;
        double alongIm = toIm - fromIm;
        double[] before = new double[0];
        double[] slopeBefore = new double[0];
        double taken = 0;
        double s = 0;
        double h = 0.05;
        double[] slope = new double[x.length];
        if (!slope(x, fromRe, fromIm, alongRe, alongIm, slope)) {
            return false;
        }
        for (int step = 0; step < most && step < MOST_STEPS; step++) {
            h = Math.min(h, 1 - s);
            double[] y = before.length == 0
                    ? Vector.moved(x, h, slope)
                    : extrapolated(before, slopeBefore, x, slope, taken, h);
            double at = s + h >= 1 - SHORTEST ? 1 : s + h;
            double tRe = fromRe + at * alongRe;
            double tIm = fromIm + at * alongIm;
            double first = corrected(y, tRe, tIm);
            double[] slopeThere = new double[x.length];
            if (first <= farthest && slope(y, tRe, tIm, alongRe, alongIm, slopeThere)) {
                before = x.clone();
                slopeBefore = slope;
                taken = h;
                System.arraycopy(y, 0, x, 0, x.length);
                slope = slopeThere;
                s = at;
                if (s == 1) {
                    return true;
                }
                double growth = Math.pow(farthest / (4 * Math.max(first, ROUNDING)), 0.25);
                h *= Math.max(SMALLER, Math.min(LARGER, growth));
            } else {
                h *= SMALLER;
                if (h < SHORTEST) {
                    return false;
                }
            }
        }
        return false;
    }

    /** By the cubic that has values and slopes at the last two points. */
    private static double[] extrapolated(double[] x0, double[] d0, double[] x1, double[] d1, double taken, double h) {
        double t = 1 + h / taken;
        double a = t * t * (2 * t - 3) + 1;
        double b = t * (t - 1) * (t - 1) * taken;
        double c = t * t * (3 - 2 * t);
        double d = t * t * (t - 1) * taken;
        double[] y = new double[x0.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = a * x0[i] + b * d0[i] + c * x1[i] + d * d1[i];
        }
        return y;
    }

    /** Newton's method at one t: the size of the first correction relative to x; infinite if it does not converge. */
    double corrected(double[] x, double tRe, double tIm) {
        double first = 0;
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < CORRECTIONS; i++) {
            if (!newton(x, tRe, tIm)) {
                return Double.POSITIVE_INFINITY;
            }
            double size = Vector.norm(right) / Vector.norm(x);
            first = i == 0 ? size : first;
            if (!(size <= farthest) || i > 0 && size > Math.max(CONTRACTION * last, CONVERGED)) {
                return Double.POSITIVE_INFINITY;
            }
            if (size <= CONVERGED) {
                return first;
            }
            last = size;
        }
        return Double.POSITIVE_INFINITY;
    }

    /** One step of Newton's method, which is left in {@code right}. */
    private boolean newton(double[] x, double tRe, double tIm) {
        system(x, tRe, tIm);
        for (int i = 0; i < 2 * n; i++) {
            right[i] = -right[i];
        }
        double re = 1;
        double im = 0;
        for (int k = 0; k <= n; k++) {
            re -= patch[2 * k] * x[2 * k] - patch[2 * k + 1] * x[2 * k + 1];
            im -= patch[2 * k] * x[2 * k + 1] + patch[2 * k + 1] * x[2 * k];
        }
        right[2 * n] = re;
        right[2 * n + 1] = im;
        if (!linear.solve(matrix, right)) {
            return false;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] += right[i];
        }
        return true;
    }

    /** dx/ds where t moves by a complex number in s. */
    private boolean slope(double[] x, double tRe, double tIm, double alongRe, double alongIm, double[] slope) {
        system(x, tRe, tIm);
        for (int i = 0; i < n; i++) {
            // −(γ G − F) dt/ds
            double[] g = start(x, i);
            double re = values[2 * i] - gammaRe * g[0] + gammaIm * g[1];
            double im = values[2 * i + 1] - gammaRe * g[1] - gammaIm * g[0];
            right[2 * i] = re * alongRe - im * alongIm;
            right[2 * i + 1] = re * alongIm + im * alongRe;
        }
        right[2 * n] = 0;
        right[2 * n + 1] = 0;
        if (!linear.solve(matrix, right)) {
            return false;
        }
        System.arraycopy(right, 0, slope, 0, slope.length);
        return Double.isFinite(Vector.norm(slope));
    }

    /** H to {@code right}, its derivatives and the patch to {@code matrix}, F to {@code values}. */
    private void system(double[] x, double tRe, double tIm) {
        f.at(x, values, jacobian);
        double startRe = gammaRe * tRe - gammaIm * tIm;
        double startIm = gammaRe * tIm + gammaIm * tRe;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= n; k++) {
                times(jacobian, 2 * (i * (n + 1) + k), 1 - tRe, -tIm, matrix, 2 * (i * (n + 1) + k));
            }
            double[] g = start(x, i);
            times(values, 2 * i, 1 - tRe, -tIm, right, 2 * i);
            right[2 * i] += startRe * g[0] - startIm * g[1];
            right[2 * i + 1] += startRe * g[1] + startIm * g[0];
            addSlope(2 * (i * (n + 1) + i + 1), startRe, startIm, g[2], g[3]);
            addSlope(2 * i * (n + 1), startRe, startIm, g[4], g[5]);
        }
        System.arraycopy(patch, 0, matrix, 2 * n * (n + 1), 2 * (n + 1));
    }

    private void addSlope(int place, double re, double im, double slopeRe, double slopeIm) {
        matrix[place] += re * slopeRe - im * slopeIm;
        matrix[place + 1] += re * slopeIm + im * slopeRe;
    }

    /** x_i^d − x_0^d and its derivatives by x_i and x_0. */
    private double[] start(double[] x, int i) {
        int d = f.degree(i);
        double[] own = power(x, i + 1, d - 1);
        double[] first = power(x, 0, d - 1);
        double[] g = new double[6];
        g[0] = own[0] * x[2 * i + 2] - own[1] * x[2 * i + 3] - first[0] * x[0] + first[1] * x[1];
        g[1] = own[0] * x[2 * i + 3] + own[1] * x[2 * i + 2] - first[0] * x[1] - first[1] * x[0];
        g[2] = d * own[0];
        g[3] = d * own[1];
        g[4] = -d * first[0];
        g[5] = -d * first[1];
        return g;
    }

    private static double[] power(double[] x, int k, int power) {
        double re = 1;
        double im = 0;
        for (int p = 0; p < power; p++) {
            double next = re * x[2 * k] - im * x[2 * k + 1];
            im = re * x[2 * k + 1] + im * x[2 * k];
            re = next;
        }
        return new double[] {re, im};
    }

    private static void times(double[] from, int at, double re, double im, double[] to, int place) {
        double a = from[at];
        double b = from[at + 1];
        to[place] = a * re - b * im;
        to[place + 1] = a * im + b * re;
    }
}

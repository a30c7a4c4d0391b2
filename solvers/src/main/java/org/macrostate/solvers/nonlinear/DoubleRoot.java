package org.macrostate.solvers.nonlinear;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A double root, at which Newton's method stops with half of the digits: there the Jacobian J has a null vector v, and
 * rates grow with the square of the distance along it. With l, the left singular vector beside v, the equations
 *
 * <p>f(x) − g l = 0, lᵀ J(x) v = 0
 *
 * <p>in x and g are regular there (a bordered system: Govaerts, Numerical Methods for Bifurcations of Dynamical
 * Equilibria, section 3.3). Where g is zero up to rounding, x is the double root; where it is not, there are two roots
 * or none, and nothing is said.
 */
final class DoubleRoot implements NonlinearSystem {
    private static final double NEARLY_SINGULAR = 1e-4;
    private static final double APART = 1e-3;
    private static final double NULL = 1e-12;
    private static final double NEAR = 1e-3;
    private static final double DIFFERENCE = 1e-4;
    private static final double REGULAR = 1e-8;
    private static final int STEPS = 8;
    private static final double LAST_STEP = 1e-11;

    private final NonlinearSystem system;
    private final int n;
    private final double[] right;
    private final double[] left;
    private final double step;

    private DoubleRoot(NonlinearSystem system, SingularVectors.Mode mode, double[] x) {
        this.system = system;
        this.n = x.length;
        this.right = mode.right();
        this.left = mode.left();
        this.step = DIFFERENCE * (1 + Vector.maxNorm(x));
    }

    /**
     * The double root beside a state that Newton's method has reached; empty if there is none.
     *
     * @param x n
     * @param jacobian there, n·n
     * @param noise what rounding leaves of a residual
     */
    static Optional<double[]> beside(NonlinearSystem system, double[] x, double[] jacobian, double noise) {
        int n = x.length;
        if (!Double.isFinite(Vector.maxNorm(jacobian)) || !isNearlySingular(jacobian, n)) {
            return Optional.empty();
        }
        Optional<SingularVectors.Mode> mode =
                n <= NullVectors.LARGEST_EXACT ? single(jacobian, n) : singleOfMany(jacobian, n);
        if (mode.isEmpty()) {
            return Optional.empty();
        }
        DoubleRoot root = new DoubleRoot(system, mode.get(), x);
        double[] start = Arrays.copyOf(x, n + 1);
        return root.isRegular(start)
                ? new Newton(root, STEPS, LAST_STEP)
                        .from(start)
                        .filter(y -> Math.abs(y[n]) <= noise)
                        .map(y -> Arrays.copyOf(y, n))
                        .filter(y -> isNear(x, y))
                : Optional.empty();
    }

    /** The mode of the smallest singular value, if that is much smaller than the others. */
    private static Optional<SingularVectors.Mode> single(double[] jacobian, int n) {
        List<SingularVectors.Mode> modes = new SingularVectors(jacobian, n).modes();
        SingularVectors.Mode last = modes.get(n - 1);
        boolean one = n == 1 || last.value() <= APART * modes.get(n - 2).value();
        return one && Double.isFinite(last.value()) ? Optional.of(last) : Optional.empty();
    }

    /** The same without the others; members of families of several dimensions have none. */
    private static Optional<SingularVectors.Mode> singleOfMany(double[] jacobian, int n) {
        RankRevealingQr qr = new RankRevealingQr(jacobian, n);
        double next = qr.sizes()[n - 2];
        if (next <= NULL * qr.sizes()[0] || qr.sizes()[n - 1] > next / 10) {
            return Optional.empty();
        }
        return Optional.of(qr.smallest(2)).filter(last -> last.value() <= APART * next);
    }

    /** Each element moves little against its own size. */
    private static boolean isNear(double[] x, double[] y) {
        double least = Math.min(1, Vector.maxNorm(x));
        for (int i = 0; i < x.length; i++) {
            if (Math.abs(x[i] - y[i]) > NEAR * Math.max(Math.abs(x[i]), least)) {
                return false;
            }
        }
        return true;
    }

    /** A row that dies out counts, which elimination with scaled rows does not see. */
    private static boolean isNearlySingular(double[] jacobian, int n) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, Vector.maxNorm(Arrays.copyOfRange(jacobian, i * n, (i + 1) * n)));
        }
        LuFactors factors = new LuFactors(n);
        return n == 1
                || least <= NEARLY_SINGULAR * Vector.maxNorm(jacobian)
                || !factors.factor(jacobian)
                || factors.smallestPivot() <= NEARLY_SINGULAR;
    }

    /** Along a continuous family of roots the slope of lᵀ f is zero everywhere. */
    private boolean isRegular(double[] start) {
        LuFactors factors = new LuFactors(n + 1);
        return factors.factor(jacobian(start)) && factors.smallestPivot() > REGULAR;
    }

    @Override
    public int equations() {
        return n + 1;
    }

    @Override
    public int unknowns() {
        return n + 1;
    }

    @Override
    public void residual(double[] y, double[] residual) {
        double[] x = Arrays.copyOf(y, n);
        double[] rates = new double[n];
        system.residual(x, rates);
        for (int i = 0; i < n; i++) {
            residual[i] = rates[i] - y[n] * left[i];
        }
        residual[n] = Vector.dot(left, Vector.times(system.jacobian(x), right));
    }

    @Override
    public double[] jacobian(double[] y) {
        double[] x = Arrays.copyOf(y, n);
        double[] jacobian = system.jacobian(x);
        double[] ahead = Vector.transposedTimes(system.jacobian(Vector.moved(x, step, right)), left);
        double[] back = Vector.transposedTimes(system.jacobian(Vector.moved(x, -step, right)), left);
        int size = n + 1;
        double[] matrix = new double[size * size];
        for (int i = 0; i < n; i++) {
            System.arraycopy(jacobian, i * n, matrix, i * size, n);
            matrix[i * size + n] = -left[i];
            matrix[n * size + i] = (ahead[i] - back[i]) / (2 * step);
        }
        return matrix;
    }
}

package org.macrostate.solvers.nonlinear;

import java.util.Optional;

/**
 * Newton's method with the compiled Jacobian: globalised by a line search on the residual's norm, with a
 * Levenberg–Marquardt step where the line search fails, and polished until rounding stops it.
 */
public final class GlobalNewton {
    /** Largest modulus of a rate at a root, wherever rounding allows. */
    public static final double RESIDUAL = 1e-12;

    private static final int STEPS = 60;
    private static final int HALVINGS = 12;
    private static final double LARGEST_STEP = 10;
    private static final double LAST_STEP = 1e-5;
    private static final double FAR = 1e3;

    private final NonlinearSystem system;
    private final StepLimit limit;
    private final int n;

    /** What bounds the unknowns. */
    public interface StepLimit {
        /** The part of a step, at most 1, that stays within the bounds. */
        double stepInside(double[] x, double[] step);

        /** Whether unknowns are within the bounds, all of them finite. */
        boolean inDomains(double[] x);
    }

    /** Of as many equations as unknowns. */
    public GlobalNewton(NonlinearSystem system, StepLimit limit) {
        this.system = system;
        this.limit = limit;
        this.n = system.unknowns();
    }

    /** The root reached from a start; empty if none is. */
    public Optional<double[]> from(double[] start) {
        return from(start, new Deflation());
    }

    /** The root reached from a start; empty if none is. Scalars never leave their domains on the way. */
    public Optional<double[]> from(double[] start, Deflation deflation) {
        double[] x = start.clone();
        double[] f = new double[n];
        double[] jacobian = new double[0];
        double residual = rates(x, f);
        for (int step = 0; step < STEPS && Double.isFinite(residual); step++) {
            if (residual <= RESIDUAL) {
                return polished(x);
            }
            jacobian = system.jacobian(x);
            double[] next = next(x, f, jacobian, deflation);
            if (next.length == 0) {
                return rates(x, f) <= 1e-6 ? polished(x) : Optional.empty();
            }
            x = next;
            residual = rates(x, f);
        }
        return Optional.empty();
    }

    private double[] next(double[] x, double[] f, double[] jacobian, Deflation deflation) {
        double[] step = newtonStep(jacobian, f);
        if (deflation.size() > 0) {
            double stretch = deflation.stretch(x, step);
            scale(step, Math.abs(stretch) <= 10 ? stretch : 10 * Math.signum(stretch));
        }
        double length = Vector.norm(step);
        double largest = LARGEST_STEP * (1 + Vector.norm(x));
        if (length > largest) {
            scale(step, largest / length);
        }
        double merit = Math.log(Vector.norm(f)) + deflation.logFactor(x);
        double[] tried = new double[n];
        double part = limit.stepInside(x, step);
        for (int i = 0; i < HALVINGS; i++, part /= 2) {
            double[] y = Vector.moved(x, part, step);
            rates(y, tried);
            if (Math.log(Vector.norm(tried)) + deflation.logFactor(y) < merit + Math.log1p(-1e-4 * part)) {
                return y;
            }
        }
        return deflation.size() > 0 ? new double[0] : damped(x, f, jacobian);
    }

    private double[] damped(double[] x, double[] f, double[] jacobian) {
        double before = Vector.norm(f);
        double[] gradient = new double[n];
        double[] normal = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = jacobian[i * n + j];
                if (entry != 0) { // most are zero where each unknown acts on few equations
                    gradient[j] -= entry * f[i];
                    addRow(normal, j * n, entry, jacobian, i * n);
                }
            }
        }
        double damping = 1e-4 * Vector.maxNorm(normal);
        double[] tried = new double[n];
        for (int i = 0; i < 8; i++, damping *= 10) {
            double[] shifted = normal.clone();
            for (int j = 0; j < n; j++) {
                shifted[j * n + j] += damping;
            }
            double[] step = LinearSystem.solve(shifted, gradient);
            double[] y = Vector.moved(x, limit.stepInside(x, step), step);
            rates(y, tried);
            if (Vector.norm(tried) < 0.999 * before) {
                return y;
            }
        }
        return new double[0];
    }

    private void addRow(double[] to, int start, double factor, double[] from, int first) {
        for (int k = 0; k < n; k++) {
            to[start + k] += factor * from[first + k];
        }
    }

    /** The largest modulus of a residual; residuals themselves go to {@code f}. */
    private double rates(double[] x, double[] f) {
        system.residual(x, f);
        return Vector.maxNorm(f);
    }

    private double[] newtonStep(double[] jacobian, double[] f) {
        double[] step = LinearSystem.solve(jacobian, f);
        scale(step, -1);
        return step;
    }

    /** Plain steps as long as each halves the residual; a root only if the last step is short. */
    private Optional<double[]> polished(double[] start) {
        double[] x = start;
        double[] f = new double[n];
        double[] jacobian = new double[0];
        double residual = rates(x, f);
        double length = 0;
        for (int i = 0; i < STEPS; i++) {
            jacobian = system.jacobian(x);
            double[] step = newtonStep(jacobian, f);
            length = relative(step, x);
            double[] y = Vector.moved(x, 1, step);
            double after = rates(y, f);
            if (!(after < residual / 2) || !limit.inDomains(y)) {
                break;
            }
            x = y;
            residual = after;
        }
        double noise = Math.max(RESIDUAL, 1e3 * Math.ulp(1.0) * change(jacobian, x));
        boolean converged = residual <= noise && length <= LAST_STEP;
        if (!converged || isAtInfinity(x, noise)) {
            return Optional.empty();
        }
        double rounding = Math.max(2 * residual, 64 * Math.ulp(1.0) * change(jacobian, x));
        return Optional.of(DoubleRoot.beside(system, x, jacobian, rounding)
                .filter(limit::inDomains)
                .orElse(x));
    }

    /** The largest element of a step, each relative to its unknown or to 1. */
    private static double relative(double[] step, double[] x) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            double part = Math.abs(step[i]) / (1 + Math.abs(x[i]));
            largest = part <= largest ? largest : part;
        }
        return largest;
    }

    /** The most a rate changes, to first order, when each element of the state changes by its own size. */
    private double change(double[] jacobian, double[] x) {
        double most = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += Math.abs(jacobian[i * n + j] * x[j]);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    /** Whether the rates are small only because the state is large: they still are at twice the state. */
    private boolean isAtInfinity(double[] x, double noise) {
        return Vector.maxNorm(x) > FAR && rates(Vector.moved(x, 1, x), new double[n]) <= 10 * noise;
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}

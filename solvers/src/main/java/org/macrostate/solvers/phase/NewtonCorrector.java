package org.macrostate.solvers.phase;

import java.util.Optional;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.fixedpoint.Vector;

/**
 * Plain Newton steps from a start that is nearly a root, with the sign of the Jacobian's determinant there: no
 * eigenvalue can have passed zero between two points of one branch at which that sign is the same and no second one has
 * too. Mutable scratch: one a thread.
 */
final class NewtonCorrector {
    private static final int STEPS = 6;
    private static final double LAST_STEP = 1e-8;
    private static final double RESIDUAL = 1e-12;
    private static final double SINGULAR = 1e-11;

    private final SystemAt system;
    private final int n;
    private final double[] f;
    private final double[] a;
    private int sign;

    NewtonCorrector(SystemAt system) {
        this.system = system;
        this.n = system.length();
        this.f = new double[n];
        this.a = new double[n * n];
    }

    /** The root next to a start, at the system's parameters; empty if it is not reached in a few steps. */
    Optional<double[]> from(double[] start) {
        double[] x = start.clone();
        for (int step = 0; step < STEPS; step++) {
            double residual = system.rates(x, f);
            system.jacobian(x, a);
            if (!(residual < Double.POSITIVE_INFINITY) || !eliminate()) {
                return Optional.empty();
            }
            double length = 0;
            for (int i = 0; i < n; i++) {
                x[i] -= f[i];
                length = Math.max(length, Math.abs(f[i]));
            }
            if (length <= LAST_STEP * (1 + Vector.maxNorm(x))) {
                return system.rates(x, f) <= RESIDUAL ? Optional.of(x) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Of the determinant at the last step, 1 or -1. */
    int sign() {
        return sign;
    }

    /** Solves a · x = f in place, x left in f, rows scaled; false where a is singular. */
    private boolean eliminate() {
        sign = 1;
        for (int i = 0; i < n; i++) {
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(a[i * n + j]));
            }
            if (!(largest > 0)) {
                return false;
            }
            for (int j = 0; j < n; j++) {
                a[i * n + j] /= largest;
            }
            f[i] /= largest;
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i * n + k]) > Math.abs(a[pivot * n + k])) {
                    pivot = i;
                }
            }
            double top = a[pivot * n + k];
            if (!(Math.abs(top) > SINGULAR)) {
                return false;
            }
            swap(k, pivot);
            sign = top < 0 ? -sign : sign;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * n + k] / top;
                if (factor != 0) {
                    for (int j = k + 1; j < n; j++) {
                        a[i * n + j] -= factor * a[k * n + j];
                    }
                    f[i] -= factor * f[k];
                }
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                f[k] -= a[k * n + j] * f[j];
            }
            f[k] /= a[k * n + k];
        }
        return true;
    }

    private void swap(int k, int pivot) {
        if (k != pivot) {
            sign = -sign;
            for (int j = 0; j < n; j++) {
                double kept = a[k * n + j];
                a[k * n + j] = a[pivot * n + j];
                a[pivot * n + j] = kept;
            }
            double kept = f[k];
            f[k] = f[pivot];
            f[pivot] = kept;
        }
    }
}

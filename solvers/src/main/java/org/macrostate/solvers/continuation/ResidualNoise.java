package org.macrostate.solvers.continuation;

import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * What residuals of rates are zero as far as the rates can be told. Where formulas cancel, as for nearly parallel vectors,
 * rounding in them is far above that of the state: it shows in the rates of states a few last digits away.
 */
final class ResidualNoise {
    private static final double RESIDUAL = 1e-12;
    private static final double ROUNDING = 2e-15;
    private static final double LARGEST_NOISE = 1e-8;
    private static final double NOISE_MARGIN = 4;
    private static final int NOISE_PROBES = 6;

    private ResidualNoise() {}

    /** @param point n + 1 numbers of n equations */
    static boolean isZero(NonlinearSystem system, double residual, double[] point) {
        if (!(residual > RESIDUAL)) {
            return residual <= RESIDUAL;
        }
        if (residual <= ROUNDING * change(system, point)) {
            return true;
        }
        if (residual > LARGEST_NOISE) {
            return false;
        }
        int n = system.equations();
        double[] here = new double[n];
        double[] there = new double[n];
        system.residual(point, here);
        double noise = 0;
        for (int k = 1; k <= NOISE_PROBES; k++) {
            double[] beside = point.clone();
            for (int i = 0; i < n; i++) {
                beside[i] += k * (i % 2 == 0 ? 1 : -1) * Math.ulp(beside[i]);
            }
            system.residual(beside, there);
            noise = Math.max(noise, Vector.distance(here, there));
        }
        return residual <= NOISE_MARGIN * noise;
    }

    /** The most a rate changes, to first order, when each unknown changes by its own size. */
    private static double change(NonlinearSystem system, double[] point) {
        int n = system.equations();
        double[] slopes = system.jacobian(point);
        double most = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j <= n; j++) {
                sum += Math.abs(slopes[i * (n + 1) + j] * point[j]);
            }
            most = Math.max(most, sum);
        }
        return most;
    }
}

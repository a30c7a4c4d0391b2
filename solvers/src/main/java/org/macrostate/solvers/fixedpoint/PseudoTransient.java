package org.macrostate.solvers.fixedpoint;

import java.util.Optional;
import org.macrostate.solvers.nonlinear.GlobalNewton;
import org.macrostate.solvers.nonlinear.LinearSystem;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Follows the flow towards a stable state by implicit Euler steps that lengthen as the rates fall (pseudo-transient
 * continuation; Kelley and Keyes, SIAM J. Numer. Anal. 35, 508, 1998): it forgets accuracy in time, not the basin.
 */
final class PseudoTransient {
    private static final int STEPS = 150;
    private static final double FAR = 1e6;
    private static final double LARGEST_MOVE = 0.3;

    private final NonlinearSystem system;
    private final GlobalNewton.StepLimit region;

    PseudoTransient(NonlinearSystem system, GlobalNewton.StepLimit region) {
        this.system = system;
        this.region = region;
    }

    /** How following the flow ended, and where. */
    private record Outcome(boolean settled, double[] state) {}

    /** A state near the one the flow settles in; empty if it runs away, leaves a domain or takes too long. */
    Optional<double[]> from(double[] start) {
        Outcome outcome = follow(start);
        return outcome.settled() ? Optional.of(outcome.state()) : Optional.empty();
    }

    /** Whether the state's largest element grows beyond a million. */
    boolean runsAway(double[] start) {
        Outcome outcome = follow(start);
        return !outcome.settled() && Vector.maxNorm(outcome.state()) > FAR;
    }

    private Outcome follow(double[] start) {
        int n = system.unknowns();
        double[] x = start.clone();
        double[] f = new double[n];
        double residual = rates(x, f);
        double time = Double.NaN;
        for (int i = 0; i < STEPS && Double.isFinite(residual); i++) {
            if (residual <= 1e-9) {
                return new Outcome(true, x);
            }
            double[] jacobian = system.jacobian(x);
            double stiffness = Vector.maxNorm(jacobian);
            if (Double.isNaN(time)) {
                time = 0.1 / stiffness;
            }
            double[] y = move(x, f, jacobian, time);
            double far = Vector.distance(x, y);
            boolean wild = !region.inDomains(y) || far > LARGEST_MOVE * (1 + Vector.maxNorm(x));
            double after = wild ? Double.NaN : rates(y, f);
            if (!Double.isFinite(after)) {
                time /= 4;
                rates(x, f);
                if (time < 1e-9 / stiffness) {
                    return new Outcome(false, x);
                }
                continue;
            }
            x = y;
            if (Vector.maxNorm(x) > FAR) {
                return new Outcome(false, x);
            }
            time *= Math.max(0.5, Math.min(2.5, 1.3 * residual / after));
            residual = after;
        }
        return new Outcome(residual <= 1e-4, x);
    }

    private double rates(double[] x, double[] f) {
        system.residual(x, f);
        return Vector.maxNorm(f);
    }

    private static double[] move(double[] x, double[] f, double[] jacobian, double time) {
        int n = x.length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            matrix[i] = -jacobian[i];
        }
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] += 1 / time;
        }
        return Vector.moved(x, 1, LinearSystem.solve(matrix, f));
    }
}

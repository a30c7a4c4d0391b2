package org.macrostate.solvers.phase;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.macrostate.solvers.nonlinear.LinearSystem;
import org.macrostate.solvers.nonlinear.Newton;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Where a branch of fixed points x(t) runs to infinity, as under the largest learning rate that is stable.
 *
 * <p>With |x| ~ (t* − t)^(−p) for any power p, w = |x|² / (x · dx/dt) = (t* − t)/p + … passes zero at t* as a straight
 * line does. The branch is followed towards the secant's zero, nine tenths of the way at a time, until that zero stands
 * still: it is then a limit of roots of the equations, independent of any grid.
 */
final class DivergenceSearch {
    private static final int STEPS = 60;
    private static final int SHORTER = 12;
    private static final int CORRECTIONS = 12;
    private static final double PART = 0.9;
    private static final double SETTLED = 1e-13;
    private static final double STANDING = 1e-10;
    private static final double CONVERGED = 1e-11;
    private static final double AT_END = 1e-9;
    private static final double GROWN = 1e3;
    private static final double STEEPEST = 8;

    private final ParameterLine line;
    private final Predicate<double[]> holds;
    private final int n;

    /** @param holds whether a point is stable and physical; the branch ends where it is not */
    DivergenceSearch(ParameterLine line, Predicate<double[]> holds) {
        this.line = line;
        this.holds = holds;
        this.n = line.length();
    }

    /**
     * Where on the line, beyond {@code start}, the branch through it is infinite; empty if it is nowhere.
     *
     * @param start n + 1, a fixed point; not modified
     */
    OptionalDouble from(double[] start) {
        double large = GROWN * (1 + line.size(start));
        double[] point = start;
        double[] slope = slope(point);
        double width = width(point, slope);
        double power = 1;
        double estimate = point[n] + width;
        double change = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS && change > SETTLED; i++) {
            double left = estimate - point[n];
            if (!(left > 0) || 1 - point[n] < (estimate - 1) / STEEPEST) {
                return OptionalDouble.empty();
            }
            Optional<double[]> next = advanced(point, slope, left);
            if (next.isEmpty()) {
                break;
            }
            slope = slope(next.get());
            double narrowed = width(next.get(), slope);
            if (!(narrowed > 0 && narrowed < width)) {
                break;
            }
            power = power(next.get()[n] - point[n], width - narrowed, power);
            point = next.get();
            width = narrowed;
            double renewed = point[n] + power * width;
            change = line.size(point) > large ? Math.abs(renewed - estimate) : Double.POSITIVE_INFINITY;
            estimate = renewed;
        }
        return change <= STANDING && estimate <= 1 + AT_END
                ? OptionalDouble.of(Math.min(1, estimate))
                : OptionalDouble.empty();
    }

    /** p from two points, where it makes sense; the last one otherwise. */
    private static double power(double time, double narrowing, double last) {
        double power = time / narrowing;
        return power >= 1 / STEEPEST && power <= STEEPEST ? power : last;
    }

    /** dx/dt along the branch, n. */
    private double[] slope(double[] point) {
        double[] drift = line.drift(point);
        for (int i = 0; i < n; i++) {
            drift[i] = -drift[i];
        }
        return solved(point, drift);
    }

    /** w; negative or not finite where the state does not grow. */
    private double width(double[] point, double[] slope) {
        double[] state = line.state(point);
        return Vector.dot(state, state) / Vector.dot(state, slope);
    }

    /** The branch's point nine tenths of the way on, or less far where Newton's method does not reach that. */
    private Optional<double[]> advanced(double[] point, double[] slope, double left) {
        double step = Math.min(PART * left, PART * (1 - point[n]));
        for (int i = 0; i < SHORTER; i++, step /= 2) {
            Optional<double[]> next = corrected(predicted(point, slope, left, step));
            if (next.isPresent() && line.size(next.get()) > line.size(point) && holds.test(next.get())) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** Every component on as a power of its own of the time that is left, which slope and value give. */
    private double[] predicted(double[] point, double[] slope, double left, double step) {
        double[] predicted = point.clone();
        for (int i = 0; i < n; i++) {
            double power = left * slope[i] / point[i];
            predicted[i] = Math.abs(power) <= STEEPEST
                    ? point[i] * Math.pow(1 - step / left, -power)
                    : point[i] + step * slope[i];
        }
        predicted[n] = point[n] + step;
        return predicted;
    }

    /** Newton's method at fixed t, relative to the size of the state. */
    private Optional<double[]> corrected(double[] predicted) {
        double[] unit = units(predicted);
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = predicted[i] / unit[i];
        }
        return new Newton(new AtFixedTime(predicted, unit), CORRECTIONS, CONVERGED)
                .from(start)
                .map(u -> inState(predicted, unit, u));
    }

    /** What components are measured in: those that grow are no singularity. */
    private double[] units(double[] point) {
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = 1 + Math.abs(point[i]);
        }
        return unit;
    }

    private double[] inState(double[] point, double[] unit, double[] u) {
        double[] moved = point.clone();
        for (int i = 0; i < n; i++) {
            moved[i] = unit[i] * u[i];
        }
        return moved;
    }

    /** ∂f/∂x with unknowns in given units. */
    private double[] scaledJacobian(double[] point, double[] unit) {
        double[] matrix = line.stateJacobian(point);
        for (int i = 0; i < n * n; i++) {
            matrix[i] *= unit[i % n];
        }
        return matrix;
    }

    /** (∂f/∂x)⁻¹ b. */
    private double[] solved(double[] point, double[] b) {
        double[] unit = units(point);
        double[] x = LinearSystem.solve(scaledJacobian(point, unit), b);
        for (int i = 0; i < n; i++) {
            x[i] *= unit[i];
        }
        return x;
    }

    /** The rates at one t, as equations for the state in units of its own. */
    private final class AtFixedTime implements NonlinearSystem {
        private final double[] point;
        private final double[] unit;

        AtFixedTime(double[] point, double[] unit) {
            this.point = point;
            this.unit = unit;
        }

        @Override
        public int equations() {
            return n;
        }

        @Override
        public int unknowns() {
            return n;
        }

        @Override
        public void residual(double[] u, double[] residual) {
            line.rates(inState(point, unit, u), residual);
        }

        @Override
        public double[] jacobian(double[] u) {
            return scaledJacobian(inState(point, unit, u), unit);
        }

        @Override
        public boolean isZero(double largest, double slope, double[] u) {
            return largest <= CONVERGED * slope;
        }
    }
}

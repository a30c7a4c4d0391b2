package org.macrostate.solvers.phase;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;
import org.macrostate.solvers.fixedpoint.LinearSystem;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.Vector;

/**
 * Follows a stable fixed point along a line of parameters, t from 0 to 1, by pseudo-arclength continuation (H. B.
 * Keller, 1977), until an eigenvalue's real part passes zero, the state runs to infinity, the branch turns back, or the line ends.
 *
 * <p>Points are (state, t), n + 1 numbers. Mutable scratch: one a thread.
 */
final class BranchFollower {
    private static final double FIRST_STEP = 0.1;
    private static final double LONGEST_STEP = 0.3;
    private static final double LONGEST_PART = 0.1;
    private static final double FAR = 4;
    private static final double SHORTEST_STEP = 1e-7;
    private static final int STEPS = 500;
    private static final int CORRECTIONS = 10;
    private static final double DIFFERENCE = 1e-6;
    private static final double CONVERGED = 1e-12;
    private static final double FARTHEST_CORRECTION = 0.2;
    private static final double SHARPEST_BEND = 0.9;
    private static final double GENTLE_BEND = 0.99;

    private final ParameterLine line;
    private final PhysicalRegion region;
    private int neutral;
    private final int n;

    /**
     * @param region where states count
     * @param neutral zero modes along the family that the first state belongs to, left out of stability while they last
     */
    BranchFollower(ParameterLine line, PhysicalRegion region, int neutral) {
        this.line = line;
        this.region = region;
        this.neutral = neutral;
        this.n = line.length();
    }

    /** How a branch ended: stability lost at t, infinite at t, turned back at t with stability kept, at the line's end, or not known. */
    record Outcome(End end, PhaseBoundary.Kind kind, double t) {}

    enum End {
        UNSTABLE,
        DIVERGED,
        TURNED,
        REACHED,
        LOST
    }

    private static final Outcome LOST = new Outcome(End.LOST, PhaseBoundary.Kind.FOLD, Double.NaN);

    Outcome follow(double[] start) {
        double[] y = java.util.Arrays.copyOf(start, n + 1);
        double[] ahead = new double[n + 1];
        ahead[n] = 1;
        double[] tangent = tangent(y, ahead);
        double growth = LeadingEigenvalue.at(line, y).rate(neutral);
        double step = FIRST_STEP;
        boolean leavesFamily = false;
        double far = FAR * (1 + line.size(y));
        for (int i = 0; i < STEPS; i++) {
            Optional<double[]> next = corrected(y, tangent, step);
            double[] turned = next.isPresent() ? tangent(next.get(), tangent) : tangent;
            double bend = Vector.dot(tangent, turned);
            Optional<LeadingEigenvalue> later = next.map(point -> LeadingEigenvalue.at(line, point));
            if (neutral > 0 && later.isPresent()) {
                // a family that begins the line, such as one of a limit, need not go on along it
                int modes = later.get().zeroModes();
                leavesFamily |= modes < neutral;
                neutral = Math.min(neutral, modes);
            }
            double after = later.isPresent() ? later.get().rate(neutral) : Double.NaN;
            boolean jumps = next.isPresent()
                    && Vector.distance(next.get(), Vector.moved(y, step, tangent)) > FARTHEST_CORRECTION * step;
            boolean lost = later.isPresent() && after > later.get().zero();
            if (next.isEmpty() || jumps || !(bend > SHARPEST_BEND) || !Double.isFinite(after) || lost && leavesFamily) {
                step /= 2;
                if (step < SHORTEST_STEP) {
                    return diverged(y).orElse(LOST);
                }
                continue;
            }
            if (lost) {
                return crossing(y, tangent, step, growth, turned[n]);
            }
            if (turned[n] < 0) {
                return turn(y, tangent, step);
            }
            if (next.get()[n] >= 1) {
                return new Outcome(End.REACHED, PhaseBoundary.Kind.CROSSOVER, 1);
            }
            leavesFamily = false;
            y = next.get();
            tangent = turned;
            growth = after;
            double size = line.size(y);
            double longest = Math.max(LONGEST_STEP, LONGEST_PART * size);
            step = Math.min(longest, bend > GENTLE_BEND ? 1.5 * step : step);
            if (size > far) {
                Optional<Outcome> infinite = diverged(y);
                if (infinite.isPresent()) {
                    return infinite.get();
                }
                far = FAR * size;
            }
        }
        return diverged(y).orElse(LOST);
    }

    private Optional<Outcome> diverged(double[] y) {
        OptionalDouble t = new DivergenceSearch(line, this::holds).from(y);
        return t.isPresent()
                ? Optional.of(new Outcome(End.DIVERGED, PhaseBoundary.Kind.DIVERGENCE, t.getAsDouble()))
                : Optional.empty();
    }

    private boolean holds(double[] point) {
        LeadingEigenvalue growth = LeadingEigenvalue.at(line, point);
        return growth.rate(neutral) <= growth.zero() && region.contains(line.state(point));
    }

    /** Stability is lost within a step from {@code y}: where, and how. */
    private Outcome crossing(double[] y, double[] tangent, double step, double growth, double turnedTime) {
        double s = growth >= 0
                ? 0
                : root(p -> LeadingEigenvalue.at(line, at(y, tangent, p)).rate(neutral), step);
        if (Double.isNaN(s)) {
            return LOST;
        }
        double[] point = at(y, tangent, s);
        LeadingEigenvalue there = LeadingEigenvalue.at(line, point);
        if (point[n] > 1 + DIFFERENCE) {
            return new Outcome(End.REACHED, PhaseBoundary.Kind.CROSSOVER, 1);
        }
        boolean rotates = Math.abs(there.leading(neutral).getImaginaryPart()) > 1e3 * there.zero();
        PhaseBoundary.Kind kind = rotates
                ? PhaseBoundary.Kind.HOPF
                : turnedTime < 0 && tangent[n] > 0 ? PhaseBoundary.Kind.FOLD : PhaseBoundary.Kind.BRANCH_POINT;
        return region.contains(line.state(point))
                ? new Outcome(End.UNSTABLE, kind, Math.max(0, Math.min(1, point[n])))
                : LOST;
    }

    /** A branch that turns back and stays stable is a symmetric arm at its branch point. */
    private Outcome turn(double[] y, double[] tangent, double step) {
        double s = root(p -> -tangent(at(y, tangent, p), tangent)[n], step);
        if (Double.isNaN(s)) {
            return LOST;
        }
        double t = at(y, tangent, s)[n];
        if (t > 1) {
            return new Outcome(End.REACHED, PhaseBoundary.Kind.CROSSOVER, 1);
        }
        return t >= 0 ? new Outcome(End.TURNED, PhaseBoundary.Kind.BRANCH_POINT, t) : LOST;
    }

    /** The root of a function that rises through zero between 0 and {@code step}; NaN if there is none. */
    private static double root(org.hipparchus.analysis.UnivariateFunction function, double step) {
        try {
            return new BracketingNthOrderBrentSolver(1e-15, 1e-15, 0, 5)
                    .solve(200, function, 0, step, AllowedSolution.ANY_SIDE);
        } catch (MathRuntimeException failed) {
            return Double.NaN;
        }
    }

    private double[] at(double[] y, double[] tangent, double step) {
        return corrected(y, tangent, step).orElse(Vector.moved(y, step, tangent));
    }

    /** The point of the branch in the hyperplane at distance {@code step} along the tangent. */
    private Optional<double[]> corrected(double[] y, double[] tangent, double step) {
        double[] point = Vector.moved(y, step, tangent);
        double[] f = new double[n];
        for (int i = 0; i < CORRECTIONS; i++) {
            double residual = line.rates(point, f);
            double[] defect = new double[n + 1];
            for (int j = 0; j < n; j++) {
                defect[j] = -f[j];
            }
            defect[n] = step - Vector.dot(tangent, point) + Vector.dot(tangent, y);
            double[] change = LinearSystem.solve(bordered(point, tangent), defect);
            double length = Vector.maxNorm(change);
            if (!Double.isFinite(residual) || !Double.isFinite(length)) {
                return Optional.empty();
            }
            if (residual == 0 || length <= 1e-13 * (1 + Vector.maxNorm(point))) {
                return Optional.of(point);
            }
            double[] moved = Vector.moved(point, 1, change);
            if (i > 1 && residual <= CONVERGED && line.rates(moved, f) >= residual) {
                return Optional.of(point);
            }
            point = moved;
        }
        return line.rates(point, f) <= CONVERGED ? Optional.of(point) : Optional.empty();
    }

    private double[] tangent(double[] point, double[] ahead) {
        double[] right = new double[n + 1];
        right[n] = 1;
        double[] tangent = LinearSystem.solve(bordered(point, ahead), right);
        double length = Vector.norm(tangent);
        for (int i = 0; i <= n; i++) {
            tangent[i] /= length;
        }
        return tangent;
    }

    /** (∂f/∂x, ∂f/∂t; border), (n + 1)·(n + 1); only steers the iteration, so that ∂f/∂t may be a difference. */
    private double[] bordered(double[] point, double[] border) {
        double[] matrix = new double[(n + 1) * (n + 1)];
        double[] jacobian = line.jacobian(point);
        double[] drift = line.drift(point);
        for (int i = 0; i < n; i++) {
            System.arraycopy(jacobian, i * n, matrix, i * (n + 1), n);
            matrix[i * (n + 1) + n] = drift[i];
        }
        System.arraycopy(border, 0, matrix, n * (n + 1), n + 1);
        return matrix;
    }
}

package org.macrostate.solvers.continuation;

import org.macrostate.solvers.fixedpoint.Vector;

/**
 * How far to go next: steps shrink where the branch bends and grow where it is straight, up to a part of the picture
 * that still looks smooth.
 */
record StepControl(double step) {
    private static final double LONGEST = 0.03;
    private static final double SHORTEST = 1e-9;
    private static final double SHARPEST_BEND = 0.95;
    private static final double GENTLE_BEND = 0.998;

    StepControl halved() {
        return new StepControl(step / 2);
    }

    boolean isExhausted() {
        return step < SHORTEST;
    }

    /** Whether the step stayed on its branch: a sharp turn or a long correction is a jump to another one. */
    boolean accepts(BranchStep taken) {
        double bend = Vector.dot(taken.from().tangent(), taken.to().tangent());
        double distance = Vector.distance(taken.from().point(), taken.to().point());
        return taken.to().isFinite() && bend >= SHARPEST_BEND && distance <= 1.5 * taken.length();
    }

    StepControl after(BranchStep taken) {
        double bend = Vector.dot(taken.from().tangent(), taken.to().tangent());
        double longest = LONGEST * Math.max(1, Vector.maxNorm(taken.to().point()));
        return new StepControl(Math.min(longest, bend > GENTLE_BEND ? 1.6 * step : step));
    }
}

package org.macrostate.solvers.nonlinear;

/**
 * How far to go next: steps shrink where a curve bends and grow where it is straight.
 *
 * @param first length of the first step
 * @param longest length, in units of the largest unknown where that is above 1; more where many unknowns change alike, and
 *     up to ten times as much where one is above 10
 * @param shortest a step shorter than this is not tried
 * @param sharpestBend the least cosine between the tangents of a step that is accepted
 * @param gentleBend the cosine from which the next step is longer
 * @param growth the factor by which it is
 * @param mostSteps after which a curve ends
 */
public record StepControl(
        double first,
        double longest,
        double shortest,
        double sharpestBend,
        double gentleBend,
        double growth,
        int mostSteps) {
    /** The square root of the number of unknowns, parameter included, up to which steps are as long as stated. */
    private static final double FEW = 3;

    /** Unknowns far beyond 1, on their way to infinity, need not be shown at each percent of their growth. */
    private static final double FAR = 10;

    private static final double FASTER = 10;

    /** As this one, with another bound on the number of steps. */
    public StepControl withMostSteps(int count) {
        return new StepControl(first, longest, shortest, sharpestBend, gentleBend, growth, count);
    }

    /** As this one, with another bound on the length of steps. */
    public StepControl withLongest(double length) {
        return new StepControl(Math.min(first, length), length, shortest, sharpestBend, gentleBend, growth, mostSteps);
    }

    double after(ArclengthStep<?> taken, double step) {
        double size = Vector.maxNorm(taken.to().point());
        double most = longest * Math.max(1, size) * spread(taken.to()) * Math.max(1, Math.min(FASTER, size / FAR));
        return Math.min(most, taken.bend() > gentleBend ? growth * step : step);
    }

    /**
     * How many times longer a step may be than its largest element: of many unknowns that change alike, each changes by a
     * small part of the step, and without this the number of steps would grow as the square root of theirs.
     */
    private static double spread(CurvePoint at) {
        return Math.max(1, 1 / (FEW * Vector.maxNorm(at.tangent())));
    }
}

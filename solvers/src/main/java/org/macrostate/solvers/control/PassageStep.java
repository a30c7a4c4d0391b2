package org.macrostate.solvers.control;

/**
 * The last step of a run to a first passage, as long as it takes, by regula falsi with Illinois' rule on steps themselves
 * (Dowell and Jarratt, BIT 11, 168 (1971)).
 *
 * @param to state and integrals at its end, n + q elements
 * @param stages n elements for each of the stages
 * @param quantity the goal's quantity, which is the level, and its derivatives
 */
record PassageStep(double length, double[] to, double[] stages, double[] quantity) {
    private static final int ITERATIONS = 60;
    private static final double SMALLEST_PART = 1e-13;
    private static final double LEAST_LEVEL = 1e-3;

    /**
     * Within a step that passes the level.
     *
     * @param h its length
     * @param state at its begin, n + q elements; not modified
     * @param before the quantity there
     * @param after the quantity at its end
     */
    static PassageStep of(
            ControlledStep step,
            ControlGoal.FirstPassage passage,
            int piece,
            double time,
            double h,
            double[] state,
            double before,
            double after) {
        double low = 0;
        double high = h;
        double lowMissing = passage.missing(before);
        double highMissing = passage.missing(after);
        double[] to = new double[state.length];
        double[] stages = new double[ControlledStep.STAGES * step.length()];
        double[] quantity = new double[0];
        double at = h;
        for (int i = 0; i < ITERATIONS; i++) {
            at = low + (high - low) * lowMissing / (lowMissing - highMissing);
            step.forward(piece, time, at, state, to, stages);
            quantity = step.quantity(piece, time + at, to);
            double missing = passage.missing(quantity[0]);
            if (Math.abs(missing) <= 4 * Math.ulp(Math.max(Math.abs(passage.level()), LEAST_LEVEL))
                    || high - low <= SMALLEST_PART * h) {
                break;
            }
            if (missing > 0) {
                low = at;
                lowMissing = missing;
                highMissing /= 2;
            } else {
                high = at;
                highMissing = missing;
                lowMissing /= 2;
            }
        }
        quantity[0] = passage.level();
        return new PassageStep(at, to, stages, quantity);
    }
}

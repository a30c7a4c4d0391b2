package org.macrostate.solvers.control;

/**
 * Where a local search from one start led.
 *
 * @param constants of the form searched in; those of the schedule itself where it is free
 * @param objective without penalties; +∞ if the start led nowhere
 * @param gradient by the constants
 * @param residual first-order (KKT) residual, in units of the objective for the whole range of a control
 * @param excess by which the worst budget is exceeded; 0 if none is
 * @param weights derivatives of the Lagrangian by the integrals
 */
record Improvement(
        Schedule schedule,
        double[] constants,
        double objective,
        double[] gradient,
        double residual,
        double excess,
        double[] weights,
        int iterations) {
    static Improvement none(Schedule schedule, double[] constants) {
        return new Improvement(
                schedule, constants, Double.POSITIVE_INFINITY, new double[0], Double.NaN, 0, new double[0], 0);
    }

    boolean found() {
        return objective < Double.POSITIVE_INFINITY;
    }

    /** With the iterations before it. */
    Improvement after(int before) {
        return new Improvement(
                schedule, constants, objective, gradient, residual, excess, weights, iterations + before);
    }

    /** What keeps its budget is before what does not; then the lower objective. */
    static int compare(Improvement a, Improvement b) {
        return Math.max(a.excess, b.excess) > 0 && a.found() && b.found()
                ? Double.compare(a.excess, b.excess)
                : Double.compare(a.objective, b.objective);
    }
}

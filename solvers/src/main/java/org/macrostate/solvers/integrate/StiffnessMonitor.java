package org.macrostate.solvers.integrate;

/**
 * Notices that Dormand–Prince's steps are held down by stability: where the estimate of |λ|h stays at the edge of the
 * stability region (6.1) for many steps, the system is stiff. Hairer, Nørsett and Wanner, Solving Ordinary Differential
 * Equations I, section II.10 (the code DOP853).
 */
final class StiffnessMonitor {
    private static final double EDGE = 6.1;
    private static final int SUSPECT_STEPS = 15;
    private static final int INNOCENT_STEPS = 6;

    /**
     * An implicit step solves a linear system, and its kernels are compiled first: it pays only where many explicit steps
     * are left, and more of them the larger the system.
     */
    private static final double LEAST_STEPS_LEFT = 100;

    private static final double ELEMENTS_SQUARED = 500;

    private final double leastStepsLeft;
    private int suspect;
    private int innocent;

    StiffnessMonitor(int length) {
        leastStepsLeft = LEAST_STEPS_LEFT * (1 + (double) length * length / ELEMENTS_SQUARED);
    }

    /**
     * Looks at a step.
     *
     * @param estimate of |λ|h
     * @param length of the step
     * @param left of the time
     * @return whether the system is stiff
     */
    boolean isStiff(double estimate, double length, double left) {
        if (left < leastStepsLeft * length) {
            return false;
        }
        if (estimate > EDGE) {
            innocent = 0;
            suspect++;
        } else if (++innocent == INNOCENT_STEPS) {
            suspect = 0;
        }
        return suspect >= SUSPECT_STEPS;
    }
}

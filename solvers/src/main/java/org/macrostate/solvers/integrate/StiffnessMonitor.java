package org.macrostate.solvers.integrate;

import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;

/**
 * Notices that Dormand–Prince's steps are held down by stability. Its last two stages are two states at one time; the
 * ratio of the difference of their slopes to their own, times the step, estimates |λ| h. Where that stays at the edge of
 * the stability region (6.1) for many steps, the system is stiff: Hairer, Nørsett and Wanner, Solving Ordinary
 * Differential Equations I, section II.10 (the code DOP853).
 */
final class StiffnessMonitor implements ODEStepHandler {
    private static final double EDGE = 6.1;
    private static final int SUSPECT_STEPS = 15;
    private static final int INNOCENT_STEPS = 6;

    /**
     * An implicit step solves a linear system, and its kernels are compiled first: it pays only where many explicit steps
     * are left, and more of them the larger the system.
     */
    private static final double LEAST_STEPS_LEFT = 100;

    private static final double ELEMENTS_SQUARED = 500;

    private final double end;
    private final boolean watching;
    private final double[] lastState;
    private final double[] lastSlope;
    private final double leastStepsLeft;
    private double lastTime = Double.NaN;
    private double eigenvalue;
    private int suspect;
    private int innocent;

    /** @param watching whether there is a method to change to */
    StiffnessMonitor(int length, double end, boolean watching) {
        this.end = end;
        this.watching = watching;
        lastState = new double[watching ? length : 0];
        lastSlope = new double[watching ? length : 0];
        leastStepsLeft = LEAST_STEPS_LEFT * (1 + (double) length * length / ELEMENTS_SQUARED);
    }

    /** To be told every evaluation, in order. */
    void evaluated(double t, double[] state, double[] slope) {
        if (!watching) {
            return;
        }
        if (t == lastTime) {
            eigenvalue = Math.sqrt(squaredDistance(slope, lastSlope) / squaredDistance(state, lastState));
        }
        lastTime = t;
        System.arraycopy(state, 0, lastState, 0, lastState.length);
        System.arraycopy(slope, 0, lastSlope, 0, lastSlope.length);
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /** Leaves the loop where the system is stiff. */
    @Override
    public void handleStep(ODEStateInterpolator step) {
        double t = step.getCurrentState().getTime();
        double h = t - step.getPreviousState().getTime();
        if (!watching || (end - t) < leastStepsLeft * h) {
            return;
        }
        if (h * eigenvalue > EDGE) {
            innocent = 0;
            suspect++;
        } else if (++innocent == INNOCENT_STEPS) {
            suspect = 0;
        }
        if (suspect >= SUSPECT_STEPS) {
            throw new Halt(Halt.Reason.STIFF, t, "stiff");
        }
    }
}

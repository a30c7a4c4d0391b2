package org.macrostate.solvers.integrate;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * Hipparchus' Dormand–Prince 8(5,3) with a loop of its own: the same coefficients, error estimate, step control and
 * dense output, without copies of the state at each stage, and without the stages that only dense output needs where
 * nobody looks at the inside of a step. Where nobody watches the steps (no handler, no detector) nothing is allocated
 * after the start. The equations get the integrator's own array: they must not keep or change it.
 *
 * <p>Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, section II.10.
 */
final class LeanDormandPrince853 extends DormandPrince853Integrator {
    private static final int STAGES = DormandPrince853Tableau.STAGES;
    private static final int LAST = STAGES - 1;
    private static final StageSum[] SUMS = DormandPrince853Tableau.SUMS;
    private static final StageSum[] FURTHER = Arrays.copyOfRange(SUMS, LAST, SUMS.length);
    private static final double[] TIMES = DormandPrince853Tableau.TIMES;
    private static final double[] FURTHER_TIMES = Arrays.copyOfRange(TIMES, LAST, TIMES.length);

    private final double absolute;
    private final double relative;
    private final double[][] slopes = new double[STAGES][];
    private double[] y = {};
    private double[] next = {};
    private double time;
    private long steps;
    private StopCondition stop = StopCondition.NEVER;

    LeanDormandPrince853(double minStep, double maxStep, double absolute, double relative) {
        super(minStep, maxStep, absolute, relative);
        this.absolute = absolute;
        this.relative = relative;
    }

    @Override
    public ODEStateAndDerivative integrate(ExpandableODE equations, ODEState start, double end) {
        sanityChecks(start, end);
        setStepStart(initIntegration(equations, start, end));
        boolean forward = end > start.getTime();
        boolean watched = !(getStepHandlers().isEmpty()
                && getEventDetectors().isEmpty()
                && getStepEndHandlers().isEmpty());
        next = new double[equations.getMapper().getTotalDimension()];
        steps = 0;
        begin(getStepStart());
        double h = firstStep(forward);
        setIsLastStep(false);
        do {
            double error = step(equations, h, end, forward);
            steps++;
            if (watched) {
                acceptWatched(equations, end, forward);
            } else {
                acceptUnwatched(end);
            }
            if (!isLastStep()) {
                h = stepAfter(error, end, forward);
            }
        } while (!isLastStep());
        if (!watched) {
            setStepStart(equations.getMapper().mapStateAndDerivative(time, y, slopes[0]));
        }
        ODEStateAndDerivative reached = getStepStart();
        resetInternalState();
        return reached;
    }

    /** Looks at each accepted step where nobody watches them; {@link Halt} is thrown where the condition holds. */
    LeanDormandPrince853 stoppingWhen(StopCondition condition) {
        stop = condition;
        return this;
    }

    /** Accepted in the last integration. */
    long steps() {
        return steps;
    }

    private void begin(ODEStateAndDerivative state) {
        time = state.getTime();
        y = state.getCompleteState();
        slopes[0] = state.getCompleteDerivative();
    }

    private double firstStep(boolean forward) {
        double[] scale = new double[getStepSizeHelper().getMainSetDimension()];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = getStepSizeHelper().getTolerance(i, Math.abs(y[i]));
        }
        return initializeStep(forward, DormandPrince853Tableau.ORDER, scale, getStepStart());
    }

    /** Tries steps until one is good enough; returns its error, below 1. */
    private double step(ExpandableODE equations, double first, double end, boolean forward) {
        double h = first;
        while (true) {
            boolean reaches = forward ? time + h >= end : time + h <= end;
            setStepSize(reaches ? end - time : h);
            stages(equations, getStepSize());
            double error = estimateError(slopes, y, next, getStepSize());
            if (Double.isNaN(error)) {
                throw new MathIllegalStateException(
                        LocalizedODEFormats.NAN_APPEARING_DURING_INTEGRATION, time + getStepSize());
            }
            if (error < 1) {
                return error;
            }
            h = getStepSizeHelper().filterStep(getStepSize() * factor(error), forward, false);
        }
    }

    /** The last stage is the state at the step's end, its slope the first of the next step. */
    private void stages(ExpandableODE equations, double h) {
        boolean alone = equations.getMapper().getNumberOfEquations() == 1;
        for (int stage = 1; stage < STAGES; stage++) {
            SUMS[stage - 1].apply(y, h, slopes, next);
            double t = time + TIMES[stage - 1] * h;
            slopes[stage] =
                    alone ? equations.getPrimary().computeDerivatives(t, next) : equations.computeDerivatives(t, next);
        }
        incrementEvaluations(LAST);
    }

    @Override
    protected double estimateError(double[][] k, double[] from, double[] to, double h) {
        int n = getStepSizeHelper().getMainSetDimension();
        return DormandPrince853Tableau.error(k, from, to, h, n, absolute, relative);
    }

    private double factor(double error) {
        return Math.min(getMaxGrowth(), Math.max(getMinReduction(), getSafety() * Math.pow(error, -1.0 / DormandPrince853Tableau.ORDER)));
    }

    private double stepAfter(double error, double end, boolean forward) {
        double scaled = getStepSize() * factor(error);
        double reached = time + scaled;
        double h = getStepSizeHelper().filterStep(scaled, forward, forward ? reached >= end : reached <= end);
        boolean last = forward ? time + h >= end : time + h <= end;
        return last ? end - time : h;
    }

    private void acceptWatched(ExpandableODE equations, double end, boolean forward) {
        ODEStateAndDerivative ended =
                equations.getMapper().mapStateAndDerivative(time + getStepSize(), next, slopes[LAST]);
        LeanStep step = LeanStep.of(FURTHER, FURTHER_TIMES, slopes, forward, getStepStart(), ended, equations);
        setStepStart(acceptStep(step, end));
        if (getStepStart() == ended) {
            advance(new double[y.length]);
        } else {
            begin(getStepStart());
        }
    }

    private void acceptUnwatched(double end) {
        advance(slopes[0]);
        if (stop != StopCondition.NEVER && stop.holds(time, y)) {
            throw new Halt(Halt.Reason.STOPPED, time, "the stop condition held");
        }
        if (Math.abs(time - end) <= Math.ulp(end)) {
            setIsLastStep(true);
        }
    }

    /** The equations may use the array of the last slope again after some evaluations, so it is copied. */
    private void advance(double[] firstSlope) {
        time += getStepSize();
        double[] left = y;
        y = next;
        next = left;
        System.arraycopy(slopes[LAST], 0, firstSlope, 0, firstSlope.length);
        slopes[0] = firstSlope;
    }
}

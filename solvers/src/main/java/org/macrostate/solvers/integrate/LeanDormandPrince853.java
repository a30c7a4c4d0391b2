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
    private static final int STAGES = 13;
    private static final int LAST = STAGES - 1;
    private static final int ORDER = 8;

    /** Differences from the embedded methods of order 5 and 3, for stages 0 and 5 to 11 (code DOP853). */
    private static final double[] FIFTH = {
        116092271.0 / 8848465920.0,
        -1871647.0 / 1527680.0,
        -69799717.0 / 140793660.0,
        1230164450203.0 / 739113984000.0,
        -1980813971228885.0 / 5654156025964544.0,
        464500805.0 / 1389975552.0,
        1606764981773.0 / 19613062656000.0,
        -137909.0 / 6168960.0
    };

    private static final double[] THIRD = {
        -364463.0 / 1920240.0,
        3399327.0 / 763840.0,
        66578432.0 / 35198415.0,
        -1674902723.0 / 288716400.0,
        -74684743568175.0 / 176692375811392.0,
        -734375.0 / 4826304.0,
        171414593.0 / 851261400.0,
        69869.0 / 3084480.0
    };

    private static final DormandPrince853Integrator METHOD = new DormandPrince853Integrator(1, 1, 1, 1);
    private static final StageSum[] SUMS =
            Arrays.stream(METHOD.getA()).map(StageSum::new).toArray(StageSum[]::new);
    private static final StageSum[] FURTHER = Arrays.copyOfRange(SUMS, LAST, SUMS.length);
    private static final double[] TIMES = METHOD.getC();
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
        return initializeStep(forward, ORDER, scale, getStepStart());
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
        double[] k0 = k[0];
        double[] k5 = k[5];
        double[] k6 = k[6];
        double[] k7 = k[7];
        double[] k8 = k[8];
        double[] k9 = k[9];
        double[] k10 = k[10];
        double[] k11 = k[11];
        int n = getStepSizeHelper().getMainSetDimension();
        double fifth = 0;
        double third = 0;
        for (int j = 0; j < n; j++) {
            double scale = 1 / (absolute + relative * Math.max(Math.abs(from[j]), Math.abs(to[j])));
            double e5 = (FIFTH[0] * k0[j] + FIFTH[1] * k5[j] + FIFTH[2] * k6[j] + FIFTH[3] * k7[j])
                    + (FIFTH[4] * k8[j] + FIFTH[5] * k9[j] + FIFTH[6] * k10[j] + FIFTH[7] * k11[j]);
            double e3 = (THIRD[0] * k0[j] + THIRD[1] * k5[j] + THIRD[2] * k6[j] + THIRD[3] * k7[j])
                    + (THIRD[4] * k8[j] + THIRD[5] * k9[j] + THIRD[6] * k10[j] + THIRD[7] * k11[j]);
            fifth += e5 * scale * (e5 * scale);
            third += e3 * scale * (e3 * scale);
        }
        double below = fifth + 0.01 * third;
        return Math.abs(h) * fifth / Math.sqrt(n * (below <= 0 ? 1 : below));
    }

    private double factor(double error) {
        return Math.min(getMaxGrowth(), Math.max(getMinReduction(), getSafety() * Math.pow(error, -1.0 / ORDER)));
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

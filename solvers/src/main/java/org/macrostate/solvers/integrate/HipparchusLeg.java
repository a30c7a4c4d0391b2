package org.macrostate.solvers.integrate;

import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Steps of Hipparchus' Dormand–Prince 8(5,3) in Hipparchus' own loop: the reference for the lean method. Where a trial step
 * meets a value that is no ordinary number, the loop starts anew with a shorter one.
 */
final class HipparchusLeg implements OrdinaryDifferentialEquation {
    private static final double REDUCTION = 0.1;

    private final IntegrationRun run;
    private final RightHandSide rates;
    private final Tolerances tolerances;
    private double time;
    private double failedAt;
    private double[] state = {};
    private @Nullable Trajectory ended;

    HipparchusLeg(IntegrationRun run, RightHandSide rates, Tolerances tolerances) {
        this.run = run;
        this.rates = rates;
        this.tolerances = tolerances;
    }

    /** How the trajectory ended; empty if it goes on, from the end or from an event. */
    Optional<Trajectory> run(double from, double[] start, double end) {
        time = from;
        state = start;
        double first = -1;
        while (end - time > run.smallestStep()) {
            DormandPrince853Integrator integrator = new DormandPrince853Integrator(
                    Math.min(run.smallestStep(), end - time),
                    Math.min(run.longestStep(), end - time),
                    tolerances.absolute(),
                    tolerances.relative());
            integrator.setMaxEvaluations(Integer.MAX_VALUE);
            if (first > 0) {
                integrator.setInitialStepSize(first);
            }
            integrator.addStepHandler(this::stepped);
            try {
                integrator.integrate(this, new ODEState(time, state), end);
                return Optional.empty();
            } catch (Halt halt) {
                if (halt.reason() == Halt.Reason.TOO_MANY_EVALUATIONS) {
                    throw halt;
                }
                if (halt.reason() == Halt.Reason.EVENT) {
                    return Optional.ofNullable(ended);
                }
                first = REDUCTION * (failedAt - time);
                if (!(first > run.smallestStep())) {
                    return Optional.of(run.diverged(state));
                }
            } catch (MathRuntimeException collapsed) {
                return Optional.of(run.collapsed());
            }
        }
        return Optional.empty();
    }

    private void stepped(ODEStateInterpolator inside) {
        Interpolated step = new Interpolated(inside);
        double longest = run.longestStep();
        Optional<Trajectory> end = run.watched(step);
        time = run.time();
        state = run.state().clone();
        ended = end.orElse(null);
        boolean cut = time < step.to();
        boolean shorter = run.longestStep() < 0.5 * longest;
        if (end.isPresent() || cut || shorter) {
            throw new Halt(Halt.Reason.EVENT, "");
        }
    }

    private record Interpolated(ODEStateInterpolator interpolator) implements StepInside {
        @Override
        public double from() {
            return interpolator.getPreviousState().getTime();
        }

        @Override
        public double to() {
            return interpolator.getCurrentState().getTime();
        }

        @Override
        public double[] start() {
            return interpolator.getPreviousState().getPrimaryState();
        }

        @Override
        public double[] end() {
            return interpolator.getCurrentState().getPrimaryState();
        }

        @Override
        public double[] inside(double t) {
            ODEStateAndDerivative at = interpolator.getInterpolatedState(t);
            return at.getPrimaryState();
        }
    }

    @Override
    public int getDimension() {
        return rates.length();
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
        double[] out = new double[y.length];
        rates.rates(t, y, out);
        if (!RightHandSide.isOrdinary(y) || !RightHandSide.isOrdinary(out)) {
            failedAt = t;
            throw new Halt(Halt.Reason.NOT_ORDINARY, "");
        }
        return out;
    }
}

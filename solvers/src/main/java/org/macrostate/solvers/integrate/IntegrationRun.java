package org.macrostate.solvers.integrate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.macrostate.solvers.integrate.Trajectory.Status;

/**
 * One integration, in legs. A leg is a run of Hipparchus' integrator; where a trial step meets a value that is not finite or
 * beyond 1e100 (the logarithm of a negative number, say), a new leg starts from the last accepted step with a smaller one, until
 * steps are of the size of rounding.
 */
final class IntegrationRun {
    /** Steps never exceed this part of the whole, so that a schedule's changes are not stepped over. */
    static final double LARGEST_STEP = 0.1;

    private static final double REDUCTION = 0.1;

    private final Integration settings;
    private final TrajectoryProblem problem;
    private final KernelEquation equation;
    private final RowCollector rows;
    private final double span;
    private final double smallestStep;
    private final StiffnessMonitor stiffness;
    private boolean stiff;
    private OptionalDouble stiffFrom = OptionalDouble.empty();
    private double firstStep = -1;

    IntegrationRun(Integration settings, TrajectoryProblem problem, Optional<RowSink> sink) {
        this.settings = settings;
        this.problem = problem;
        stiff = settings.method() == Integration.Method.RODAS_5P;
        if (stiff && problem.linearisation().isEmpty()) {
            throw new IllegalArgumentException("Rodas5P needs the linearisation of the right-hand side");
        }
        boolean watching = problem.linearisation().isPresent() && !stiff;
        stiffness = new StiffnessMonitor(problem.start().length, problem.endTime(), watching);
        equation = new KernelEquation(problem, settings, stiffness);
        double[] unknown = new double[problem.start().length];
        ODEStateAndDerivative start = new ODEStateAndDerivative(problem.startTime(), problem.start(), unknown);
        rows = new RowCollector(problem.times(), start, settings.progress(), settings.stop(), sink);
        span = problem.endTime() - problem.startTime();
        smallestStep = 2 * Math.ulp(Math.max(Math.abs(problem.startTime()), Math.abs(problem.endTime())));
    }

    Trajectory trajectory() {
        if (!(span > 0)) {
            return result(Status.COMPLETED, "");
        }
        while (true) {
            try {
                return leg();
            } catch (Halt halt) {
                if (halt.reason() == Halt.Reason.STIFF) {
                    stiff = true;
                    firstStep = -1;
                } else if (halt.reason() != Halt.Reason.NOT_ORDINARY || !canRetry(halt.time())) {
                    return halted(halt);
                }
            } catch (MathRuntimeException e) {
                return failed(e);
            }
        }
    }

    private Trajectory leg() {
        double left = problem.endTime() - rows.last().getTime();
        if (left <= smallestStep) {
            return completed();
        }
        AdaptiveStepsizeIntegrator integrator = integrator(left);
        integrator.setMaxEvaluations(Integer.MAX_VALUE);
        if (firstStep > 0) {
            integrator.setInitialStepSize(firstStep);
        }
        integrator.addStepHandler(rows);
        if (!stiff) {
            integrator.addStepHandler(stiffness);
        }
        CrossingDetector[] detectors =
                settings
                        .crossing()
                        .map(c -> new CrossingDetector(c, problem.parameters(), span, 2 * smallestStep))
                        .stream()
                        .toArray(CrossingDetector[]::new);
        for (CrossingDetector detector : detectors) {
            integrator.addEventDetector(detector);
        }
        ODEState start = new ODEState(rows.last().getTime(), rows.last().getPrimaryState());
        integrator.integrate(equation, start, problem.endTime());
        return detectors.length > 0 && detectors[0].crossed()
                ? result(Status.CROSSED, "the crossing was found")
                : completed();
    }

    private AdaptiveStepsizeIntegrator integrator(double left) {
        double least = Math.min(smallestStep, left);
        double largest = Math.max(smallestStep, span * LARGEST_STEP);
        double absolute = settings.tolerances().absolute();
        double relative = settings.tolerances().relative();
        if (stiff) {
            if (stiffFrom.isEmpty()) {
                stiffFrom = OptionalDouble.of(rows.last().getTime());
            }
            return new Rodas5P(least, largest, absolute, relative, equation);
        }
        return settings.method() == Integration.Method.LEAN_DORMAND_PRINCE_853
                ? new LeanDormandPrince853(least, largest, absolute, relative)
                : new DormandPrince853Integrator(least, largest, absolute, relative);
    }

    private Trajectory completed() {
        rows.finish();
        return result(Status.COMPLETED, "");
    }

    /** Whether a shorter step from the last accepted one is left to try; it is the next leg's first. */
    private boolean canRetry(double failedAt) {
        firstStep = REDUCTION * (failedAt - rows.last().getTime());
        return firstStep > smallestStep;
    }

    private Trajectory halted(Halt halt) {
        return switch (halt.reason()) {
            case STIFF -> throw new IllegalStateException("a stiff system is not left, but integrated otherwise");
            case STOPPED -> result(Status.STOPPED, halt.what());
            case NOT_ORDINARY -> result(Status.DIVERGED, "diverged near t = " + halt.time() + ": " + halt.what());
            case TOO_MANY_EVALUATIONS ->
                result(
                        Status.TOO_MANY_STEPS,
                        settings.maxEvaluations() + " evaluations of the right-hand side reached t = "
                                + rows.last().getTime() + " of " + problem.endTime() + "; the system may be stiff");
        };
    }

    private Trajectory failed(MathRuntimeException e) {
        String where = "near t = " + rows.last().getTime() + ", where " + largest();
        return e.getSpecifier() == LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION
                ? result(Status.DIVERGED, "the step size collapsed " + where)
                : result(Status.DIVERGED, "the integration broke down " + where + ": " + e.getMessage());
    }

    private String largest() {
        double[] state = rows.last().getPrimaryState();
        int largest = 0;
        for (int i = 1; i < state.length; i++) {
            if (Math.abs(state[i]) > Math.abs(state[largest])) {
                largest = i;
            }
        }
        return settings.name(largest) + " = " + state[largest] + (state.length > 1 ? " is the largest in size" : "");
    }

    private Trajectory result(Status status, String message) {
        return new Trajectory(
                rows.takenTimes(),
                rows.takenRows(),
                status,
                message,
                rows.last().getTime(),
                equation.evaluations(),
                rows.steps(),
                stiffFrom);
    }
}

package org.macrostate.solvers.integrate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.macrostate.equations.graph.TimeVariation;
import org.macrostate.solvers.integrate.Trajectory.Status;

/**
 * One integration: from break to break in time, and within that from event to event, in steps of a method. Where a trial
 * step meets a value that is no finite number or beyond 1e100 (the logarithm of a negative number, say) a shorter one is
 * tried, until steps are of the size of rounding.
 */
final class IntegrationRun {
    /** Steps never exceed this part of the whole. */
    private static final double LARGEST_STEP = 0.1;

    /** A crossing of an edge is looked at again with tolerances this much smaller. */
    private static final double CLOSER = 1e-3;

    private static final double AGREEMENT = 0.01;

    private final Integration settings;
    private final TrajectoryProblem problem;
    private final Optional<SwitchLog> switches;
    private final RightHandSide rates;
    private final StepWatch watch;
    private final Rows rows;
    private final double span;
    private final double smallestStep;
    private final StiffnessMonitor stiffness;
    private boolean confirming = true;
    private boolean stiff;
    private OptionalDouble stiffFrom = OptionalDouble.empty();
    private TimeVariation variation = TimeVariation.NONE;
    private double time;
    private double[] state;
    private long steps;

    IntegrationRun(Integration settings, TrajectoryProblem problem, Optional<RowSink> sink) {
        this.settings = settings;
        this.problem = problem;
        stiff = settings.method() == Integration.Method.RODAS;
        if (stiff && problem.linearisation().isEmpty()) {
            throw new IllegalArgumentException("Rodas5P needs the linearisation of the right-hand side");
        }
        int n = problem.start().length;
        Optional<SwitchState> sides = problem.system()
                .flatMap(system -> system.switches())
                .map(kernels -> new SwitchState(kernels, problem.parameters(), n));
        rates = new RightHandSide(problem, settings, sides);
        rows = new Rows(problem.times(), sink);
        watch = new StepWatch(settings, problem, sides, rates.kernel(), rows);
        span = problem.endTime() - problem.startTime();
        smallestStep = 2 * Math.ulp(Math.max(Math.abs(problem.startTime()), Math.abs(problem.endTime())));
        switches = sides.map(s -> new SwitchLog(s, watch, smallestStep));
        stiffness = new StiffnessMonitor(n);
        time = problem.startTime();
        state = problem.start().clone();
        rows.take(time, state);
    }

    Trajectory trajectory() {
        if (!(span > 0)) {
            return result(Status.COMPLETED, "");
        }
        double[] breaks = problem.system()
                .map(system ->
                        system.timeDependence().breaks(problem.parameters(), problem.startTime(), problem.endTime()))
                .orElseGet(() -> new double[0]);
        boolean breaksBehind = problem.system()
                .map(system -> !system.timeDependence().isEmpty())
                .orElse(false);
        try {
            for (int i = 0; i <= breaks.length; i++) {
                double end = i < breaks.length ? breaks[i] : problem.endTime();
                rates.within(time, end, breaksBehind, i < breaks.length);
                variation = problem.system()
                        .map(system -> system.timeDependence().variation(problem.parameters(), time, end))
                        .orElse(TimeVariation.NONE);
                Optional<Trajectory> early = stretch(end);
                if (early.isPresent()) {
                    return early.get();
                }
            }
            rows.take(problem.endTime(), state);
            return result(Status.COMPLETED, "");
        } catch (Halt | CancellationException halt) {
            return result(
                    Status.TOO_MANY_STEPS,
                    Thread.currentThread().isInterrupted()
                            ? "the time limit was reached at t = " + time + " of " + problem.endTime()
                            : settings.maxEvaluations() + " evaluations of the right-hand side reached t = " + time
                                    + " of " + problem.endTime() + "; the system may be stiff");
        }
    }

    /** Integrates up to a time without breaks before it; how it ended if that was before. */
    private Optional<Trajectory> stretch(double end) {
        if (switches.isPresent()) {
            Optional<String> open = switches.get().begin(time, state);
            if (open.isPresent()) {
                return Optional.of(result(Status.UNDETERMINED, open.get()));
            }
        }
        while (end - time > smallestStep) {
            Optional<Trajectory> early = settings.method() == Integration.Method.HIPPARCHUS && !stiff
                    ? new HipparchusLeg(this, rates, settings.tolerances()).run(time, state, end)
                    : leg(end);
            if (early.isPresent()) {
                return early;
            }
        }
        time = end;
        return Optional.empty();
    }

    /** Steps of one method, until the end, an event, or another method's turn. */
    private Optional<Trajectory> leg(double end) {
        OneStepMethod method = method();
        method.begin(time, state);
        if (!RightHandSide.isOrdinary(method.slope())) {
            return Optional.of(diverged(state));
        }
        StepController controller = new StepController(method.order(), settings.tolerances());
        double h = controller.firstStep(rates, time, state, method.slope(), Math.min(longestStep(), end - time));
        while (end - time > smallestStep) {
            h = Math.max(smallestStep, Math.min(h, longestStep()));
            double until = end - time - h <= smallestStep ? end : time + h;
            double error = method.attempt(until);
            double factor = controller.factor(error);
            double length = until - time;
            if (!(error < 1)) {
                h = length * factor;
                if (h < smallestStep) {
                    return Optional.of(Double.isNaN(error) ? diverged(ahead(method.slope())) : collapsed());
                }
                continue;
            }
            double stiffness = method.stiffness();
            StepEvent event = watch.look(method);
            if (event != null) {
                return happened(method, event);
            }
            rows.take(method, until, method.end());
            method.accept();
            Optional<Trajectory> stopped = accepted(until, method.start());
            if (stopped.isPresent()) {
                return stopped;
            }
            if (!stiff
                    && rates.isLinearised()
                    && stiffness > 0
                    && this.stiffness.isStiff(stiffness, length, problem.endTime() - time)) {
                stiff = true;
                return Optional.empty();
            }
            h = length * factor;
        }
        return Optional.empty();
    }

    private OneStepMethod method() {
        if (!stiff || !rates.isLinearised()) {
            return new DormandPrince853(rates, settings.tolerances());
        }
        if (stiffFrom.isEmpty()) {
            stiffFrom = OptionalDouble.of(time);
        }
        return new Rodas5P(rates, settings.tolerances());
    }

    /** No step from here may be longer. */
    double longestStep() {
        return Math.max(smallestStep, Math.min(span * LARGEST_STEP, variation.longestStep(time)));
    }

    double time() {
        return time;
    }

    double[] state() {
        return state;
    }

    double smallestStep() {
        return smallestStep;
    }

    /** Looks at a step of a method that has a loop of its own; what it ends with, if it does. */
    Optional<Trajectory> watched(StepInside step) {
        StepEvent event = watch.look(step);
        if (event != null) {
            return happened(step, event);
        }
        rows.take(step, step.to(), step.end());
        return accepted(step.to(), step.end());
    }

    private Optional<Trajectory> accepted(double until, double[] reached) {
        time = until;
        state = reached;
        steps++;
        settings.progress().accept(time);
        return settings.stop() != StopCondition.NEVER && settings.stop().holds(time, state)
                ? Optional.of(result(Status.STOPPED, "the stop condition held"))
                : Optional.empty();
    }

    private Optional<Trajectory> happened(StepInside step, StepEvent event) {
        if (event.kind() == StepEvent.Kind.LEFT_DOMAIN && confirming && !isConfirmed(event)) {
            watch.allowMore();
            rows.take(step, step.to(), step.end());
            double[] end = step.end().clone();
            return accepted(step.to(), end);
        }
        double until = event.time();
        if (until > step.from()) {
            rows.take(step, until, event.state());
        }
        Optional<Trajectory> stopped = accepted(until, event.state().clone());
        if (stopped.isPresent()) {
            return stopped;
        }
        return switch (event.kind()) {
            case CROSSED -> Optional.of(result(Status.CROSSED, "the crossing was found"));
            case LEFT_DOMAIN -> Optional.of(result(Status.LEFT_DOMAIN, leftDomain(event)));
            case REACHED_SURFACE, LEFT_SURFACE ->
                switches.orElseThrow().take(event, time, state).map(why -> result(Status.UNDETERMINED, why));
        };
    }

    /** Whether the state leaves its domain also where it is computed more exactly, and at the same time. */
    private boolean isConfirmed(StepEvent event) {
        Tolerances closer = settings.tolerances().times(CLOSER);
        if (closer.equals(settings.tolerances())) {
            return true;
        }
        double passed = event.time() - problem.startTime();
        double until = event.time() + AGREEMENT * passed + 10 * smallestStep;
        Integration again = Integration.with(closer).withMaxEvaluations(settings.maxEvaluations());
        IntegrationRun run = new IntegrationRun(again, problem.at(until), Optional.empty());
        run.confirming = false;
        Trajectory found = run.trajectory();
        return found.status() != Status.COMPLETED
                && Math.abs(found.reachedTime() - event.time()) <= AGREEMENT * passed + 10 * smallestStep;
    }

    private String leftDomain(StepEvent event) {
        return watch.described(event) + ", which ceases to hold at t = " + time + ", where "
                + StateText.whole(state, settings::name);
    }

    private double[] ahead(double[] slope) {
        double[] there = state.clone();
        for (int i = 0; i < there.length; i++) {
            there[i] += 8 * smallestStep * slope[i];
        }
        return there;
    }

    /** @param at a state there or just ahead */
    Trajectory diverged(double[] at) {
        Optional<String> what = rates.notOrdinary(time, state)
                .or(() -> rates.notOrdinary(time + 8 * smallestStep, at))
                .or(() -> rates.notOrdinary(time + 64 * smallestStep, at));
        return what.map(w -> result(Status.DIVERGED, "diverged near t = " + time + ": " + w))
                .orElseGet(this::collapsed);
    }

    Trajectory collapsed() {
        return result(
                Status.DIVERGED,
                "the step size collapsed near t = " + time + ", where " + StateText.largest(state, settings::name));
    }

    private Trajectory result(Status status, String message) {
        return new Trajectory(
                rows.takenTimes(),
                rows.takenRows(),
                status,
                message,
                time,
                rates.evaluations(),
                steps,
                stiffFrom,
                switches.map(SwitchLog::notes).orElse(List.of()));
    }
}

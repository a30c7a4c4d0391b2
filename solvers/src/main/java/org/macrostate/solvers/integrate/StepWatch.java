package org.macrostate.solvers.integrate;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.macrostate.solvers.fixedpoint.DomainConstraints;
import org.macrostate.solvers.kernel.Kernel;

/**
 * Looks at each accepted step for what happens within it: a surface of the rates reached or left, the level that is waited
 * for, the edge of the state's domain. Each is located in time on the step's inside.
 */
final class StepWatch {
    /** Looks in the whole of a trajectory, at least. */
    private static final int LOOKS = 1000;

    private static final int MOST_LOOKS_A_STEP = 64;
    private static final int SURFACE_LOOKS = 4;
    private static final int BISECTIONS = 200;

    /** Local errors add up along a trajectory: a state is outside if it is by more than this many of them. */
    private static final double LOCAL_ERRORS = 100;

    private final Optional<LevelCrossing> crossing;
    private final Optional<SwitchState> switches;
    private final Optional<DomainConstraints> domain;
    private final double[] parameters;
    private final Rows rows;
    private final double lookInterval;
    private final double relative;
    private final double absolute;
    private final double[] crossingOut;
    private final double[] crossingWork;
    private final double[] kernelWork;
    private double allowance = LOCAL_ERRORS;

    StepWatch(
            Integration settings, TrajectoryProblem problem, Optional<SwitchState> switches, Kernel rates, Rows rows) {
        this.rows = rows;
        crossing = settings.crossing();
        this.switches = switches;
        parameters = problem.parameters();
        domain = problem.system()
                .map(system -> DomainConstraints.of(system.bound(), parameters))
                .filter(constraints -> constraints.count() > 0);
        lookInterval = (problem.endTime() - problem.startTime()) / LOOKS;
        relative = settings.tolerances().relative();
        absolute = settings.tolerances().absolute();
        crossingOut = new double[crossing.map(c -> c.quantity().outputLength()).orElse(0)];
        crossingWork = new double[crossing.map(c -> c.quantity().workLength()).orElse(0)];
        kernelWork = new double[rates.workLength()];
    }

    double[] kernelWork() {
        return kernelWork;
    }

    /** The first that happens in a step; null if nothing does. */
    @Nullable
    StepEvent look(StepInside step) {
        StepEvent first = switches.isPresent() ? surface(step, switches.get()) : null;
        if (crossing.isPresent()) {
            first = earlier(first, level(step, crossing.get()));
        }
        if (domain.isPresent()) {
            double until = first == null ? step.to() : first.time();
            double[] state = first == null ? step.end() : first.state();
            first = earlier(firstEdge(step, until, state, domain.get()), first);
        }
        return first;
    }

    private static @Nullable StepEvent earlier(@Nullable StepEvent one, @Nullable StepEvent other) {
        return one == null || (other != null && other.time() < one.time()) ? other : one;
    }

    /** What is left is a matter of rounding: more of it is allowed from now on. */
    void allowMore() {
        allowance *= LOCAL_ERRORS;
    }

    /** What the constraint of an event says. */
    String described(StepEvent event) {
        return domain.orElseThrow().described(event.constraint());
    }

    /** At the rows asked for within a step, and at its end. */
    private @Nullable StepEvent firstEdge(
            StepInside step, double until, double[] state, DomainConstraints constraints) {
        for (int i = 0; rows.next(i) < until; i++) {
            double t = rows.next(i);
            StepEvent found = t > step.from() ? edge(step, t, step.inside(t), constraints) : null;
            if (found != null) {
                return found;
            }
        }
        return edge(step, until, state, constraints);
    }

    private @Nullable StepEvent edge(StepInside step, double until, double[] state, DomainConstraints constraints) {
        int broken = constraints.violated(state, allowance * relative, allowance * absolute);
        if (broken < 0) {
            return null;
        }
        double time = located(
                t -> constraints.slack(broken, t == until ? state : t == step.from() ? step.start() : step.inside(t)),
                step.from(),
                until);
        return new StepEvent(
                StepEvent.Kind.LEFT_DOMAIN, time, time == until ? state.clone() : inside(step, time), broken, false);
    }

    private static double[] inside(StepInside step, double t) {
        return t == step.from()
                ? step.start().clone()
                : t == step.to() ? step.end().clone() : step.inside(t);
    }

    private @Nullable StepEvent level(StepInside step, LevelCrossing awaited) {
        int looks = (int) Math.max(1, Math.min(MOST_LOOKS_A_STEP, Math.ceil((step.to() - step.from()) / lookInterval)));
        DoubleUnaryOperator above = t -> {
            double[] state = t == step.from() ? step.start() : t == step.to() ? step.end() : step.inside(t);
            awaited.quantity().eval(t, state, parameters, crossingOut, crossingWork);
            return crossingOut[awaited.output()] - awaited.level();
        };
        double last = step.from();
        double before = above.applyAsDouble(last);
        for (int i = 1; i <= looks; i++) {
            double t = i == looks ? step.to() : step.from() + (step.to() - step.from()) * i / looks;
            double now = above.applyAsDouble(t);
            if ((before < 0 && now >= 0) || (before > 0 && now <= 0)) {
                double time = located(before < 0 ? x -> -above.applyAsDouble(x) : above, last, t);
                return new StepEvent(StepEvent.Kind.CROSSED, time, inside(step, time), -1, false);
            }
            last = t;
            before = now;
        }
        return null;
    }

    private @Nullable StepEvent surface(StepInside step, SwitchState at) {
        double last = step.from();
        for (int i = 1; i <= SURFACE_LOOKS; i++) {
            double t = i == SURFACE_LOOKS ? step.to() : step.from() + (step.to() - step.from()) * i / SURFACE_LOOKS;
            StepEvent first = null;
            for (int jump = 0; jump < at.count(); jump++) {
                first = earlier(first, reached(step, at, jump, last, t));
            }
            if (at.slides()) {
                first = earlier(first, left(step, at, last, t));
            }
            if (first != null) {
                return first;
            }
            last = t;
        }
        return null;
    }

    private @Nullable StepEvent reached(StepInside step, SwitchState at, int jump, double from, double to) {
        if (at.slidesAlong(jump)) {
            return null;
        }
        int side = at.side(jump);
        DoubleUnaryOperator distance = t -> {
            double value = at.arguments(t, inside(step, t))[jump];
            return side == 0 ? -Math.abs(value) : side * value;
        };
        double there = distance.applyAsDouble(to);
        double[] end = inside(step, to);
        if (!(there < -1e-13 * (1 + largest(end)))) {
            return null;
        }
        double time = side == 0 ? to : located(distance, from, to);
        return new StepEvent(StepEvent.Kind.REACHED_SURFACE, time, inside(step, time), jump, false);
    }

    private static double largest(double[] state) {
        double largest = 0;
        for (double value : state) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private @Nullable StepEvent left(StepInside step, SwitchState at, double from, double to) {
        double[] shares = at.shares(to, inside(step, to), kernelWork);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] < 0 || shares[i] > 1) {
                int index = i;
                boolean upwards = shares[i] > 1;
                double time = located(
                        t -> {
                            double share = at.shares(t, inside(step, t), kernelWork)[index];
                            return upwards ? 1 - share : share;
                        },
                        from,
                        to);
                return new StepEvent(StepEvent.Kind.LEFT_SURFACE, time, inside(step, time), index, upwards);
            }
        }
        return null;
    }

    /** The last time at which a quantity that ends negative is not; the beginning if it never is. By bisection. */
    private static double located(DoubleUnaryOperator quantity, double from, double to) {
        double inside = from;
        double outside = to;
        if (!(quantity.applyAsDouble(from) > 0)) {
            return from;
        }
        for (int i = 0; i < BISECTIONS && outside - inside > 2 * Math.ulp(outside); i++) {
            double middle = inside + (outside - inside) / 2;
            if (quantity.applyAsDouble(middle) >= 0) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside == from ? outside : inside;
    }
}

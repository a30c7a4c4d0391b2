package org.macrostate.engine.analysis.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.solvers.control.Control;
import org.macrostate.solvers.control.ControlGoal;
import org.macrostate.solvers.control.ControlGrid;
import org.macrostate.solvers.control.ControlProblem;
import org.macrostate.solvers.control.ControlTasks;
import org.macrostate.solvers.control.ControlledSystem;
import org.macrostate.solvers.control.GridDescents;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.tune.Goal;

/**
 * Local searches of the values of free forms by the exact gradients of the derived equations, as {@code control} makes them:
 * where nothing but values of free forms is varied, all on the same times, and the goal is a value at a time or a time.
 */
final class FreeFormDescents {
    private FreeFormDescents() {}

    /** Of values of the constants, in their order; empty where there is no gradient. */
    static Optional<GridDescents> of(
            FreeForm form, ModelInstance subject, TuneGoal goal, double[] start, long seed, ExecutionContext work) {
        Optional<ControlGrid> grid = grid(form, goal.goal().end());
        Optional<ControlGoal> smooth = goal(goal.goal());
        if (grid.isEmpty() || smooth.isEmpty()) {
            return Optional.empty();
        }
        List<Control> controls = new ArrayList<>();
        for (FreeForm.Shape shape : form.shapes()) {
            int position = subject.layout().labels().indexOf(shape.parameter());
            if (position < 0) {
                return Optional.empty();
            }
            controls.add(new Control(
                    shape.parameter(),
                    List.of(position),
                    shape.range().from(),
                    shape.range().to()));
        }
        OrderParameterSystem system = subject.system();
        Formula quantity = new Formula("goal", ScheduledTrajectory.quantity(system, goal.quantity()));
        BoundSystem bound = BoundSystem.of(system.with(system.problem(), List.of(quantity)), subject.sizes());
        ControlledSystem compiled = ControlledSystem.of(bound, 0, List.of(), controls, List.of());
        PhysicalRegion region = PhysicalRegion.of(subject.compiled().bound(), subject.parameters());
        ControlProblem problem = ControlProblem.of(compiled, subject.parameters(), start, smooth.get())
                .inside(region::contains);
        return Optional.of(new GridDescents(problem, grid.get(), seed, tasks(work)));
    }

    private static ControlTasks tasks(ExecutionContext work) {
        return new ControlTasks() {
            @Override
            public <T> List<T> all(int count, IntFunction<T> task) {
                return work.runner().all(count, task);
            }
        };
    }

    private static Optional<ControlGoal> goal(Goal goal) {
        if (goal instanceof Goal.ValueAt at) {
            return Optional.of(new ControlGoal.AtTime(at.end(), 1));
        }
        return goal instanceof Goal.TimeToReach time
                ? Optional.of(new ControlGoal.FirstPassage(time.level(), time.below(), time.end()))
                : Optional.empty(); // the least value has a kink where the time at which it is taken jumps
    }

    /** On which all values stand: a step lasts until the next one's time, the last until the end. */
    private static Optional<ControlGrid> grid(FreeForm form, double end) {
        List<FreeForm.Shape> shapes = form.shapes();
        int values = shapes.stream().mapToInt(shape -> shape.times().size()).sum();
        boolean free = !shapes.isEmpty()
                && shapes.size() == form.schedules().size()
                && values == form.constants().size();
        if (!free || !shapes.stream().allMatch(shape -> isLike(shape, shapes.get(0)))) {
            return Optional.empty();
        }
        List<Double> times = shapes.get(0).times();
        boolean linear = shapes.get(0).linear();
        double first = times.get(0);
        if (!(linear ? first == 0 : times.get(1) > 0)) {
            return Optional.empty();
        }
        List<Double> knots = new ArrayList<>(List.of(0.0));
        knots.addAll(times.subList(1, times.size()));
        if (!linear) {
            double last = times.get(times.size() - 1);
            knots.add(end > last ? end : 2 * last);
        }
        return Optional.of(
                new ControlGrid(knots.stream().mapToDouble(Double::doubleValue).toArray(), linear));
    }

    private static boolean isLike(FreeForm.Shape one, FreeForm.Shape other) {
        return one.linear() == other.linear() && one.times().equals(other.times());
    }
}

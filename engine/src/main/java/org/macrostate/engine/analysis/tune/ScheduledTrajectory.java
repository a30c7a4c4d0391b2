package org.macrostate.engine.analysis.tune;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Schedules;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.SystemScope;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.tune.ObservedTrajectory;
import org.macrostate.solvers.tune.ScheduleConstant;

/**
 * A model under schedules with constants of their own: these are further parameters, so that one compiled system serves
 * all their values.
 *
 * @param parameters of the model, with places for the constants
 * @param places of the constants in it
 */
record ScheduledTrajectory(ObservedTrajectory course, TuneGoal goal, double[] parameters, int[] places) {

    /** @throws BadInput if a name or an expression does not fit the model */
    static ScheduledTrajectory of(
            ModelInstance subject,
            Map<String, String> schedules,
            List<ScheduleConstant> vary,
            TuneGoal goal,
            double[] start) {
        requireConstants(subject.problem(), vary);
        Map<String, Expression> scheduled = schedules(subject.problem(), schedules, vary);
        OrderParameterSystem system = subject.system();
        Formula quantity = new Formula("goal", quantity(system, goal.quantity()));
        BoundSystem bound = BoundSystem.of(
                system.with(declaring(subject.problem(), vary), List.of(quantity)), subject.sizes(), scheduled);
        CompiledSystem compiled = CompiledSystem.of(bound);
        return new ScheduledTrajectory(
                ObservedTrajectory.of(compiled, compiled.observables(), start, Integration.with(Tolerances.DEFAULT)),
                goal,
                bound.parameters().with(subject.settings().parameters()),
                vary.stream()
                        .mapToInt(constant -> bound.parameters().position(constant.name()))
                        .toArray());
    }

    /** @param inadmissible told why where a course leaves its domain */
    double value(Consumer<String> inadmissible, double... constants) {
        return course.goal(goal.goal(), at(constants), inadmissible);
    }

    double value(double... constants) {
        return course.goal(goal.goal(), at(constants));
    }

    /** The goal's quantity at ascending times; NaN from where the course breaks off. */
    double[] quantity(double[] times, double... constants) {
        return course.quantity(times, at(constants));
    }

    private double[] at(double... constants) {
        double[] at = parameters.clone();
        for (int i = 0; i < constants.length; i++) {
            at[places[i]] = constants[i];
        }
        return at;
    }

    /** An observable goes by its name, also where its formula cannot be written by hand. */
    static Expression quantity(OrderParameterSystem system, String text) {
        return system.observables().stream()
                .filter(o -> o.name().equals(text))
                .findFirst()
                .map(Formula::value)
                .orElseGet(() -> SystemScope.read(system, Text.of(text)));
    }

    private static LearningProblem declaring(LearningProblem problem, List<ScheduleConstant> vary) {
        return problem.withParameters(vary.stream()
                .map(c -> new Declaration.Parameter(
                        c.name(), Optional.empty(), List.of(c.from()), Domain.REAL, "constant of a schedule"))
                .toList());
    }

    /** @throws BadInput if a constant is the model's own parameter or time */
    static void requireConstants(LearningProblem problem, List<ScheduleConstant> vary) {
        for (ScheduleConstant constant : vary) {
            if (constant.name().equals("t")
                    || problem.parameter(constant.name()).isPresent()) {
                throw new BadInput("what is varied are constants of the schedule with names of their own, '"
                        + constant.name() + "' is "
                        + (constant.name().equals("t") ? "time" : "a parameter of the model"));
            }
        }
    }

    /** @throws BadInput if a schedule cannot be read, or a constant is in none of them */
    static Map<String, Expression> schedules(
            LearningProblem problem, Map<String, String> texts, List<ScheduleConstant> vary) {
        Map<String, Expression> schedules = Schedules.read(declaring(problem, vary), texts);
        for (ScheduleConstant constant : vary) {
            if (texts.containsKey(constant.name())) {
                throw new BadInput("'" + constant.name() + "' cannot be both varied and scheduled");
            }
        }
        TreeSet<String> used = new TreeSet<>();
        schedules.values().forEach(schedule -> Substitution.atoms(atom -> {
                    if (atom instanceof Symbol symbol) {
                        used.add(symbol.name());
                    }
                    return atom;
                })
                .in(schedule));
        for (ScheduleConstant constant : vary) {
            if (!used.contains(constant.name())) {
                throw new BadInput("the constant '" + constant.name() + "' stands in no schedule");
            }
        }
        return schedules;
    }
}

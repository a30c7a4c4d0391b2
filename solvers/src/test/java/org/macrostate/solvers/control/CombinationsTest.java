package org.macrostate.solvers.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.solvers.integrate.Tolerances;

/**
 * Goals of every kind, constant pieces and lines, one control and two, with and without running costs and budgets: what is
 * found is stationary by central differences, keeps its budget, and is not worse than any constant.
 */
class CombinationsTest {
    private static final double BUDGET = 2.2;
    private static final String MODEL = ControlCases.REGRESSION.replace(
            "effort: \"tau^2\"", "effort: \"tau^2\", cost: \"(tau - 1/2)^2 + (sigma - 1/5)^2\"");

    static Stream<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        List<ControlGoal> goals = List.of(
                new ControlGoal.AtTime(6, 1),
                new ControlGoal.AtTime(6, 0),
                new ControlGoal.FirstPassage(0.15, true, 40));
        for (ControlGoal goal : goals) {
            for (int kind = 0; kind < 16; kind++) {
                all.add(Arguments.of(goal, kind % 2 == 1, kind / 2 % 2 == 1, kind / 4 % 2 == 1, kind / 8 == 1));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, linear {1}, two controls {2}, running cost {3}, budget {4}")
    @MethodSource("combinations")
    @Tag("slow")
    void every_combination_is_stationary_and_keeps_its_budget(
            ControlGoal goal, boolean linear, boolean two, boolean cost, boolean budget) {
        what_is_found_is_stationary_and_keeps_its_budget(goal, linear, two, cost, budget);
    }

    /** Everything at once, for each kind of goal. */
    static Stream<Arguments> fullest() {
        return combinations()
                .filter(c -> List.of(c.get()).subList(1, 5).stream().allMatch(Boolean.TRUE::equals));
    }

    @ParameterizedTest(name = "{0}, linear {1}, two controls {2}, running cost {3}, budget {4}")
    @MethodSource("fullest")
    void what_is_found_is_stationary_and_keeps_its_budget(
            ControlGoal goal, boolean linear, boolean two, boolean cost, boolean budget) {
        String[] controls = two ? new String[] {"tau=0.05:1.2", "sigma=0.1:0.6"} : new String[] {"tau=0.05:1.2"};
        ControlProblem plain = ControlCases.problem(
                MODEL, Map.of("R", 0.0, "Q", 0.0), goal, List.of("eps_g", "cost", "effort"), controls);
        boolean integral = goal instanceof ControlGoal.AtTime at && at.weight() == 0;
        ControlProblem problem = plain.costing(integral ? 1 : 0, cost ? 0.05 : 0, 0)
                .within(budget ? List.of(new ControlProblem.Budget(2, budgetOf(goal))) : List.of());
        ControlResult result = new ControlSearch(problem, 3, linear, 4, 1, ControlTasks.IN_ORDER, () -> {}).search();
        ControlResult.Best best = result.best().orElseThrow();
        assertTrue(best.residual() <= 1e-5 * (1 + Math.abs(best.objective())), () -> "residual " + best.residual());
        if (budget) {
            assertTrue(best.integrals()[2] <= budgetOf(goal) + 1e-6, () -> "used " + best.integrals()[2]);
        }
        requireStationary(problem, best);
        requireNoWorseThanConstants(problem, best);
    }

    private static double budgetOf(ControlGoal goal) {
        return goal instanceof ControlGoal.FirstPassage ? 1.5 : BUDGET;
    }

    /** Of the objective with budgets at their prices, by differences of fourth order. */
    private static void requireStationary(ControlProblem problem, ControlResult.Best best) {
        ControlProblem priced =
                problem.costing(best.weights()).within(List.of()).to(new Tolerances(1e-13, 1e-15));
        ControlObjective objective = ControlObjective.of(priced, best.grid());
        double[] at = objective.coordinates(best.values());
        for (int i = 0; i < at.length; i++) {
            if (at[i] > 1e-3 && at[i] < 1 - 1e-3) {
                double slope = Gradients.central(objective, at, i);
                assertEquals(0, slope, 2e-4 * (1 + Math.abs(best.objective())), "by coordinate " + i);
            }
        }
    }

    private static void requireNoWorseThanConstants(ControlProblem problem, ControlResult.Best best) {
        double slack = 1e-7 * (1 + Math.abs(best.objective()));
        ControlObjective objective = ControlObjective.of(problem, best.grid());
        for (int i = 0; i <= 20; i++) {
            double[] constant = ControlCases.all(objective.dimension(), i / 20.0);
            ControlledRun run = objective.run(constant);
            boolean kept = problem.budgets().stream().allMatch(b -> run.integral(b.integral()) <= b.most());
            if (run.reached() && kept) {
                assertTrue(best.objective() <= run.objective() + slack, "a constant of coordinate " + i / 20.0);
            }
        }
    }
}

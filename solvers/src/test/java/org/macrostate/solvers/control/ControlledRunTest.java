package org.macrostate.solvers.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gradients are those of central differences; their cost is a few trajectories'. */
class ControlledRunTest {
    private static void assertGradient(ControlProblem problem, ControlGrid grid, long seed) {
        ControlObjective objective = ControlObjective.of(problem, grid);
        double[] at = new Random(seed).doubles(objective.dimension(), 0.2, 0.9).toArray();
        SmoothFunction.Point point = objective.at(at);
        double[] gradient = point.gradient();
        double largest = 0;
        double[] central = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double e = 1e-4;
            central[i] = (8 * (moved(objective, at, i, e) - moved(objective, at, i, -e))
                            - (moved(objective, at, i, 2 * e) - moved(objective, at, i, -2 * e)))
                    / (12 * e);
            largest = Math.max(largest, Math.abs(central[i]));
        }
        assertTrue(largest > 0);
        for (int i = 0; i < at.length; i++) {
            assertEquals(central[i], gradient[i], 1e-6 * largest, "component " + i + " of " + largest);
        }
    }

    private static double moved(ControlObjective objective, double[] at, int i, double by) {
        double[] other = at.clone();
        other[i] += by;
        return objective.at(other).value();
    }

    private static ControlProblem fine(ControlProblem problem) {
        return problem.to(new org.macrostate.solvers.integrate.Tolerances(1e-13, 1e-15));
    }

    @Test
    void the_gradient_of_a_value_at_a_time_is_that_of_central_differences() {
        for (boolean linear : new boolean[] {false, true}) {
            assertGradient(
                    fine(ControlCases.vae(new ControlGoal.AtTime(600, 1))), ControlGrid.even(600, 12, linear), 3);
        }
    }

    @Test
    void the_gradient_of_a_time_of_first_passage_is_that_of_central_differences() {
        for (boolean linear : new boolean[] {false, true}) {
            assertGradient(
                    fine(ControlCases.problem(
                            ControlCases.VAE,
                            ControlCases.VAE_START,
                            new ControlGoal.FirstPassage(0.2, true, 3000),
                            List.of(),
                            "beta=0.1:1")),
                    ControlGrid.even(800, 15, linear),
                    5);
        }
    }

    @Test
    void the_gradient_of_integrals_with_two_controls_is_that_of_central_differences() {
        ControlProblem regression = ControlCases.problem(
                ControlCases.REGRESSION,
                Map.of("R", 0.1, "Q", 1.0),
                new ControlGoal.FirstPassage(0.2, true, 30),
                List.of("eps_g", "effort"),
                "tau=0.1:1",
                "sigma=0.1:0.3");
        assertGradient(fine(regression.costing(0.3, 0.2)), ControlGrid.even(6, 7, true), 7);
        assertGradient(
                fine(regression.to(new ControlGoal.AtTime(6, 0)).costing(0.3, 0.2)), ControlGrid.even(6, 7, false), 9);
    }

    @Test
    void a_gradient_costs_at_most_five_trajectories() {
        ControlProblem problem = ControlCases.vae(new ControlGoal.AtTime(600, 1));
        ControlGrid grid = ControlGrid.even(600, 100, false);
        double[] values = ControlCases.all(100, 0.7);
        double forward = Double.POSITIVE_INFINITY;
        double both = Double.POSITIVE_INFINITY;
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 60; round++) {
            long begin = clock.getCurrentThreadCpuTime();
            ControlledRun[] runs = new ControlledRun[50];
            for (int i = 0; i < runs.length; i++) {
                runs[i] = ControlledRun.of(problem, grid, values);
            }
            long middle = clock.getCurrentThreadCpuTime();
            for (ControlledRun run : runs) {
                assertEquals(100, run.gradient(new double[0]).length);
            }
            long end = clock.getCurrentThreadCpuTime();
            forward = Math.min(forward, (double) (middle - begin));
            both = Math.min(both, (double) (end - begin));
        }
        double ratio = both / forward;
        assertTrue(ratio < 5, () -> "gradient over trajectory: " + ratio);
    }
}

package org.macrostate.solvers.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.integrate.Tolerances;

/** Gradients are those of central differences; their cost is a few trajectories'. */
class ControlledRunTest {
    @Test
    void the_gradient_of_a_value_at_a_time_is_that_of_central_differences() {
        for (boolean linear : new boolean[] {false, true}) {
            Gradients.requireCentral(
                    ControlCases.vae(new ControlGoal.AtTime(600, 1)), ControlGrid.even(600, 12, linear), 3);
        }
    }

    @Test
    void the_gradient_of_a_time_of_first_passage_is_that_of_central_differences() {
        for (boolean linear : new boolean[] {false, true}) {
            Gradients.requireCentral(
                    ControlCases.problem(
                            ControlCases.VAE,
                            ControlCases.VAE_START,
                            new ControlGoal.FirstPassage(0.2, true, 3000),
                            List.of(),
                            "beta=0.1:1"),
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
        Gradients.requireCentral(regression.costing(0.3, 0.2), ControlGrid.even(6, 7, true), 7);
        Gradients.requireCentral(
                regression.to(new ControlGoal.AtTime(6, 0)).costing(0.3, 0.2), ControlGrid.even(6, 7, false), 9);
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

    /** D = exp ℓ: the same function of the controls, integrated in another coordinate. */
    @Test
    void with_the_logarithm_of_a_positive_number_as_coordinate_everything_is_the_same() {
        ControlProblem plain = ControlCases.vae(new ControlGoal.AtTime(300, 1)).to(new Tolerances(1e-13, 1e-15));
        ControlProblem logs =
                ControlCases.logarithmicVae(new ControlGoal.AtTime(300, 1)).to(new Tolerances(1e-13, 1e-15));
        ControlGrid grid = ControlGrid.even(300, 6, false);
        Gradients.requireCentral(logs, grid, 5);
        double[] values = {0.7, 0.2, 1.3, 0.4, 0.9, 2};
        ControlledRun one = ControlledRun.of(plain, grid, values);
        ControlledRun other = ControlledRun.of(logs, grid, values);
        assertArrayEquals(one.end(), other.end(), 1e-10);
        assertArrayEquals(one.gradient(new double[0]), other.gradient(new double[0]), 1e-11);
        CostateRow first = one.costates(new double[0]).get(0);
        CostateRow same = other.costates(new double[0]).get(0);
        assertArrayEquals(first.state(), same.state(), 1e-12);
        assertArrayEquals(first.costate(), same.costate(), 1e-9);
        assertArrayEquals(first.switching(), same.switching(), 1e-11);
    }

    /**
     * x = e^−t; the quantity is hardly anything until shortly before the passage, so that chords from the step's begin say
     * nothing of it. It ends where Tanh[200 (x − 1/3)] is the level.
     */
    @Test
    void a_passage_ends_where_the_quantity_is_the_level_to_rounding() {
        for (double level : new double[] {-0.999999, -0.5, 0, 0.5, 0.999}) {
            ControlProblem problem = ControlCases.problem(
                    """
                    model: decay
                    parameters: {k: {value: 1, domain: positive}}
                    flow: {x: -k x}
                    observables: {eps_g: "Tanh[200 (x - 1/3)]"}
                    """, Map.of("x", 1.0), new ControlGoal.FirstPassage(level, true, 30), List.of(), "k=0.5:2");
            ControlledRun run = ControlledRun.of(problem, ControlGrid.even(10, 1, false), new double[] {1});
            assertTrue(run.reached());
            assertEquals(level, run.quantity(), 1e-11);
            double atanh = 0.5 * Math.log((1 + level) / (1 - level));
            assertEquals(-Math.log(1.0 / 3 + atanh / 200), run.time(), 1e-9);
            assertEquals(Math.tanh(200 * (run.end()[0] - 1.0 / 3)), run.quantity(), 1e-13);
        }
    }

    /** At a jump no state has the level: the quantity is what it is there, not what was asked for. */
    @Test
    void a_quantity_that_jumps_over_the_level_is_told_as_it_is() {
        ControlProblem problem = ControlCases.problem(
                """
                model: decay
                parameters: {k: {value: 1, domain: positive}}
                flow: {x: -k x}
                observables: {eps_g: "x + UnitStep[x - 1/3]"}
                """, Map.of("x", 1.0), new ControlGoal.FirstPassage(0.8, true, 30), List.of(), "k=0.5:2");
        ControlledRun run = ControlledRun.of(problem, ControlGrid.even(10, 1, false), new double[] {1});
        assertTrue(run.reached());
        assertEquals(Math.log(3), run.time(), 1e-9);
        assertTrue(Math.abs(run.quantity() - 0.8) > 0.4, () -> "quantity " + run.quantity());
    }
}

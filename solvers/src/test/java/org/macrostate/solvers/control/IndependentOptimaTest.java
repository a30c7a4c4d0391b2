package org.macrostate.solvers.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Optima that were found without this program: in closed form, or by SciPy from equations written by hand
 * ({@code reference_schedules.py} beside this test's models).
 */
class IndependentOptimaTest {
    private static ControlResult.Best best(ControlProblem problem, int pieces, int starts) {
        return new ControlSearch(problem, pieces, false, starts, 1, ControlTasks.IN_ORDER, () -> {})
                .search()
                .best()
                .orElseThrow();
    }

    @Test
    void weight_decay_is_scheduled_as_scipy_does() {
        ControlProblem problem = ControlCases.problem(
                ControlCases.RIDGE
                        .replace("{value: 1/2}", "{value: 6/5}")
                        .replace("tau: {value: 1,", "tau: {value: 7/10,"),
                Map.of("R", 0.1, "Q", 3.0),
                new ControlGoal.AtTime(5, 1),
                List.of(),
                "lambda=0:2");
        ControlResult.Best found = best(problem, 10, 6);
        assertEquals(0.2488794374253453, found.objective() / 2, 1e-9);
        assertArrayEquals(new double[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 1.82035}, found.values(), 1e-4);
    }

    @Test
    void batch_sizes_grow_as_scipy_says_when_samples_are_rationed() {
        ControlProblem problem = ControlCases.problem(
                        ControlCases.BATCHES,
                        Map.of("R", 0.0, "Q", 0.0),
                        new ControlGoal.AtTime(6, 1),
                        List.of("effort"),
                        "B=1:20")
                .within(List.of(new ControlProblem.Budget(0, 30)));
        ControlResult.Best found = best(problem, 6, 6);
        assertEquals(0.00535264108171726, found.objective() / 2, 1e-9);
        assertArrayEquals(new double[] {1, 1.02284, 1.60687, 3.00965, 6.69853, 16.66211}, found.values(), 1e-3);
    }

    @Test
    void the_probability_of_dropout_is_scheduled_as_scipy_does() {
        ControlProblem problem = ControlCases.problem(
                        ControlCases.DROPOUT,
                        Map.of("Q[1,1]", 0.3, "Q[1,2]", 0.05, "Q[2,2]", 0.2, "R[1]", 0.1, "R[2]", 0.02),
                        new ControlGoal.AtTime(6, 1),
                        List.of("effort"),
                        "keep=0.2:0.95")
                .costing(0.02);
        ControlResult.Best found = best(problem, 3, 6);
        assertEquals(0.08299436527157145, found.objective(), 1e-10);
        assertArrayEquals(new double[] {0.26082, 0.30983, 0.95}, found.values(), 1e-4);
    }

    /**
     * Labels with noise σ cost k/σ each: r obeys dr/dt = −(2τ − τ²) r + τ² σ², so that on a piece of width Δ the best σ³ is
     * kΔ/(2 τ² w), w = ∫ exp(−(2τ − τ²)(T − t)) dt over it.
     */
    @Test
    void noise_is_annealed_as_the_closed_form_says() {
        double k = 0.02;
        double end = 4;
        int pieces = 8;
        ControlProblem problem = ControlCases.problem(
                        ControlCases.REGRESSION.replace("tau^2", "1/sigma"),
                        Map.of("R", 0.0, "Q", 0.0),
                        new ControlGoal.AtTime(end, 1),
                        List.of("effort"),
                        "sigma=0.05:1")
                .costing(k);
        double width = end / pieces;
        double[] known = new double[pieces];
        double objective = Math.exp(-end);
        for (int i = 0; i < pieces; i++) {
            double weight = Math.exp(-(end - (i + 1) * width)) - Math.exp(-(end - i * width));
            known[i] = Math.min(1, Math.cbrt(k * width / (2 * weight)));
            objective += weight * known[i] * known[i] + k * width / known[i];
        }
        ControlResult.Best found = best(problem, pieces, 4);
        assertEquals(objective, found.objective(), 1e-9);
        assertArrayEquals(known, found.values(), 1e-6);
    }

    /**
     * Clean samples for a sixth of the time, on average: noise decays as exp(−(T − t)) for τ = 1, so that they come last. The
     * share lies between 0.05 and 0.95, and a budget of 2 of 6 leaves (2 − 0.05·6)/0.9 at the upper end.
     */
    @Test
    void clean_samples_come_last_in_the_best_curriculum() {
        double low = 0.05;
        double high = 0.95;
        ControlProblem problem = ControlCases.problem(
                        ControlCases.CURRICULUM,
                        Map.of("R", 0.0, "Q", 0.0),
                        new ControlGoal.AtTime(6, 1),
                        List.of("effort"),
                        "clean=0.05:0.95")
                .within(List.of(new ControlProblem.Budget(0, 6 * low + 2 * (high - low))));
        double noisy = low / 25 + 1 - low;
        double clean = high / 25 + 1 - high;
        double objective = Math.exp(-6) + noisy * (Math.exp(-2) - Math.exp(-6)) + clean * (1 - Math.exp(-2));
        ControlResult.Best found = best(problem, 12, 6);
        assertEquals(objective, found.objective(), 1e-6);
        for (int i = 0; i < 12; i++) {
            assertEquals(i < 8 ? low : high, found.values()[i], 1e-3, "piece " + i);
        }
    }
}

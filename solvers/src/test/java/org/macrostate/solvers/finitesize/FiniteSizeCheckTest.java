package org.macrostate.solvers.finitesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.sgd.Run;

/** On made-up data whose law is known: normal fluctuations of order N^(-1/2) and a bias of order 1/N. */
class FiniteSizeCheckTest {
    private static final List<String> NAMES = List.of("a", "b");
    private static final List<Double> TIMES = List.of(0.0, 1.0, 2.0, 3.0, 4.0);
    private static final FiniteSizeCheck CHECK = FiniteSizeCheck.of(NAMES, TIMES);

    private static double theory(int time, int quantity) {
        return quantity == 0 ? Math.exp(-time) : 1 + time * time;
    }

    /** Runs fluctuate along time with strong correlation; nothing moves at t = 0. */
    private static Ensemble ensemble(int dimension, int runs, double bias, double error, Random random) {
        double[][] theory = new double[TIMES.size()][NAMES.size()];
        List<double[][]> simulation = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            double[][] states = new double[TIMES.size()][NAMES.size()];
            for (int q = 0; q < NAMES.size(); q++) {
                double noise = 0;
                for (int t = 0; t < TIMES.size(); t++) {
                    noise = t == 0 ? 0 : 0.8 * noise + random.nextGaussian();
                    theory[t][q] = theory(t, q) + (t == 0 ? 0 : error);
                    double drift = bias * t / dimension * (1 + 10.0 / dimension);
                    states[t][q] = theory(t, q) + noise / Math.sqrt(dimension) + drift;
                }
            }
            simulation.add(states);
        }
        return Ensemble.sharing(dimension, simulation, theory);
    }

    private static CheckResult judge(double bias, double error, long seed) {
        Random random = new Random(seed);
        return CHECK.judge(List.of(
                ensemble(100, 8, bias, error, random),
                ensemble(400, 8, bias, error, random),
                ensemble(1600, 8, bias, error, random)));
    }

    @Test
    void a_right_theory_passes_with_and_without_bias_at_finite_dimension() {
        int passed = 0;
        for (int seed = 0; seed < 400; seed++) {
            passed += judge(0, 0, seed).passed() && judge(30, 0, 1000 + seed).passed() ? 1 : 0;
        }
        assertTrue(passed >= 396, passed + " of 400");
    }

    @Test
    void a_wrong_theory_fails() {
        for (int seed = 0; seed < 50; seed++) {
            assertEquals(CheckResult.Verdict.FAILED, judge(0, 0.15, seed).verdict());
            assertEquals(CheckResult.Verdict.FAILED, judge(30, -0.15, seed).verdict());
        }
    }

    @Test
    void extrapolated_scores_of_a_right_theory_are_calibrated() {
        int count = 0;
        int beyond = 0;
        for (int seed = 0; seed < 600; seed++) {
            for (Extrapolation e : judge(30, 0, seed).extrapolations()) {
                if (e.t() > 0) {
                    count++;
                    beyond += TailProbability.student(e.score(), e.degrees()) < 0.05 ? 1 : 0;
                }
            }
        }
        assertEquals(0.05, (double) beyond / count, 0.012);
    }

    @Test
    void the_spread_falls_with_the_square_root_of_the_dimension() {
        CheckResult result = judge(0, 0, 3);
        assertEquals(-0.5, result.scalingExponent(), 4 * result.scalingExponentError());
        assertTrue(result.scalingExponentError() < 0.1);
    }

    @Test
    void a_row_tells_means_errors_and_score() {
        double[][] theory = {{1.0}};
        List<double[][]> runs = List.of(new double[][] {{1.0}}, new double[][] {{1.2}}, new double[][] {{1.4}});
        FiniteSizeCheck check = FiniteSizeCheck.of(List.of("Q"), List.of(2.0));
        Ensemble ensemble = Ensemble.sharing(300, runs, theory).withPredicted(new double[][] {{3.0}});
        Quantity row = check.judge(List.of(ensemble)).quantities().get(0);
        assertEquals("Q", row.name());
        assertEquals(300, row.dimension());
        assertEquals(1.2, row.simulation(), 1e-14);
        assertEquals(0.2 / Math.sqrt(3), row.standardError(), 1e-14);
        assertEquals(Math.sqrt(3), row.z(), 1e-9);
        assertEquals(0.1, row.predictedStandardError(), 1e-14);
    }

    @Test
    void fluctuations_that_are_not_small_give_no_verdict() {
        Random random = new Random(5);
        List<Ensemble> ensembles = new ArrayList<>();
        for (int dimension : List.of(100, 1600)) {
            // Runs end at either of two states, whatever the dimension.
            List<double[][]> runs = new ArrayList<>();
            for (int run = 0; run < 20; run++) {
                runs.add(new double[][] {{random.nextBoolean() ? 1 : -1}});
            }
            ensembles.add(Ensemble.sharing(dimension, runs, new double[][] {{0.9}}));
        }
        CheckResult result = FiniteSizeCheck.of(List.of("m"), List.of(1.0)).judge(ensembles);
        assertEquals(CheckResult.Verdict.INCONCLUSIVE, result.verdict());
        assertTrue(result.explanation().contains("fluctuations are not small"), result.explanation());
    }

    @Test
    void lost_runs_are_told_and_leave_no_verdict() {
        List<Run> runs = new ArrayList<>();
        Random random = new Random(6);
        for (int i = 0; i < 10; i++) {
            double end = 1 + random.nextGaussian() / 10;
            boolean lost = i == 3 || i == 8;
            runs.add(new Run(
                    100,
                    i,
                    lost ? List.of(new double[] {1}) : List.of(new double[] {1}, new double[] {end}),
                    lost ? new Run.Diverged(0.7) : new Run.Completed()));
        }
        Ensemble ensemble = Ensemble.of(100, runs, new int[] {0}, start -> new double[][] {start, {start[0]}});
        CheckResult result = FiniteSizeCheck.of(List.of("m"), List.of(0.0, 1.0)).judge(List.of(ensemble));
        assertEquals(CheckResult.Verdict.INCONCLUSIVE, result.verdict());
        assertTrue(result.explanation().contains("At N = 100, 2 of 10 runs did not reach the end."));
    }

    @Test
    void a_single_run_is_refused() {
        Ensemble one = ensemble(100, 1, 0, 0, new Random(1));
        assertEquals(
                "a check needs at least 2 runs of each dimension, found 1 at dimension 100",
                assertThrows(BadInput.class, () -> CHECK.judge(List.of(one))).getMessage());
    }

    @Test
    void tails_are_those_of_student_and_fisher() {
        // One degree of freedom is Cauchy's law; two have a closed form; F(2, 2) has the distribution x / (1 + x).
        assertEquals(1 - 2 / Math.PI * Math.atan(3), TailProbability.student(3, 1), 1e-13);
        assertEquals(1 - 3 / Math.sqrt(2 + 9), TailProbability.student(-3, 2), 1e-13);
        assertEquals(2 * (1 - 9.0 / 10), TailProbability.variances(9, 2, 2), 1e-13);
        assertEquals(List.of(0.03, 0.06, 0.06, 0.02), TailProbability.holm(List.of(0.01, 0.04, 0.03, 0.005)));
    }
}

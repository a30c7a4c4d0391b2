package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;

class OptimizerTest {
    private static final Start START =
            new Start.Prescribed(Map.of("m", 0.5, "d", 0.3, "Q", 1.06, "E", 0.25, "R", 0.51, "D", 1.0));

    private static Simulation vae(double rate, int batch) {
        LearningProblem problem = Problems.linearVae(1, 1, batch);
        return Simulation.of(problem, Sizes.of(problem, Map.of()), Map.of("tau", rate, "tauD", rate), Map.of());
    }

    private static double[] end(Simulation simulation, Optimizer optimizer, int dimension, double t, int run) {
        RunSettings settings = new RunSettings(List.of(t), START, false, 1, optimizer, false);
        return simulation.run(settings, dimension, run).states().get(0);
    }

    @Test
    void without_memory_momentum_is_plain_sgd() {
        for (int batch : new int[] {1, 3}) {
            Simulation simulation = vae(0.3, batch);
            double[] plain = end(simulation, Optimizer.SGD, 300, 2, 0);
            assertArrayEquals(plain, end(simulation, new Optimizer.Momentum(0), 300, 2, 0), 1e-10);
        }
    }

    /** A memory of a few steps is short beside N: the steps add up to those of SGD at the rate τ/(1 - μ). */
    @Test
    void momentum_moves_overlaps_as_sgd_at_the_rate_divided_by_one_minus_mu() {
        List<double[]> momentum = new ArrayList<>();
        List<double[]> plain = new ArrayList<>();
        Simulation slow = vae(0.1, 1);
        Simulation fast = vae(0.2, 1);
        for (int run = 0; run < 60; run++) {
            momentum.add(end(slow, new Optimizer.Momentum(0.5), 400, 3, run));
            plain.add(end(fast, Optimizer.SGD, 400, 3, 100 + run));
        }
        Moments a = new Moments(momentum);
        Moments b = new Moments(plain);
        for (int i = 0; i < a.mean.length; i++) {
            assertEquals(0, a.meanDistance(b, i), 4.5, "column " + i);
        }
    }

    @Test
    void the_first_step_of_adam_has_the_size_of_its_rate() {
        // Bias-corrected, the first step is the rate times the sign of the gradient; D is a number, its unit 1/N.
        int n = 100;
        double[] after = end(vae(0.3, 1), new Optimizer.Adam(0.2, 0.9, 0.999), n, 1.0 / n, 0);
        assertEquals(0.2 / n, Math.abs(after[5] - 1), 1e-9);
    }

    @Test
    void optimizers_are_read_as_they_are_written() {
        for (Optimizer optimizer :
                List.of(Optimizer.SGD, new Optimizer.Momentum(0.75), new Optimizer.Adam(0.02, 0.5, 0.99))) {
            assertEquals(optimizer, Optimizer.read(optimizer.text()));
        }
        assertEquals(new Optimizer.Momentum(0.9), Optimizer.read("momentum"));
        assertEquals(new Optimizer.Adam(0.01, 0.9, 0.999), Optimizer.read("adam"));
        BadInput bad = assertThrows(BadInput.class, () -> Optimizer.read("momentum:0.9,3"));
        assertEquals("'momentum:0.9,3' has 2 numbers, there may be 1", bad.getMessage());
        BadInput reduced = assertThrows(
                BadInput.class,
                () -> new RunSettings(List.of(1.0), START, true, 1, new Optimizer.Momentum(0.5), false));
        assertEquals(
                "the overlap process (reduced) is that of plain SGD; with momentum:0.5 only the vectors themselves can"
                        + " be run",
                reduced.getMessage());
    }
}

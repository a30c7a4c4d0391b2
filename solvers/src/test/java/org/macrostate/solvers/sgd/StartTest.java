package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;

class StartTest {
    private static final LearningProblem VAE = Problems.linearVae(2, 2, 1);
    private static final Simulation SIMULATION = Simulation.of(VAE, Sizes.of(VAE, Map.of()), Map.of(), Map.of());

    private static double[] start(Map<String, Double> values, boolean reduced) {
        RunSettings settings = new RunSettings(List.of(0.0), new Start.Prescribed(values), reduced, 1);
        return SIMULATION.run(settings, 30, 0).states().get(0);
    }

    @Test
    void vectors_have_exactly_the_overlaps_prescribed() {
        Map<String, Double> values = Map.of(
                "m[1,1]", 0.5, "m[2,1]", -0.1, "d", 0.2, "Q[1,1]", 1.3, "Q[2,2]", 0.9, "Q[1,2]", -0.2, "E", 0.5,
                "E[2,2]", 0.7, "D[2]", 2.5);
        for (boolean reduced : List.of(false, true)) {
            double[] state = start(values, reduced);
            for (int c = 0; c < state.length; c++) {
                String label = SIMULATION.labels().get(c);
                String name = label.substring(0, label.indexOf('['));
                double expected = values.getOrDefault(label, values.getOrDefault(name, name.equals("D") ? 1.0 : 0.0));
                assertEquals(expected, state[c], 4e-15, label);
            }
        }
    }

    @Test
    void overlaps_of_linearly_dependent_vectors_can_be_prescribed() {
        double[] state = start(Map.of("Q", 1.0, "m", 0.3, "R", 0.5, "E", 0.25, "d", 0.15), false);
        assertEquals(1.0, state[SIMULATION.columns(List.of("Q[1,2]"))[0]], 1e-12);
        assertEquals(0.5, state[SIMULATION.columns(List.of("R[2,1]"))[0]], 1e-12);
    }

    @Test
    void a_start_that_is_no_gram_matrix_is_refused_with_its_eigenvalue() {
        // [[1, 2], [2, 1]] has the eigenvalue -1, all other vectors are orthogonal to these.
        BadInput error = assertThrows(
                BadInput.class, () -> start(Map.of("Q[1,1]", 1.0, "Q[2,2]", 1.0, "Q[1,2]", 2.0, "E", 0.0), false));
        assertEquals(
                "the prescribed overlaps are no Gram matrix of real vectors: its smallest eigenvalue must be"
                        + " nonnegative, was -1.0",
                error.getMessage());
    }

    @Test
    void names_that_are_no_order_parameters_are_refused() {
        assertTrue(assertThrows(BadInput.class, () -> start(Map.of("QQ", 1.0), false))
                .getMessage()
                .startsWith("unknown order parameter 'QQ'"));
        assertEquals(
                "the start of D[1] must be positive, was -1.0",
                assertThrows(BadInput.class, () -> start(Map.of("D", -1.0), false))
                        .getMessage());
        RunSettings random = new RunSettings(List.of(0.0), new Start.Random(Map.of("m", 1.0)), false, 1);
        assertTrue(assertThrows(BadInput.class, () -> SIMULATION.run(random, 30, 0))
                .getMessage()
                .startsWith("unknown norm or scalar of a random start 'm'"));
    }

    @Test
    void random_vectors_and_random_overlaps_have_the_same_law() {
        List<List<double[]>> rows = List.of(new ArrayList<>(), new ArrayList<>());
        for (boolean reduced : List.of(false, true)) {
            Start start = new Start.Random(Map.of("Q", 2.0, "E[1,1]", 0.5));
            RunSettings settings = new RunSettings(List.of(0.0), start, reduced, 5);
            for (int run = 0; run < 4000; run++) {
                rows.get(reduced ? 1 : 0)
                        .add(SIMULATION.run(settings, 7, run).states().get(0));
            }
        }
        Moments vectors = new Moments(rows.get(0));
        Moments overlaps = new Moments(rows.get(1));
        for (int c = 0; c < SIMULATION.labels().size() - 2; c++) {
            assertEquals(
                    0,
                    vectors.meanDistance(overlaps, c),
                    4.2,
                    SIMULATION.labels().get(c));
            assertEquals(
                    0,
                    vectors.varianceDistance(overlaps, c),
                    4.2,
                    SIMULATION.labels().get(c));
        }
        int norm = SIMULATION.columns(List.of("Q[1,1]"))[0];
        assertEquals(2.0, vectors.mean[norm], 0.1);
        assertEquals(2 * 2.0 * 2.0 / 7, vectors.variance[norm], 0.15);
    }
}

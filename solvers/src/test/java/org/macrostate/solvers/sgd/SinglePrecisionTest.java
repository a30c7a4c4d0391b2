package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;

/** Vectors and noises as floats: the law of doubles. */
class SinglePrecisionTest {
    private static final Map<String, Double> VAE =
            Map.of("rho", 1.3, "eta", 0.8, "beta", 0.6, "lambda", 0.2, "tau", 0.3, "tauD", 0.4);

    private static List<double[]> ends(
            LearningProblem problem, Map<String, Double> values, Start start, boolean floats, int dimension, int runs) {
        Simulation simulation = Simulation.of(problem, Sizes.of(problem, Map.of()), values, Map.of());
        RunSettings settings = new RunSettings(List.of(1.5), start, false, floats ? 3 : 4, Optimizer.SGD, floats);
        List<double[]> rows = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            rows.add(simulation.run(settings, dimension, run).states().get(0));
        }
        return rows;
    }

    private static void assertSameLaw(LearningProblem problem, Map<String, Double> values, Start start, int dimension) {
        Moments floats = new Moments(ends(problem, values, start, true, dimension, 1000));
        Moments doubles = new Moments(ends(problem, values, start, false, dimension, 1000));
        for (int i = 0; i < floats.mean.length; i++) {
            assertEquals(0, floats.meanDistance(doubles, i), 4.2, "mean of column " + i);
            assertEquals(0, floats.varianceDistance(doubles, i), 4.2, "variance of column " + i);
        }
    }

    @Test
    void runs_have_the_law_of_those_in_double_precision() {
        Start start = new Start.Random(Map.of("Q", 0.8, "E", 0.3));
        assertSameLaw(Problems.linearVae(2, 2, 1), VAE, start, 13);
        assertSameLaw(Problems.linearVae(1, 1, 3), VAE, start, 8);
        Start apart = new Start.Prescribed(Map.of("Q", 0.8, "s", 0.3, "b.b", 0.7, "u.b", -0.2, "a.b", 0.1));
        assertSameLaw(Problems.critic(), Map.of(), apart, 10);
    }

    @Test
    void overlaps_kept_step_by_step_are_those_of_the_vectors_to_rounding() {
        LearningProblem problem = Problems.linearVae(2, 2, 1);
        BoundModel model = BoundModel.of(problem, Sizes.of(problem, Map.of()), Map.of());
        double[] parameters = model.parameters().with(VAE);
        int n = 700;
        StartState start = new StartState(model, parameters, n, new Start.Random(Map.of()));
        Draws draws = new Draws(Seeds.of(1, n, 0, false));
        FloatVectors floats = new FloatVectors(n, n, 2, start.vectors(0, draws), 1, 1, draws);
        double[] gram = InitialGramMatrix.fixed(model, parameters);
        floats.measure(gram);
        OverlapChain chain = new OverlapChain(model, List.of(floats), draws, parameters, n, gram, start.scalars());
        for (int step = 0; step < 255; step++) {
            assertTrue(chain.step());
        }
        double[] measured = chain.gram().clone();
        floats.measure(measured);
        for (int i = 0; i < measured.length; i++) {
            assertEquals(measured[i], chain.gram()[i], 1e-6);
        }
    }

    /** Cells of equal probability by Φ, the outermost beyond 3.5 standard deviations; blocks of odd lengths. */
    @Test
    void normals_are_normal_in_the_middle_and_in_the_tails() {
        int cells = 5000;
        int count = 4_000_000;
        int beyond = 0;
        int[] hits = new int[cells];
        float[] block = new float[1000];
        Draws draws = new Draws(Seeds.of(6, 1, 1, false));
        for (int k = 0; k < count; k += block.length) {
            draws.normals(block, 0, 333);
            draws.normals(block, 333, block.length);
            for (float x : block) {
                hits[(int) Math.min(cells - 1, cells * 0.5 * Erf.erfc(-x / Math.sqrt(2)))]++;
                beyond += Math.abs(x) > FloatZiggurat.TAIL ? 1 : 0;
            }
        }
        double expected = (double) count / cells;
        double chiSquare = 0;
        for (int hit : hits) {
            chiSquare += (hit - expected) * (hit - expected) / expected;
        }
        // χ² with many degrees of freedom is normal.
        assertEquals(0, (chiSquare - (cells - 1)) / Math.sqrt(2.0 * (cells - 1)), 4.5);
        assertEquals(0, (hits[0] - expected) / Math.sqrt(expected), 4.5);
        assertEquals(0, (hits[cells - 1] - expected) / Math.sqrt(expected), 4.5);
        double tail = count * Erf.erfc(FloatZiggurat.TAIL / Math.sqrt(2));
        assertEquals(0, (beyond - tail) / Math.sqrt(tail), 4.5);
    }

    /** The areas of all layers from that of the lowest: they end where the density is largest. */
    @Test
    void the_layers_end_at_the_top_of_the_density() {
        int layers = 1 << FloatZiggurat.LAYER_BITS;
        Ziggurat ziggurat = Ziggurat.of(layers, FloatZiggurat.TAIL, 0x1p-21);
        double[] edges = ziggurat.edges();
        double area = edges[0] * Math.exp(-0.5 * edges[1] * edges[1]);
        double top = edges[layers - 1];
        assertEquals(1, Math.exp(-0.5 * top * top) + area / top, 1e-12);
    }

    @Test
    void the_overlap_process_and_optimizers_with_a_memory_are_in_double_precision() {
        Start start = new Start.Random(Map.of());
        assertEquals(
                "single precision (float) is for the vectors of plain SGD; the overlap process (reduced) runs in double"
                        + " precision",
                assertThrows(BadInput.class, () -> new RunSettings(List.of(1.0), start, true, 1, Optimizer.SGD, true))
                        .getMessage());
        assertEquals(
                "single precision (float) is for the vectors of plain SGD; momentum:0.9 runs in double precision",
                assertThrows(
                                BadInput.class,
                                () -> new RunSettings(
                                        List.of(1.0), start, false, 1, Optimizer.read("momentum:0.9"), true))
                        .getMessage());
    }
}

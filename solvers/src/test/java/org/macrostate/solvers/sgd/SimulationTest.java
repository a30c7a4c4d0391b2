package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.solvers.kernel.KernelCompiler;

class SimulationTest {
    private static final Map<String, Double> VAE =
            Map.of("rho", 1.3, "eta", 0.8, "beta", 0.6, "lambda", 0.2, "tau", 0.3, "tauD", 0.4);
    private static final Start VAE_START =
            new Start.Prescribed(Map.of("m", 0.5, "d", 0.3, "Q", 1.06, "E", 0.25, "R", 0.51, "D", 1.0));

    private static Simulation simulation(LearningProblem problem, Map<String, Double> values) {
        return Simulation.of(problem, Sizes.of(problem, Map.of()), values, Map.of());
    }

    private static List<double[]> ends(Simulation simulation, RunSettings settings, int dimension, int runs) {
        List<double[]> rows = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            List<double[]> states = simulation.run(settings, dimension, run).states();
            rows.add(states.get(states.size() - 1));
        }
        return rows;
    }

    private static void assertSameLaw(List<double[]> left, List<double[]> right) {
        Moments a = new Moments(left);
        Moments b = new Moments(right);
        for (int i = 0; i < a.mean.length; i++) {
            assertEquals(0, a.meanDistance(b, i), 4.2, "mean of column " + i);
            assertEquals(0, a.varianceDistance(b, i), 4.2, "variance of column " + i);
        }
    }

    @Test
    void the_linear_vae_moves_as_sgd_written_by_hand_with_plain_arrays() {
        Simulation simulation = simulation(Problems.linearVae(1, 1, 1), VAE);
        RunSettings settings = new RunSettings(List.of(1.5), VAE_START, false, 7);
        List<double[]> byHand = new ArrayList<>();
        for (int run = 0; run < 300; run++) {
            PlainLinearVae plain = new PlainLinearVae(60, 1000 + run);
            plain.start(0.5, 0.3, 0.9, 0.4);
            plain.steps(90, 1.3, 0.8, 0.6, 0.2, 0.3, 0.4);
            byHand.add(plain.state());
        }
        assertEquals(List.of("m[1,1]", "d[1,1]", "Q[1,1]", "E[1,1]", "R[1,1]", "D[1]"), simulation.labels());
        assertSameLaw(ends(simulation, settings, 60, 300), byHand);
    }

    @Test
    void two_samples_one_of_a_trained_vector_move_as_sgd_written_by_hand() {
        Simulation simulation = simulation(Problems.critic(), Map.of());
        Start start = new Start.Prescribed(Map.of("Q", 0.8, "s", 0.3, "b.b", 0.7, "u.b", -0.2, "a.b", 0.1));
        List<double[]> byHand = new ArrayList<>();
        for (int run = 0; run < 1500; run++) {
            PlainCritic plain = new PlainCritic(10, 0.3, 0.8, -0.2, 0.1, 0.7, run);
            plain.steps(10, 0.7, 0.3, 0.2);
            byHand.add(plain.state());
        }
        assertSameLaw(ends(simulation, new RunSettings(List.of(1.0), start, false, 3), 10, 1500), byHand);
    }

    @Test
    void the_overlap_process_has_the_law_of_the_vectors_for_the_linear_vae() {
        Simulation simulation = simulation(Problems.linearVae(2, 2, 1), VAE);
        Start start = new Start.Random(Map.of("Q", 0.8, "E", 0.3));
        assertSameLaw(
                ends(simulation, new RunSettings(List.of(2.0), start, false, 3), 12, 700),
                ends(simulation, new RunSettings(List.of(2.0), start, true, 4), 12, 700));
    }

    @Test
    void the_overlap_process_has_the_law_of_the_vectors_with_batches() {
        Simulation simulation = simulation(Problems.linearVae(1, 1, 3), VAE);
        assertSameLaw(
                ends(simulation, new RunSettings(List.of(2.0), VAE_START, false, 3), 8, 1500),
                ends(simulation, new RunSettings(List.of(2.0), VAE_START, true, 4), 8, 1500));
    }

    @Test
    void the_overlap_process_has_the_law_of_the_vectors_with_two_samples_and_label_noise() {
        Simulation simulation = simulation(Problems.critic(), Map.of());
        Start start = new Start.Prescribed(Map.of("Q", 0.8, "s", 0.3, "b.b", 0.7, "u.b", -0.2, "a.b", 0.1));
        assertEquals(List.of("Q", "s", "u.b", "a.b", "b.b"), simulation.labels());
        assertSameLaw(
                ends(simulation, new RunSettings(List.of(1.0), start, false, 3), 10, 2000),
                ends(simulation, new RunSettings(List.of(1.0), start, true, 4), 10, 2000));
    }

    @Test
    void the_overlap_process_is_exact_even_where_only_the_vectors_span_the_space() {
        Simulation simulation = simulation(Problems.linearVae(1, 1, 2), VAE);
        assertSameLaw(
                ends(simulation, new RunSettings(List.of(2.0), VAE_START, false, 3), 3, 3000),
                ends(simulation, new RunSettings(List.of(2.0), VAE_START, true, 4), 3, 3000));
    }

    @Test
    void overlaps_kept_step_by_step_are_those_of_the_vectors() {
        BoundModel model =
                BoundModel.of(Problems.linearVae(2, 2, 1), Sizes.of(Problems.linearVae(2, 2, 1), Map.of()), Map.of());
        double[] parameters = model.parameters().with(VAE);
        int n = 50;
        StartState start = new StartState(model, parameters, n, new Start.Random(Map.of()));
        Draws draws = new Draws(Seeds.of(1, n, 0, false));
        double[][] vectors = start.vectors(0, draws);
        RealVectors real = new RealVectors(n, n, 2, vectors, 1, 1, draws);
        double[] gram = InitialGramMatrix.fixed(model, parameters);
        real.measure(gram);
        OverlapChain chain = new OverlapChain(model, List.of(real), draws, parameters, n, gram, start.scalars());
        for (int step = 0; step < 255; step++) {
            assertTrue(chain.step());
        }
        double[] measured = chain.gram().clone();
        real.measure(measured);
        for (int i = 0; i < measured.length; i++) {
            assertEquals(measured[i], chain.gram()[i], 1e-13);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear-vae",
                "linear-vae-sampled",
                "oja",
                "linear-autoencoder",
                "soft-committee",
                "two-clusters",
                "perceptron",
                "relu-committee"
            })
    void a_step_written_out_moves_overlaps_as_the_chain_does(String name) {
        LearningProblem problem = BundledModels.problem(name);
        BoundModel model = BoundModel.of(problem, Sizes.of(problem, Map.of()), Map.of());
        assertTrue(OverlapStep.suits(model));
        double[] parameters = model.parameters().with(Map.of());
        int r = model.vectors().count();
        // With N = r nothing is orthogonal to all vectors; a norm of zero makes the overlaps singular.
        for (int n : new int[] {r, 50}) {
            StartState start = new StartState(model, parameters, n, new Start.Random(Map.of()));
            double[] gram = start.overlaps(new Draws(Seeds.of(1, n, 0, true)));
            Draws one = new Draws(Seeds.of(2, n, 0, true));
            Draws other = new Draws(Seeds.of(2, n, 0, true));
            OverlapLaw law = new OverlapLaw(n, n, r, model.vectors().trained(), 1, 1, one);
            OverlapChain chain = new OverlapChain(model, List.of(law), one, parameters, n, gram, start.scalars());
            CompiledOverlapProcess walk = new CompiledOverlapProcess(
                    model,
                    KernelCompiler.compile(OverlapStep.program(model, InitialGramMatrix.fixed(model, parameters))),
                    other,
                    parameters,
                    n,
                    gram,
                    start.scalars());
            int steps = n == r ? 3 : 100;
            assertTrue(chain.advance(steps) && walk.advance(steps));
            double[] expected = model.columns().observe(chain);
            double[] found = model.columns().observe(walk);
            for (int c = 0; c < expected.length; c++) {
                assertEquals(expected[c], found[c], 1e-10 * (1 + Math.abs(expected[c])), name + " column " + c);
            }
        }
    }

    @Test
    void online_pca_ends_at_unit_norm_along_the_signal() {
        Simulation simulation = simulation(Problems.oja(), Map.of("tau", 0.05));
        Start start = new Start.Prescribed(Map.of("q", 0.3, "Q", 1.0));
        List<Double> times =
                IntStream.rangeClosed(0, 100).mapToObj(i -> 100.0 + i).toList();
        Moments late = new Moments(
                simulation.run(new RunSettings(times, start, true, 1), 4000, 0).states());
        // Fixed point of dq = tau q (1 + omega - omega q^2 - Q), dQ = 2 tau C (1 - Q) + tau^2 C with C = omega q^2 + Q.
        double norm = 1 + 0.05 / 2;
        assertEquals(norm, late.mean[1], 0.005);
        assertEquals(Math.sqrt((3 - norm) / 2), late.mean[0], 0.005);
    }

    @Test
    void a_scheduled_parameter_follows_its_expression_in_time() {
        LearningProblem problem = Problems.linearVae(1, 1, 1);
        Sizes sizes = Sizes.of(problem, Map.of());
        // tau falls linearly to nothing at t = 2 and would be negative after: Max keeps it there.
        Expression ramp = Apply.of(Function.MAX, Rational.ZERO, Expression.of(2).minus(Symbol.TIME));
        Expression schedule = Symbol.parameter("tau").times(ramp);
        Simulation scheduled = Simulation.of(problem, sizes, VAE, Map.of("tau", schedule, "tauD", schedule));
        List<double[]> states = scheduled
                .run(new RunSettings(List.of(0.0, 1.0, 2.0, 3.0), VAE_START, false, 1), 100, 0)
                .states();
        assertTrue(Math.abs(states.get(1)[2] - states.get(0)[2]) > 1e-3);
        assertTrue(Math.abs(states.get(2)[2] - states.get(1)[2]) > 1e-3);
        assertArrayEquals(states.get(2), states.get(3), 1e-13);
        assertTrue(assertThrows(BadInput.class, () -> Simulation.of(problem, sizes, VAE, Map.of("taau", schedule)))
                .getMessage()
                .startsWith("unknown parameter 'taau'"));
    }

    @Test
    void a_flow_has_no_learning_rule_to_simulate() {
        LearningProblem lorenz = BundledModels.problem("lorenz");
        BadInput error = assertThrows(BadInput.class, () -> simulation(lorenz, Map.of()));
        assertEquals(
                "the model lorenz states its equations under 'flow': there is no learning rule to simulate",
                error.getMessage());
    }

    @Test
    void a_run_that_diverges_says_when() {
        Simulation simulation = simulation(BundledModels.problem("oja"), Map.of("tau", 50.0));
        Start start = new Start.Prescribed(Map.of("q", 0.1, "Q", 1.0));
        Run run = simulation.run(new RunSettings(List.of(0.0, 100.0), start, false, 1), 40, 0);
        assertEquals(1, run.states().size());
        assertTrue(
                run.outcome() instanceof Run.Diverged d && d.t() > 0 && d.t() < 20,
                run.outcome().toString());
    }
}

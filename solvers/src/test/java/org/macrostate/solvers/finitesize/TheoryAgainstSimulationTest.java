package org.macrostate.solvers.finitesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.sgd.Problems;
import org.macrostate.solvers.sgd.Replicas;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.RunSettings;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.Start;

/** Derived equations and SGD meet only here. */
class TheoryAgainstSimulationTest {
    private static final Map<String, Double> PARAMETERS =
            Map.of("rho", 1.3, "eta", 0.8, "beta", 0.6, "lambda", 0.2, "tau", 0.3, "tauD", 0.4);
    private static final Map<String, Double> START =
            Map.of("m", 0.5, "d", 0.3, "Q", 1.06, "E", 0.25, "R", 0.51, "D", 1.0);
    private static final List<Double> TIMES = List.of(0.0, 1.0, 2.0, 4.0);

    private final LearningProblem problem = Problems.linearVae(1, 1, 1);
    private final Sizes sizes = Sizes.of(problem, Map.of());
    private final Simulation simulation = Simulation.of(problem, sizes, PARAMETERS, Map.of());
    private final DerivedTheory theory = new DerivedTheory(problem, sizes, PARAMETERS);

    private double[] start() {
        return theory.labels().stream()
                .mapToDouble(label -> START.getOrDefault(label.substring(0, label.indexOf('[')), 0.0))
                .toArray();
    }

    private List<Ensemble> ensembles(DerivedTheory equations, int runs, double[][] predicted) {
        RunSettings settings = new RunSettings(TIMES, new Start.Prescribed(START), true, 42);
        List<Ensemble> ensembles = new ArrayList<>();
        Replicas replicas = new Replicas(simulation, settings, List.of(200, 800, 3200), runs);
        List<Run> made = replicas.run(2, new Replicas.Listener() {});
        for (int dimension : replicas.dimensions()) {
            int[] columns = simulation.columns(theory.labels());
            ensembles.add(Ensemble.of(
                            dimension,
                            made,
                            run -> run.states().stream()
                                    .map(row -> Arrays.stream(columns)
                                            .mapToDouble(c -> row[c])
                                            .toArray())
                                    .toArray(double[][]::new),
                            from -> Optional.of(TIMES.stream()
                                    .map(t -> equations.at(t, from))
                                    .toArray(double[][]::new)))
                    .withPredicted(predicted));
        }
        return ensembles;
    }

    private double[][] predicted() {
        return theory.deviations(simulation, start(), TIMES);
    }

    @Test
    void state_and_columns_have_the_same_names_in_the_same_order() {
        assertEquals(theory.labels(), simulation.labels());
        LearningProblem critic = Problems.critic();
        Simulation unnamed = Simulation.of(critic, Sizes.of(critic, Map.of()), Map.of(), Map.of());
        assertEquals(List.of("Q", "s", "u.b", "a.b", "b.b"), unnamed.labels());
    }

    @Test
    void the_derived_linear_vae_passes_and_its_error_bars_are_those_predicted() {
        CheckResult result = FiniteSizeCheck.of(theory.labels(), TIMES).judge(ensembles(theory, 40, predicted()));
        assertTrue(result.passed(), result.explanation());
        assertEquals(-0.5, result.scalingExponent(), 4 * result.scalingExponentError(), result.explanation());
        for (Quantity row : result.quantities()) {
            if (row.t() > 0 && row.dimension() >= 800 && !row.name().startsWith("D")) {
                // The standard deviation of 40 runs is known to 11 %.
                assertEquals(1, row.standardError() / row.predictedStandardError(), 0.4, row.toString());
            }
        }
    }

    @Test
    void equations_with_another_rate_of_one_family_fail() {
        Map<String, Double> wrong = new HashMap<>(PARAMETERS);
        wrong.put("lambda", 0.0);
        DerivedTheory planted = new DerivedTheory(problem, sizes, wrong);
        CheckResult result = FiniteSizeCheck.of(theory.labels(), TIMES)
                .judge(ensembles(planted, 8, new double[TIMES.size()][START.size()]));
        assertEquals(CheckResult.Verdict.FAILED, result.verdict(), result.explanation());
    }

    @Test
    void sampled_steps_have_the_derived_drift_for_two_latents_and_two_signals() {
        LearningProblem vae = Problems.linearVae(2, 2, 1);
        Sizes two = Sizes.of(vae, Map.of());
        Simulation steps = Simulation.of(vae, two, PARAMETERS, Map.of());
        DerivedTheory derived = new DerivedTheory(vae, two, PARAMETERS);
        RunSettings settings = new RunSettings(List.of(0.0), new Start.Random(Map.of("E", 0.5)), true, 3);
        List<DriftCheck.Sample> right = new ArrayList<>();
        List<DriftCheck.Sample> withoutNoise = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            double[] state = steps.run(settings, 12, k).states().get(0);
            int[] columns = steps.columns(derived.labels());
            double[] rates = derived.rates(state);
            var law = steps.stepLaw(0, state, 20_000, k);
            right.add(new DriftCheck.Sample(0, derived.labels(), rates, law, columns));
            withoutNoise.add(new DriftCheck.Sample(0, derived.labels(), linearInRates(vae, two, state), law, columns));
        }
        assertTrue(DriftCheck.standard().judge(right).passed());
        assertTrue(!DriftCheck.standard().judge(withoutNoise).passed());
    }

    /** The rates without the term of second order in the learning rates: κ E[F F] dropped. */
    private static double[] linearInRates(LearningProblem problem, Sizes sizes, double[] state) {
        double small = 1e-6;
        Map<String, Double> slow = new HashMap<>(PARAMETERS);
        slow.computeIfPresent("tau", (name, value) -> small * value);
        slow.computeIfPresent("tauD", (name, value) -> small * value);
        double[] rates = new DerivedTheory(problem, sizes, slow).rates(state);
        return IntStream.range(0, rates.length)
                .mapToDouble(i -> rates[i] / small)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oja",
                "soft-committee",
                "linear-vae-sampled",
                "linear-autoencoder",
                "tied-autoencoder",
                "online-ica",
                "relu-committee",
                "tanh-committee",
                "two-layer",
                "perceptron",
                "adatron",
                "hebb",
                "linear-regression",
                "logistic-regression",
                "phase-retrieval",
                "two-clusters",
                "gan"
            })
    void sampled_steps_of_a_bundled_model_have_the_derived_drift(String name) {
        LearningProblem model = BundledModels.problem(name);
        Sizes defaults = Sizes.of(model, Map.of());
        Simulation steps = Simulation.of(model, defaults, Map.of(), Map.of());
        DerivedTheory derived = new DerivedTheory(model, defaults, Map.of());
        RunSettings settings = new RunSettings(List.of(0.0), new Start.Random(Map.of()), true, 3);
        double[] state = steps.run(settings, 12, 0).states().get(0);
        DriftCheck.Sample sample = new DriftCheck.Sample(
                0,
                derived.labels(),
                derived.rates(state),
                steps.stepLaw(0, state, 20_000, 1),
                steps.columns(derived.labels()));
        DriftCheck.Result result = DriftCheck.standard().judge(List.of(sample));
        assertTrue(result.passed(), result.toString());
    }
}

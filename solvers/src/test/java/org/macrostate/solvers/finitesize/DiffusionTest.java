package org.macrostate.solvers.finitesize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Diffusion;
import org.macrostate.equations.graph.BoundDiffusion;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.KernelCompiler;
import org.macrostate.solvers.sgd.Problems;
import org.macrostate.solvers.sgd.RunSettings;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.Start;
import org.macrostate.solvers.sgd.StepLaw;

/** The diffusion in closed form against the covariance of steps drawn from the model itself. */
class DiffusionTest {
    private static final int PARTS = 20;
    private static final int DRAWS = 2000;

    private static void assertSameAsDrawn(LearningProblem problem, Map<String, Double> values) {
        Sizes sizes = Sizes.of(problem, Map.of());
        BoundSystem system = BoundSystem.of(Derivation.of(problem), sizes);
        Diffusion diffusion = Diffusion.inClosedForm(problem).orElseThrow();
        Kernel kernel = KernelCompiler.compile(BoundDiffusion.program(diffusion, system, Map.of()));
        Simulation steps = Simulation.of(problem, sizes, values, Map.of());
        int[] columns = steps.columns(system.state().labels());
        int n = columns.length;
        RunSettings settings = new RunSettings(List.of(0.0), new Start.Random(Map.of()), true, 3);
        for (int k = 0; k < 2; k++) {
            double[] drawn = steps.run(settings, 12, k).states().get(0);
            double[] state = new double[n];
            for (int i = 0; i < n; i++) {
                state[i] = drawn[columns[i]];
            }
            double[] closed = kernel.eval(0, state, system.parameters().with(values));
            List<StepLaw> parts = new ArrayList<>();
            for (int part = 0; part < PARTS; part++) {
                parts.add(steps.stepLaw(0, drawn, DRAWS, 100 * k + part));
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    String pair = system.state().labels().get(i) + " "
                            + system.state().labels().get(j);
                    assertMean(closed[i * n + j], parts, columns[i] * n + columns[j], pair);
                }
            }
        }
    }

    /** Names of indices that were used up before change nothing, not even the order of terms and so the last digit. */
    @Test
    void is_the_same_whatever_was_derived_before() {
        LearningProblem problem = BundledModels.problem("linear-vae");
        List<Diffusion.Entry> first =
                Diffusion.inClosedForm(problem).orElseThrow().entries();
        for (int again = 0; again < 3; again++) {
            for (int name = 0; name < 900; name++) {
                Fresh.name();
            }
            assertEquals(first, Diffusion.inClosedForm(problem).orElseThrow().entries());
        }
    }

    /** The parts of the draws tell the error of their mean, whatever the tails of the increments are. */
    private static void assertMean(double expected, List<StepLaw> parts, int at, String pair) {
        double mean = 0;
        double squares = 0;
        for (StepLaw part : parts) {
            mean += part.covariance()[at] / PARTS;
        }
        for (StepLaw part : parts) {
            squares += Math.pow(part.covariance()[at] - mean, 2);
        }
        double error = Math.sqrt(squares / (PARTS - 1) / PARTS) + 1e-7 * (1 + Math.abs(mean));
        // Student's law with 19 degrees of freedom is beyond 6.5 once in 300,000 draws.
        assertEquals(0, (mean - expected) / error, 6.5, pair + ": drawn " + mean + ", derived " + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oja", "linear-vae", "linear-vae-sampled", "linear-autoencoder", "tied-autoencoder", "online-ica",
                "perceptron", "adatron", "hebb", "linear-regression", "phase-retrieval", "gan"
            })
    void the_diffusion_of_a_bundled_model_is_the_covariance_of_its_steps(String name) {
        assertSameAsDrawn(BundledModels.problem(name), Map.of());
    }

    @Test
    void the_diffusion_of_the_linear_vae_is_the_covariance_of_its_steps_also_in_batches() {
        Map<String, Double> values =
                Map.of("rho", 1.3, "eta", 0.8, "beta", 0.6, "lambda", 0.2, "tau", 0.3, "tauD", 0.4);
        assertSameAsDrawn(Problems.linearVae(2, 2, 1), values);
        assertSameAsDrawn(Problems.linearVae(1, 1, 3), values);
    }
}

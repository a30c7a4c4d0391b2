package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** What no bundled model has, alone and together, against the mean of steps drawn at random. */
class DrawnStepsTest {
    private static final int DRAWS = 20_000;

    private static final String CORRELATED_TEACHERS_IN_A_MEAN_AND_A_BATCH = """
            model: batch
            sizes: {K: 2, M: 3}
            parameters: {eta: {value: 1}, g: {copies: M, value: 1}, sigma: {value: 1}}
            vectors: {B: {copies: M, fixed: "1/4 + (1/2 + g[i] g[j]) KroneckerDelta[i,j]"}, J: {copies: K, rate: eta}}
            randoms: {c: {copies: M, law: normal}, s: {law: rademacher}}
            samples: {x: "Sum[g[a] c[a] B[a], {a, M}] + s B[2]/2 + sigma noise"}
            fields: {h: J . x, y: B . x}
            batch: 3
            loss: 1/2 (Sum[h[k], {k, K}] - Sum[g[a] y[a], {a, M}])^2 + Sum[(J[k].J[k]) (J[k].B[1]), {k, K}]/4
            order: {Q: J . J, R: J . B}
            """;

    private static final String BIASES_AND_WEIGHTS_IN_A_MIXTURE = """
            model: biases
            sizes: {K: 2}
            parameters: {eta: {value: 1}, etaB: {value: 1}, etaA: {value: 1}, delta: {value: 1}}
            vectors: {mu: {fixed: identity}, w: {copies: K, rate: eta}}
            scalars: {t: {copies: K, rate: etaB, start: 0.1}, a: {rate: etaA, start: 0.5}}
            randoms: {y: {law: {values: [-1, 0.5, 2], probabilities: [0.25, 0.5, 0.25]}}}
            samples: {x: "y mu + delta noise"}
            fields: {h: w . x}
            batch: 2
            loss: 1/2 Sum[(a Erf[h[k] + t[k]] - y)^2, {k, K}]
            order: {Q: w . w, m: w . mu}
            """;

    private static final String TWO_SAMPLES_MADE_OF_TRAINED_VECTORS = """
            model: samples
            sizes: {K: 2}
            parameters: {eta: {value: 1}, etaV: {value: 1}, g: {value: 1}, s: {copies: K, value: 1}}
            vectors: {u: {fixed: identity}, v: {copies: K, rate: -etaV}, w: {rate: eta}}
            randoms: {c: {law: normal}, e: {copies: K, law: normal}}
            samples: {x: "c u + g noise", z: "Sum[s[k] e[k] v[k], {k, K}] + noise/2"}
            fields: {h: w . x, f: w . z, p: v . x}
            loss: 1/2 (h - f)^2 + Sum[Erf[p[k]] h, {k, K}] + (w.w)^2/4
            order: {q: u . w, r: v . w, P: u . v, S: v . v, z2: w . w}
            """;

    private static final String STATED_STEPS = """
            model: stated
            sizes: {K: 2, M: 2}
            parameters: {eta: {value: 1}, b: {value: 1}}
            vectors: {B: {copies: M, fixed: {matrix: [[1, 0.3], [0.3, 0.7]]}}, J: {copies: K}}
            scalars: {t: {copies: K, start: 0.2}}
            samples: {x: noise, z: "noise/3"}
            fields: {h: J . x, y: B . x, f: J . z}
            batch: 5
            update:
              J[k]: eta (Sign[y[1]] - h[k] - t[k]) x - b f[k] z - eta Sum[Sign[y[a]] h[k] B[a], {a, M}]/2
              t[k]: eta (Sign[y[2]] h[k] - t[k])
            order: {Q: J . J, R: J . B}
            """;

    private static final String TWO_SPECTRA_AND_AN_AVERAGE = """
            model: spectra
            sizes: {K: 2}
            parameters: {eta: {value: 1}, g: {value: 1}, d: {value: 1}, alpha: {value: 1}, p: {value: 1}}
            randoms: {c: {law: normal}, s: {law: {values: [0, 1], probabilities: [1/4, 3/4]}}}
            spectra:
              S: {blocks: [{weight: 1/5, value: 1 + s}, {weight: 1/2, value: p}, {weight: 3/10, value: 2 - s}]}
              W: {blocks: [{weight: 1/5, value: 1/2}, {weight: 1/2, value: 2}, {weight: 3/10, value: 1}]}
            vectors:
              u: {fixed: identity, blocks: [1/2, 1/8, 3/8]}
              w: {copies: K, rate: eta}
              a: {copies: K}
            samples: {x: "(1 + s) c u + g noise[S]", y: "c u + w[1]/2 + noise[W]/2", z: noise}
            fields: {h: w . x, f: a . y, e: w . z}
            batch: 2
            loss: >
              Sum[1/2 (h[k] - StopGradient[f[k] + h[k] (w[k].a[k])])^2 + d/2 w[k].W.w[k], {k, K}]
              + h[1] e[2] (w[1].w[2])/2
            update: {"a[k]": "alpha (w[k] - a[k]) + f[k] y/2"}
            order: {Q: w . w, A: a . a, C: w . a, m: w . u, n: a . u}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                CORRELATED_TEACHERS_IN_A_MEAN_AND_A_BATCH,
                BIASES_AND_WEIGHTS_IN_A_MIXTURE,
                TWO_SAMPLES_MADE_OF_TRAINED_VECTORS,
                STATED_STEPS,
                TWO_SPECTRA_AND_AN_AVERAGE
            })
    void drawn_steps_have_the_derived_mean(String model) {
        LearningProblem problem = ModelFile.read(model, "drawn.yaml");
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        Random random = new Random(23);
        double[] parameters = bound.parameters().defaults();
        Arrays.setAll(parameters, i -> 0.3 + 0.6 * random.nextDouble());
        SampledStep step = new SampledStep(bound, parameters, random);
        double[] derived = new double[bound.state().length()];
        new Interpreter(bound.rightHandSide()).eval(0, step.state(), parameters, derived);
        SampledStep.Estimate drawn = step.draw(DRAWS);
        double scale = Arrays.stream(derived).map(Math::abs).max().orElse(0);
        for (int i = 0; i < derived.length; i++) {
            String message = problem.name() + " " + bound.state().labels().get(i) + ": derived " + derived[i]
                    + ", drawn " + drawn.mean()[i] + " +- " + drawn.error()[i];
            assertTrue(Math.abs(derived[i] - drawn.mean()[i]) <= 5 * drawn.error()[i] + 1e-6 * scale, message);
            assertTrue(drawn.error()[i] <= 0.05 * scale, "too few draws to tell: " + message);
        }
    }
}

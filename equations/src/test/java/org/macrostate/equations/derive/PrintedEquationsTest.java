package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/**
 * What is printed of mixtures and of ReLU units is worked out by a reader who has the printed definitions alone, and compared with
 * the rates that are computed with.
 */
class PrintedEquationsTest {
    /** Refinetti, Goldt, Krzakala, Zdeborová, ICML 2021. */
    private static final String XOR = """
            model: xor
            sizes: {K: 2}
            parameters: {eta: {value: 0.3, domain: positive}, v: {value: 0.4, domain: positive}}
            vectors: {mu: {fixed: identity}, nu: {fixed: identity}, w: {copies: K, rate: eta}}
            scalars: {a: {copies: K, rate: eta, start: 0.5}}
            randoms: {y: {law: rademacher}, s: {law: rademacher}}
            samples: {x: "s (1+y)/2 mu + s (1-y)/2 nu + Sqrt[v] noise"}
            fields: {h: w . x}
            loss: "1/2 (Sum[a[k] Ramp[h[k]], {k, K}] - y)^2"
            order: {Q: w . w, m: w . mu, n: w . nu}
            observables: {mse: "Mean[1/2 (Sum[a[k] Ramp[h[k]], {k, K}] - y)^2]"}
            """;

    /** Four classes with means of their own, and labels that are not balanced. */
    private static final String CLASSES = """
            model: classes
            sizes: {K: 2}
            parameters: {eta: {value: 0.3}, v: {value: 0.5}}
            vectors: {mu: {copies: 2, fixed: identity}, w: {copies: K, rate: eta}}
            randoms:
              c: {law: {values: [1, 2], probabilities: [0.3, 0.7]}}
              y: {law: rademacher}
            samples: {x: "c mu[1] + y mu[2] + Sqrt[v] noise"}
            fields: {h: w . x}
            loss: "1/2 (Sum[Ramp[h[k]], {k, K}] - y)^2"
            order: {Q: w . w, m: w . mu}
            """;

    private static final String LABELS = """
            model: labels
            sizes: {K: 2, C: 3}
            parameters: {eta: {value: 0.3}, v: {value: 0.5}}
            vectors: {mu: {copies: C, fixed: identity}, w: {copies: K, rate: eta}}
            randoms: {c: {classes: C}}
            samples: {x: "mu[c] + Sqrt[v] noise"}
            fields: {h: w . x}
            loss: "1/2 (Sum[Ramp[h[k]], {k, K}] - c[1] + c[2])^2"
            order: {Q: w . w, m: w . mu}
            """;

    private static final String BIASES = """
            model: biases
            sizes: {K: 2, M: 1}
            parameters: {eta: {value: 0.2}}
            vectors: {B: {copies: M, fixed: identity}, J: {copies: K, rate: eta}}
            scalars: {b: {copies: K, rate: eta, start: 0.1}}
            samples: {xi: noise}
            fields: {x: J . xi, y: B . xi}
            loss: "1/2 (Sum[Ramp[x[i] + b[i]], {i, K}] - Sum[Ramp[y[n] - 1/2], {n, M}])^2"
            order: {Q: J . J, R: J . B}
            observables: {eps: "Mean[1/2 (Sum[Ramp[x[i] + b[i]], {i, K}] - Sum[Ramp[y[n] - 1/2], {n, M}])^2]"}
            """;

    private static final String SHIFTED = """
            model: shifted
            sizes: {K: 2}
            parameters: {eta: {value: 0.2}, c: {value: 0.6}}
            vectors: {u: {fixed: identity}, B: {fixed: identity}, J: {copies: K, rate: eta}}
            samples: {xi: "c u + noise"}
            fields: {x: J . xi, y: B . xi}
            loss: "1/2 (Sum[Ramp[x[i]], {i, K}] - Ramp[y])^2"
            order: {Q: J . J, R: J . B, m: J . u}
            """;

    private static final String COMMITTEE = """
            model: committee
            sizes: {K: 2, M: 2}
            parameters: {eta: {value: 0.2}}
            vectors: {B: {copies: M, fixed: identity}, J: {copies: K, rate: eta}}
            samples: {xi: noise}
            fields: {x: J . xi, y: B . xi}
            loss: "1/2 (Sum[Ramp[x[i]], {i, K}] - Sum[Ramp[y[n]], {n, M}])^2"
            order: {Q: J . J, R: J . B}
            observables: {eps: "Mean[1/2 (Sum[Ramp[x[i]], {i, K}] - Sum[Ramp[y[n]], {n, M}])^2]"}
            """;

    private static final String SIZES = XOR.replace("Ramp", "Abs");

    @ParameterizedTest
    @ValueSource(strings = {XOR, CLASSES, LABELS, BIASES, SHIFTED, COMMITTEE})
    void a_reader_computes_the_rates(String model) {
        compare(model);
    }

    @Test
    void a_reader_computes_the_rates_of_sizes_of_fields_with_means() {
        compare(SIZES);
    }

    private static void compare(String model) {
        LearningProblem problem = ModelFile.read(model, "model.yaml");
        OrderParameterSystem system = Derivation.of(problem);
        PaperNotation form = PaperNotation.of(system).orElseThrow();
        assertTrue(
                form.system().shownPieces().isEmpty(),
                () -> form.system().shownPieces().toString());
        BoundSystem bound = BoundSystem.of(system, Sizes.of(problem, Map.of()));
        double[] state = state(bound.state(), new Random(7));
        double[] rates = new double[state.length];
        double[] parameters = bound.parameters().defaults();
        new Interpreter(bound.rightHandSide()).eval(0, state, parameters, rates);
        PrintedEquations reader =
                new PrintedEquations(form, bound.sizes(), symbol -> value(symbol, bound, state, parameters));
        List<StateVariable> variables = system.variables();
        for (int i = 0; i < state.length; i++) {
            StateLayout.Element element = bound.state().elements().get(i);
            double read = reader.rate(variables.indexOf(element.variable()), element.places());
            assertEquals(rates[i], read, 1e-7 * (1 + Math.abs(rates[i])), element.label());
        }
        double[] observed = new double[system.observables().size()];
        new Interpreter(bound.observables()).eval(0, state, parameters, observed);
        for (int i = 0; i < observed.length; i++) {
            double read = reader.value(form.system().observables().get(i).value());
            assertEquals(observed[i], read, 1e-7, "observable " + i);
        }
    }

    /** 1/8 + (arcsin sums)/(4π) for three centred fields; 1/5 of four whose correlations are 1/2. */
    @Test
    void the_reader_knows_probabilities() {
        double[][] half = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                half[i][j] = i == j ? 1 : 0.5;
            }
        }
        assertEquals(0.2, OrthantProbability.of(new double[4], half), 1e-9);
        double[][] three = {{1, 0.3, -0.2}, {0.3, 1, 0.6}, {-0.2, 0.6, 1}};
        double expected = 0.125 + (Math.asin(0.3) + Math.asin(-0.2) + Math.asin(0.6)) / (4 * Math.PI);
        assertEquals(expected, OrthantProbability.of(new double[3], three), 1e-10);
    }

    private static double value(Symbol symbol, BoundSystem bound, double[] state, double[] parameters) {
        List<Integer> places = new ArrayList<>();
        for (IndexTerm place : symbol.indices()) {
            places.add(((Position) place).value());
        }
        for (int i = 0; i < state.length; i++) {
            StateLayout.Element element = bound.state().elements().get(i);
            List<Integer> swapped = element.variable().exchanged(places);
            boolean here = element.places().equals(places)
                    || (element.variable().symmetric() && element.places().equals(swapped));
            if (element.variable().name().equals(symbol.name()) && here) {
                return state[i];
            }
        }
        return parameters[bound.parameters().position(symbol.name())];
    }

    /** Overlaps of random vectors, of which the fixed ones are orthonormal; scalars at random. */
    private static double[] state(StateLayout layout, Random random) {
        Map<String, double[]> vectors = new HashMap<>();
        double[] state = new double[layout.length()];
        int fixed = 0;
        for (int i = 0; i < state.length; i++) {
            StateLayout.Element element = layout.elements().get(i);
            StateVariable v = element.variable();
            if (!v.isOverlap()) {
                state[i] = 0.3 + 0.5 * random.nextDouble();
                continue;
            }
            List<Integer> places = element.places();
            boolean twice = v.symmetric() && places.size() == 2;
            String left = v.left() + (places.isEmpty() ? "" : places.get(0));
            String right = v.right() + (twice || places.size() == 2 ? places.get(places.size() - 1) : "");
            for (String name : List.of(left, right)) {
                if (!vectors.containsKey(name)) {
                    double[] x = new double[9];
                    boolean trained = name.startsWith("w") || name.startsWith("J");
                    if (trained) {
                        for (int k = 0; k < x.length; k++) {
                            x[k] = 0.45 * random.nextGaussian();
                        }
                    } else {
                        x[fixed++] = 1;
                    }
                    vectors.put(name, x);
                }
            }
            for (int k = 0; k < 9; k++) {
                state[i] +=
                        Objects.requireNonNull(vectors.get(left))[k] * Objects.requireNonNull(vectors.get(right))[k];
            }
        }
        return state;
    }
}

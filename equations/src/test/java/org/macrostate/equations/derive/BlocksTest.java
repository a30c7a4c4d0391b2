package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Equations in blocks of a spectrum, against formulas by hand and against the isotropic ones. */
class BlocksTest {
    private static final String REGRESSION = """
            model: regression
            sizes: {B: 3}
            parameters:
              lam: {copies: B, value: [2, 1/4, 1]}
              f: {copies: B, value: [1/5, 1/2, 3/10]}
              omega: {copies: B, value: [1/2, 1/8, 3/8]}
              sigma: {value: 0.7}
              d: {value: 0.3}
              tau: {value: 0.4}
            spectra: {S: {blocks: B, value: "lam[b]", weight: "f[b]"}}
            vectors: {u: {fixed: identity, blocks: "omega[b]"}, w: {rate: tau}}
            randoms: {zeta: {law: normal}}
            samples: {x: "noise[S]"}
            fields: {h: w . x, y: u . x}
            loss: 1/2 (h - y - sigma zeta)^2 + d/2 w.w
            order: {R: w . u, Q: w . w}
            """;

    private static double[] rates(BoundSystem bound, double[] state) {
        double[] out = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), out);
        return out;
    }

    private static BoundSystem bound(String yaml) {
        LearningProblem problem = ModelFile.read(yaml, "test.yaml");
        return BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
    }

    /** dR_b = τλ_b(ω_b − R_b) − τdR_b, dQ_b = 2τλ_b(R_b − Q_b) − 2τdQ_b + τ²f_bλ_b[Σ_c λ_c(Q_c − 2R_c + ω_c) + σ²]. */
    @Test
    void regression_in_three_blocks_is_what_a_hand_finds() {
        double[] lam = {2, 0.25, 1};
        double[] f = {0.2, 0.5, 0.3};
        double[] omega = {0.5, 0.125, 0.375};
        double[] state = {0.3, -0.1, 0.2, 0.7, 0.4, 0.5};
        double[] rates = rates(bound(REGRESSION), state);
        double error = 0.7 * 0.7;
        for (int c = 0; c < 3; c++) {
            error += lam[c] * (state[3 + c] - 2 * state[c] + omega[c]);
        }
        for (int b = 0; b < 3; b++) {
            double r = 0.4 * lam[b] * (omega[b] - state[b]) - 0.4 * 0.3 * state[b];
            double q = 2 * 0.4 * lam[b] * (state[b] - state[3 + b])
                    - 2 * 0.4 * 0.3 * state[3 + b]
                    + 0.16 * f[b] * lam[b] * error;
            assertEquals(r, rates[b], 1e-14);
            assertEquals(q, rates[3 + b], 1e-14);
        }
    }

    /** A model of one kind of noise, in blocks whose eigenvalues are all one. */
    private static String inBlocks(String yaml, String noise) {
        return yaml.replace(noise, noise.replace("noise", "noise[Sp]"))
                + "\nspectra: {Sp: {blocks: [{weight: 1/5, value: 1}, {weight: 1/2, value: 1}, {weight: 3/10, value: 1}]}}\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linear-vae | Sqrt[eta] noise",
                "soft-committee | xi: noise",
                "linear-regression | x: noise",
                "perceptron | xi: noise",
                "relu-committee | xi: noise",
                "oja | c u + noise"
            })
    void all_eigenvalues_one_summed_over_blocks_is_the_isotropic_theory(String model, String noise) {
        String yaml = BundledModels.text(model);
        assertTrue(yaml.contains(noise), yaml);
        LearningProblem isotropic = BundledModels.problem(model);
        LearningProblem blocks = ModelFile.read(
                inBlocks(yaml, noise).replaceAll("(?m)^(observables|states|phases):[^\\n]*\\n((  [^\\n]*)?\\n)*", ""),
                "blocks.yaml");
        BoundSystem whole = BoundSystem.of(Derivation.of(isotropic), Sizes.of(isotropic, Map.of()));
        BoundSystem parts = BoundSystem.of(Derivation.of(blocks), Sizes.of(blocks, Map.of()));
        Random random = new Random(7);
        double[] share = new double[parts.state().length()];
        double[] total = new double[whole.state().length()];
        int[] place = new int[share.length];
        for (int i = 0; i < share.length; i++) {
            StateLayout.Element element = parts.state().elements().get(i);
            boolean overlap = element.variable().isOverlap();
            List<Integer> copies =
                    overlap ? element.places().subList(1, element.places().size()) : element.places();
            place[i] = whole.state().position(known(whole, element.variable().name()), copies);
            double weight =
                    !overlap ? 1 : List.of(0.2, 0.5, 0.3).get(element.places().get(0) - 1);
            boolean same = copies.size() < 2 || copies.get(0).equals(copies.get(1));
            boolean length = element.variable().symmetric() && same || !overlap;
            share[i] = weight * (length ? 1 + 0.2 * random.nextDouble() : 0.2 * (random.nextDouble() - 0.3));
            total[place[i]] += share[i];
        }
        double[] sums = new double[total.length];
        double[] rates = rates(parts, share);
        for (int i = 0; i < rates.length; i++) {
            sums[place[i]] += rates[i];
        }
        double[] expected = rates(whole, total);
        for (int i = 0; i < sums.length; i++) {
            assertEquals(
                    expected[i],
                    sums[i],
                    1e-13 * (1 + Math.abs(expected[i])),
                    whole.state().labels().get(i));
        }
    }

    /** {@code w_v} is {@code w.v} where that has no name. */
    private static String known(BoundSystem whole, String name) {
        return whole.system().variable(name).isPresent() ? name : name.replace('_', '.');
    }

    @Test
    void two_equal_blocks_are_one_block() {
        String one = REGRESSION
                .replace("B: 3", "B: 1")
                .replace("[2, 1/4, 1]", "[3/2]")
                .replace("[1/5, 1/2, 3/10]", "[1]")
                .replace("[1/2, 1/8, 3/8]", "[1]");
        String two = REGRESSION
                .replace("B: 3", "B: 2")
                .replace("[2, 1/4, 1]", "[3/2, 3/2]")
                .replace("[1/5, 1/2, 3/10]", "[1/2, 1/2]")
                .replace("[1/2, 1/8, 3/8]", "[1/2, 1/2]");
        double[] whole = rates(bound(one), new double[] {0.4, 0.9});
        double[] halves = rates(bound(two), new double[] {0.2, 0.2, 0.45, 0.45});
        for (int i = 0; i < 2; i++) {
            assertEquals(whole[i], halves[2 * i] + halves[2 * i + 1], 1e-14);
            assertEquals(halves[2 * i], halves[2 * i + 1], 1e-14);
        }
    }

    /** Given the class the noise is Gaussian: E over two classes of a regression on h alone, by hand. */
    @Test
    void classes_are_averaged_with_their_own_covariances() {
        BoundSystem bound = bound("""
                model: classes
                parameters: {tau: {value: 0.4}}
                randoms: {c: {law: {values: [0, 1], probabilities: [1/4, 3/4]}}}
                spectra: {S: {blocks: [{weight: 2/5, value: 1 + c}, {weight: 3/5, value: 3 - 2 c}]}}
                vectors: {w: {rate: tau}}
                samples: {x: "noise[S]"}
                fields: {h: w . x}
                loss: h^2/2 + h^4/4
                order: {Q: w . w}
                """);
        double[] q = {0.6, 0.9};
        double[] f = {0.4, 0.6};
        double[][] lam = {{1, 3}, {2, 1}};
        double[] p = {0.25, 0.75};
        double[] rates = rates(bound, q);
        for (int b = 0; b < 2; b++) {
            double expected = 0;
            for (int s = 0; s < 2; s++) {
                double v = lam[s][0] * q[0] + lam[s][1] * q[1];
                double square = v + 2 * 3 * v * v + 15 * v * v * v;
                expected += p[s] * (-2 * 0.4 * (1 + 3 * v) * lam[s][b] * q[b] + 0.16 * f[b] * lam[s][b] * square);
            }
            assertEquals(expected, rates[b], 1e-13);
        }
    }

    /** Where u has no part there is no overlap with it; dQ_b as in the regression above, without label noise and decay. */
    @Test
    void an_overlap_is_no_order_parameter_in_a_block_where_a_vector_has_no_part() {
        BoundSystem bound = bound("""
                model: share
                parameters: {tau: {value: 0.4}}
                spectra: {S: {blocks: [{weight: 1/4, value: 2}, {weight: 1/2, value: 1/2}, {weight: 1/4, value: 3}]}}
                vectors: {u: {fixed: identity, blocks: [0, 1/3, 2/3]}, w: {rate: tau}}
                samples: {x: "noise[S]"}
                fields: {h: w . x, y: u . x}
                loss: 1/2 (h - y)^2
                order: {R: w . u, Q: w . w}
                """);
        assertEquals(
                List.of("R[2]", "R[3]", "Q[1]", "Q[2]", "Q[3]"), bound.state().labels());
        double[] lam = {2, 0.5, 3};
        double[] f = {0.25, 0.5, 0.25};
        double[] omega = {0, 1.0 / 3, 2.0 / 3};
        double[] state = {0.1, 0.2, 0.7, 0.4, 0.5};
        double[] r = {0, 0.1, 0.2};
        double error = 0;
        for (int b = 0; b < 3; b++) {
            error += lam[b] * (state[2 + b] - 2 * r[b] + omega[b]);
        }
        double[] rates = rates(bound, state);
        for (int b = 0; b < 3; b++) {
            if (b > 0) {
                assertEquals(0.4 * lam[b] * (omega[b] - r[b]), rates[b - 1], 1e-14);
            }
            double q = 2 * 0.4 * lam[b] * (r[b] - state[2 + b]) + 0.16 * f[b] * lam[b] * error;
            assertEquals(q, rates[2 + b], 1e-14);
        }
    }

    /** dQ_b = −2τ(λ_b + aμ_b)Q_b + τ²f_b[λ_b ΣλQ + a²μ_b ΣμQ] for the loss (w.x)²/2 + a(w.y)²/2, λ of x and μ of y. */
    @Test
    void samples_of_one_step_have_spectra_of_their_own() {
        BoundSystem bound = bound("""
                model: two-samples
                sizes: {B: 2}
                parameters: {tau: {value: 0.4}, lam: {copies: B, value: [2, 1/2]}, mu: {copies: B, value: [1/5, 3]}}
                spectra:
                  S: {blocks: B, value: "lam[b]", weight: 1/2}
                  T: {blocks: B, value: "mu[b]", weight: 1/2}
                vectors: {w: {rate: tau}}
                samples: {x: "noise[S]", y: "noise[T]"}
                fields: {h: w . x, g: w . y}
                loss: h^2/2 + 3 g^2/2
                order: {Q: w . w}
                """);
        double[] q = {0.6, 0.9};
        double[] lam = {2, 0.5};
        double[] mu = {0.2, 3};
        double h = lam[0] * q[0] + lam[1] * q[1];
        double g = mu[0] * q[0] + mu[1] * q[1];
        double[] rates = rates(bound, q);
        for (int b = 0; b < 2; b++) {
            double expected = -2 * 0.4 * (lam[b] + 3 * mu[b]) * q[b] + 0.16 / 2 * (lam[b] * h + 9 * mu[b] * g);
            assertEquals(expected, rates[b], 1e-13);
        }
    }

    /** Each of two blocks of inputs is silent with probability 1 - p: an average over the four masks by hand. */
    @Test
    void a_mask_on_inputs_is_an_eigenvalue_that_is_zero_at_random() {
        BoundSystem bound = bound("""
                model: masks
                parameters: {tau: {value: 0.4}, p: {value: 0.7, domain: unit}}
                randoms:
                  r: {law: {values: [0, 1], probabilities: [1 - p, p]}}
                  s: {law: {values: [0, 1], probabilities: [1 - p, p]}}
                spectra: {S: {blocks: [{weight: 2/5, value: 2 r}, {weight: 3/5, value: 3 s}]}}
                vectors: {w: {rate: tau}}
                samples: {x: "noise[S]"}
                fields: {h: w . x}
                loss: h^4/4
                order: {Q: w . w}
                """);
        double[] q = {0.6, 0.9};
        double[] rates = rates(bound, q);
        double[] f = {0.4, 0.6};
        double[] expected = new double[2];
        for (int mask = 0; mask < 4; mask++) {
            double[] lam = {2 * (mask & 1), 3 * (mask >> 1)};
            double probability = (lam[0] > 0 ? 0.7 : 0.3) * (lam[1] > 0 ? 0.7 : 0.3);
            double v = lam[0] * q[0] + lam[1] * q[1];
            for (int b = 0; b < 2; b++) {
                expected[b] += probability * (-2 * 0.4 * 3 * v * lam[b] * q[b] + 0.16 * f[b] * lam[b] * 15 * v * v * v);
            }
        }
        for (int b = 0; b < 2; b++) {
            assertEquals(expected[b], rates[b], 1e-13);
        }
    }

    private static double[] slope(
            Interpreter interpreter, double[] parameters, double[] state, double ahead, double[] along) {
        double[] at = state.clone();
        for (int i = 0; i < at.length; i++) {
            at[i] += ahead * along[i];
        }
        double[] rates = new double[at.length];
        interpreter.eval(0, at, parameters, rates);
        return rates;
    }

    /** ε_g of a regression on a power law at a time, by Runge and Kutta's method. */
    private static double errorAfter(int nodes, double until) {
        BoundSystem bound = bound("""
                model: power
                parameters: {tau: {value: 0.8}}
                spectra: {S: {power: {exponent: -1/2, nodes: %d}}}
                vectors: {u: {fixed: identity}, w: {rate: tau}}
                samples: {x: "noise[S]"}
                fields: {h: w . x, y: u . x}
                loss: 1/2 (h - y)^2
                order: {R: w . u, Q: w . w}
                """.formatted(nodes));
        double[] parameters = bound.parameters().defaults();
        double[] state = new double[2 * nodes];
        double step = until / 500;
        Interpreter interpreter = new Interpreter(bound.rightHandSide());
        for (int k = 0; k < 500; k++) {
            double[] first = slope(interpreter, parameters, state, 0, state);
            double[] second = slope(interpreter, parameters, state, step / 2, first);
            double[] third = slope(interpreter, parameters, state, step / 2, second);
            double[] fourth = slope(interpreter, parameters, state, step, third);
            for (int i = 0; i < state.length; i++) {
                state[i] += step / 6 * (first[i] + 2 * second[i] + 2 * third[i] + fourth[i]);
            }
        }
        double error = 0;
        for (int b = 1; b <= nodes; b++) {
            double value = parameters[bound.parameters().position("S_value[" + b + "]")];
            double weight = parameters[bound.parameters().position("S_weight[" + b + "]")];
            error += value * (state[nodes + b - 1] - 2 * state[b - 1] + weight) / 2;
        }
        return error;
    }

    /** Twice the nodes: the error falls by orders of magnitude, as the theory is a smooth function of the eigenvalue. */
    @Test
    void nodes_of_a_continuous_spectrum_converge_spectrally() {
        double exact = errorAfter(24, 10);
        double four = Math.abs(errorAfter(4, 10) - exact);
        double eight = Math.abs(errorAfter(8, 10) - exact);
        assertTrue(four > 1e-9, "4 nodes: " + four + " of " + exact);
        assertTrue(eight < 1e-3 * four, "8 nodes: " + eight + ", 4 nodes: " + four);
    }

    @Test
    void a_penalty_weighted_by_the_spectrum_decays_each_block_at_its_own_rate() {
        BoundSystem bound = bound(REGRESSION.replace("d/2 w.w", "d/2 w.S.w"));
        double[] state = {0.3, -0.1, 0.2, 0.7, 0.4, 0.5};
        double[] without = rates(bound(REGRESSION.replace("d/2 w.w", "0")), state);
        double[] with = rates(bound, state);
        double[] lam = {2, 0.25, 1};
        for (int b = 0; b < 3; b++) {
            assertEquals(without[b] - 0.4 * 0.3 * lam[b] * state[b], with[b], 1e-14);
            assertEquals(without[3 + b] - 2 * 0.4 * 0.3 * lam[b] * state[3 + b], with[3 + b], 1e-14);
        }
    }

    /** A stopped gradient is a factor: the step is that of an update which says so itself. */
    @Test
    void stopped_gradients_and_updates_beside_a_loss_are_the_update_rule_by_hand() {
        String head = """
                model: target
                sizes: {K: 2}
                parameters: {tau: {copies: K, value: [0.2, 0.5]}, alpha: {value: 0.7}, d: {value: 0.1}}
                samples: {x: noise, y: noise}
                fields: {h: w . x, g: a . y}
                order: {Q: w . w, A: a . a, C: w . a}
                """;
        BoundSystem loss = bound(head + """
                vectors: {w: {copies: K, rate: "tau[k]"}, a: {copies: K}}
                loss: Sum[1/2 (h[k] - StopGradient[g[k] h[k]])^2 + d/2 w[k].w[k], {k, K}]
                update: {"a[k]": "alpha (w[k] - a[k])"}
                """);
        BoundSystem update = bound(head + """
                vectors: {w: {copies: K}, a: {copies: K}}
                update:
                  "w[k]": "-tau[k] ((h[k] - g[k] h[k]) x + d w[k])"
                  "a[k]": "alpha (w[k] - a[k])"
                """);
        Map<String, Double> drawn = new HashMap<>();
        Random random = new Random(3);
        double[] state = loss.state().labels().stream()
                .mapToDouble(label -> drawn.computeIfAbsent(label, l -> 0.2 + random.nextDouble()))
                .toArray();
        double[] first = rates(loss, state);
        double[] second = rates(update, state);
        for (int i = 0; i < first.length; i++) {
            assertEquals(second[i], first[i], 1e-13, loss.state().labels().get(i));
        }
    }
}

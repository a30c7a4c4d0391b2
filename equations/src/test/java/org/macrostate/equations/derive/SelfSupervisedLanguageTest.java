package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Losses of single networks, samples made from samples and lengths of samples, against formulas by hand. */
class SelfSupervisedLanguageTest {
    private static BoundSystem bound(String yaml) {
        LearningProblem problem = ModelFile.read(yaml, "test.yaml");
        return BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
    }

    private static double[] rates(BoundSystem bound, double... state) {
        double[] out = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), out);
        return out;
    }

    /** A generator that descends minus the critic's loss is one that ascends it. */
    @Test
    void each_network_descends_its_own_loss() {
        String yaml = BundledModels.text("gan");
        String critic = "1/2 f^2 - 1/2 h^2 + lambda/4 (w.w - 1)^2 - lambda/4 Sum[(v[a].v[a] - 1)^2, {a, M}]";
        int from = yaml.indexOf("loss: >");
        int to = yaml.indexOf("order:");
        String own = yaml.substring(0, from).replace("rate: -tauG", "rate: tauG") + "loss:\n  w: \"" + critic
                + "\"\n  v: \"-(" + critic + ")\"\n" + yaml.substring(to);
        BoundSystem ascending = bound(yaml);
        BoundSystem descending = bound(own);
        double[] state = {0.3, -0.2, 0.4, 0.9, 1.3};
        double[] expected = rates(ascending, state);
        double[] found = rates(descending, state);
        assertEquals(ascending.state().labels(), descending.state().labels());
        for (int i = 0; i < state.length; i++) {
            assertEquals(expected[i], found[i], 1e-14);
        }
    }

    /** Losses that share nothing: dQ_w of w alone, and a scalar that descends a loss of its own. */
    @Test
    void a_loss_moves_nothing_but_what_it_is_of() {
        BoundSystem bound = bound("""
                model: two
                parameters: {tau: {value: 0.3}, taus: {value: 0.5}}
                vectors: {w: {rate: tau}}
                scalars: {s: {rate: taus, start: 1}}
                samples: {x: noise}
                fields: {h: w . x}
                loss: {w: s h^2/2, s: s^2/2 - s h^2}
                order: {Q: w . w}
                """);
        double[] rates = rates(bound, 0.8, 1.5);
        assertEquals(-2 * 0.3 * 1.5 * 0.8 + 0.09 * 1.5 * 1.5 * 0.8, rates[0], 1e-14);
        assertEquals(-0.5 * (1.5 - 0.8), rates[1], 1e-14);
    }

    /** h on x + √Δ n, y on x: dR = τ(1 − (1 + Δ)R), dQ = 2τ(R − (1 + Δ)Q) + τ²(1 + Δ)[(1 + Δ)Q − 2R + 1]. */
    @Test
    void a_noisy_copy_of_a_sample_is_correlated_with_it() {
        BoundSystem bound = bound("""
                model: corrupted
                parameters: {tau: {value: 0.3}, Delta: {value: 0.7}}
                vectors: {u: {fixed: identity}, w: {rate: tau}}
                samples: {x: noise, xt: "x + Sqrt[Delta] noise"}
                fields: {h: w . xt, y: u . x}
                loss: 1/2 (h - y)^2
                order: {R: w . u, Q: w . w}
                """);
        double r = 0.4;
        double q = 0.9;
        double[] rates = rates(bound, r, q);
        assertEquals(0.3 * (1 - 1.7 * r), rates[0], 1e-14);
        assertEquals(2 * 0.3 * (r - 1.7 * q) + 0.09 * 1.7 * (1.7 * q - 2 * r + 1), rates[1], 1e-14);
    }

    /** An update along a made sample moves along all it is made of; samples may be made from made ones, and scaled. */
    @Test
    void an_update_along_a_made_sample_moves_along_what_it_is_made_of() {
        BoundSystem bound = bound("""
                model: hebb
                parameters: {a: {value: 0.6}}
                vectors: {w: {}}
                samples: {x: 2 noise, y: x + noise, z: 3 y - x}
                fields: {h: w . z}
                update: {w: a h z}
                order: {Q: w . w}
                """);
        // z = 2x + 3n with x of variance 4: κ = 4·4 + 9 = 25.
        double q = 0.8;
        assertEquals(2 * 0.6 * 25 * q + 0.36 * 25 * 25 * q, rates(bound, q)[0], 1e-13);
    }

    /** ½|(P − 1)h|² with independent h of variance η: dP = −τη(P − 1), each entry by itself. */
    @Test
    void a_trained_matrix_has_an_entry_for_every_pair_of_indices() {
        BoundSystem bound = bound("""
                model: matrix
                sizes: {M: 2}
                parameters: {tau: {value: 0.3}, eta: {value: 1.3}}
                scalars: {P: {copies: [M, M], rate: tau, start: 0}}
                vectors: {u: {copies: M, fixed: identity}}
                samples: {x: Sqrt[eta] noise}
                fields: {h: u . x}
                loss: 1/2 Sum[(Sum[P[k,l] h[l], {l, M}] - h[k])^2, {k, M}]
                """);
        assertEquals(
                java.util.List.of("P[1,1]", "P[1,2]", "P[2,1]", "P[2,2]"),
                bound.state().labels());
        double[] p = {0.1, 0.2, 0.3, 0.4};
        double[] rates = rates(bound, p);
        for (int k = 0; k < 2; k++) {
            for (int l = 0; l < 2; l++) {
                assertEquals(-0.3 * 1.3 * (p[2 * k + l] - (k == l ? 1 : 0)), rates[2 * k + l], 1e-14);
            }
        }
    }

    /** On the sphere of radius r: dR = τ(1 − R) − ½ (R/r²) [2τ(R − r²) + τ²(r² − 2R + 1)] for a regression on unit noise. */
    @Test
    void a_norm_that_is_kept_shrinks_overlaps_by_what_the_step_adds_to_the_length() {
        BoundSystem bound = bound("""
                model: sphere
                parameters: {tau: {value: 0.3}, r: {value: 1.2}}
                vectors: {u: {fixed: identity}, w: {rate: tau, norm: r}}
                samples: {x: noise}
                fields: {h: w . x, y: u . x}
                loss: 1/2 (h - y)^2 + w.w
                order: {R: w . u}
                """);
        assertEquals(java.util.List.of("R"), bound.state().labels());
        double r = 0.4;
        double square = 1.44;
        double added = 2 * 0.3 * (r - square) + 0.09 * (square - 2 * r + 1);
        assertEquals(0.3 * (1 - r) - r / square / 2 * added, rates(bound, r)[0], 1e-14);
    }

    /** E[h₁²h₂²h₃²] of independent fields is the product of their variances. */
    @Test
    void a_product_is_written_out_factor_by_factor() {
        BoundSystem bound = bound("""
                model: product
                parameters: {tau: {value: 0.3}}
                scalars: {s: {rate: tau, start: 1}}
                vectors: {u: {copies: 3, fixed: {diagonal: [2, 3, 5]}}}
                samples: {x: noise}
                fields: {h: u . x}
                loss: "s Product[h[k]^2, {k, 3}]"
                """);
        assertEquals(-0.3 * 30, rates(bound, 1)[0], 1e-13);
    }

    /** |x|²/N is the variance of the noise, or the mean eigenvalue; that of independent samples is zero. */
    @Test
    void lengths_of_samples_are_their_variances() {
        BoundSystem bound = bound("""
                model: variance
                parameters: {tau: {value: 0.3}, eta: {value: 1.3}}
                scalars: {s: {rate: tau, start: 1}}
                vectors: {u: {fixed: identity}}
                spectra: {S: {blocks: [{weight: 1/4, value: 2}, {weight: 3/4, value: 1/2}]}}
                samples: {x: "u + Sqrt[eta] noise[S]", y: "x + 2 noise"}
                loss: s x . x / N + s^2 (y . y)/2 + s^3 x . y/3
                """);
        double kappa = 1.3 * (0.5 + 0.375);
        double s = 1.5;
        assertEquals(-0.3 * (kappa + s * (kappa + 4) + s * s * kappa), rates(bound, s)[0], 1e-14);
    }
}

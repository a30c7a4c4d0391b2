package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.ExpressionText;

/**
 * Thresholds of collapse of models whose expectations have no closed form away from the collapsed state, against forms found by
 * hand: there a loss is its quadratic part, a E[h z] with a the mean slope of the non-linearity.
 */
class CollapseThresholdsTest {
    private static final String HEAD = """
            model: collapse
            sizes: {n: 3}
            parameters: {rho: {value: 1, domain: positive}, eta: {value: 0.5, domain: positive}, beta: {value: 1, domain: positive},
              b2: {value: 1, domain: positive}, decay: {value: 0.1, domain: nonnegative}, tau: {value: 0.05, domain: positive}}
            """;

    private static final String AUTOENCODER = """
            vectors: {u: {fixed: identity}, w: {rate: tau}, v: {rate: tau}}
            randoms: {c: normal, e: normal}
            samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise"}
            fields: {h: w . x, z: v . x}
            order: {m: w . u, d: v . u, Q: w . w, E: v . v, R: w . v}
            """;

    private static ThresholdAnalysis analysis(String text, String solve, Limit limit) {
        LearningProblem problem = ModelFile.read(HEAD + text, "collapse");
        return Thresholds.of(
                Derivation.of(problem, limit), Sizes.of(problem, Map.of()), ThresholdRequest.of("collapsed", solve));
    }

    private static void assertCollapses(String expected, String text, String solve, Limit limit) {
        assertBoundary(expected, analysis(text, solve, limit), StabilityBoundary::decides);
    }

    private static void assertBoundary(
            String expected, ThresholdAnalysis analysis, Predicate<StabilityBoundary> which) {
        List<String> forms = analysis.boundaries().stream()
                .filter(which)
                .flatMap(boundary -> boundary.closedForm().stream())
                .map(ExpressionText::of)
                .toList();
        assertTrue(forms.contains(expected), forms.toString());
    }

    private static String decoder(String function) {
        return AUTOENCODER + "scalars: {D: {rate: tau, start: 1, domain: positive}}\n"
                + "loss: \"-h F[z + Sqrt[D] e] + 1/2 (w.w) F[z + Sqrt[D] e]^2 + beta/2 (z^2 + D - Log[D])\"\n"
                        .replace("F[", function + "[")
                + "states: {collapsed: {m: 0, d: 0, Q: 0, E: 0, R: 0, D: 1}}\n";
    }

    /** E[h erf(z + e)] = 2/√(3π) E[hz] and E[erf(e)²] = 2/π arcsin(2/3): β = (4/(3π))(ρ + η)/(2/π arcsin(2/3)). */
    @Test
    void a_variational_autoencoder_with_an_error_function_as_decoder() {
        assertCollapses("2 (eta + rho)/(3 ArcSin[2/3])", decoder("Erf"), "beta", Limit.SMALL_RATE);
    }

    /** E[h ramp(z + e)] = E[hz]/2 and E[ramp(e)²] = 1/2. */
    @Test
    void a_variational_autoencoder_with_a_ramp_as_decoder() {
        assertCollapses("(eta + rho)/2", decoder("Ramp"), "beta", Limit.SMALL_RATE);
    }

    /** The loss of the upper level is β(1 − a q)²/2 + b2 q²/2 near its collapsed state. */
    @Test
    void the_upper_level_of_a_hierarchical_autoencoder_collapses_where_its_weight_is_that_of_the_lower() {
        String text = AUTOENCODER
                + "scalars: {D1: {rate: tau, start: 1, domain: positive}, D2: {rate: tau, start: 1, domain: positive},"
                + " a: {rate: tau, start: 0.5}, q: {rate: tau, start: 0.5}}\n"
                + "loss: \"-h z + 1/2 (w.w) (z^2 + D1) + beta/2 ((1 - a q)^2 (z^2 + D1) + a^2 D2 - Log[D1])"
                + " + b2/2 (q^2 (z^2 + D1) + D2 - Log[D2])\"\n"
                + "states: {collapsed: {m: 0, d: 0, Q: 0, E: 0, R: 0, a: 0, q: 0, D1: 1, D2: 1}}\n";
        // The lower level is unstable at these parameters, so that this boundary alone decides nothing.
        assertBoundary("beta", analysis(text, "b2", Limit.FINITE_RATE), boundary -> true);
    }

    /** Negatives have no mean product with the word: whatever their number, decay = ρ/2. */
    @Test
    void skip_gram_with_negatives() {
        String text = """
                vectors: {u: {fixed: identity}, a: {fixed: identity}, w: {rate: tau}, v: {rate: tau}}
                randoms: {c: normal, d: {copies: n}}
                samples:
                  x: Sqrt[rho] c u + Sqrt[eta] noise
                  y: Sqrt[rho] c a + Sqrt[eta] noise
                  xn: {copies: n, value: "Sqrt[rho] d[j] a + Sqrt[eta] noise"}
                fields: {h: w . x, g: v . y, k: v . xn}
                loss: Log[1 + Exp[-h g]] + Sum[Log[1 + Exp[h k[j]]], {j, n}] + decay/2 (w.w + v.v)
                states: {collapsed: {u.w: 0, a.w: 0, u.v: 0, a.v: 0, w.w: 0, v.v: 0, w.v: 0}}
                """;
        assertCollapses("rho/2", text, "decay", Limit.FINITE_RATE);
    }

    /** tanh(h) is h: the overlap grows at ρ + η less the decay. */
    @Test
    void hebbian_learning_with_a_hyperbolic_tangent() {
        String text = """
                vectors: {u: {fixed: identity}, w: {}}
                randoms: {c: rademacher}
                samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise"}
                fields: {h: w . x}
                update: {w: "tau (Tanh[h] x - decay w)"}
                order: {m: w . u, Q: w . w}
                states: {collapsed: {m: 0, Q: 0}}
                """;
        assertCollapses("eta + rho", text, "decay", Limit.FINITE_RATE);
    }

    /** E[h erf(z)] = 2/√π E[hz] at short vectors; the state leaves nothing open. */
    @Test
    void a_state_that_names_every_element_has_no_family_around_it() {
        String text = AUTOENCODER + """
                loss: -h Erf[z] + 1/2 (w.w) Erf[z]^2 + decay/2 (w.w + v.v)
                states: {collapsed: {m: 0, d: 0, Q: 0, E: 0, R: 0}}
                """;
        double decay = analysis(text, "decay", Limit.FINITE_RATE).boundaries().stream()
                .filter(StabilityBoundary::decides)
                .findFirst()
                .orElseThrow()
                .value();
        assertEquals(2 * 1.5 / Math.sqrt(Math.PI), decay, 1e-6);
    }

    /**
     * Beside the noise of its unit the sign of a collapsed machine is √(2/π) h: signal block √(2/π)(ρ + η − s), noise block
     * 2 √(2/π)(η − s) + τ (2/π)(η² + s²), whose roots are the other two.
     */
    @Test
    void a_boltzmann_machine_has_three_thresholds_in_closed_form() {
        String text = """
                vectors: {u: {fixed: identity}, w: {}}
                randoms: {c: rademacher, e: normal}
                samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise", nn: "Sqrt[beta] noise"}
                fields: {h: w . x, g: w . nn}
                update:
                  w: "tau (Erf[h/Sqrt[2]] x - Erf[(Sign[h + e] (w.w) + g)/Sqrt[2]] (nn + Sign[h + e] w))"
                order: {m: w . u, Q: w . w}
                states: {collapsed: {m: 0, Q: 0}}
                """;
        ThresholdAnalysis found = analysis(text, "beta", Limit.FINITE_RATE);
        assertTrue(found.boundaries().stream().allMatch(b -> b.closedForm().isPresent()));
        List<Double> values = found.boundaries().stream()
                .map(StabilityBoundary::value)
                .sorted()
                .toList();
        double slope = Math.sqrt(2 / Math.PI);
        double root = Math.sqrt(1 - 0.05 * slope * (2 * 0.5 + 0.05 * slope * 0.25));
        double scale = 0.05 * slope;
        assertEquals((1 - root) / scale, values.get(0), 1e-9);
        assertEquals(1.5, values.get(1), 1e-9);
        assertEquals((1 + root) / scale, values.get(2), 1e-6);
    }

    /** Of slopes 1 and ε: a = (1 + ε)/2, of the noise block b = (1 + ε²)/2 the share of SGD's noise; a (ρ + η) and a η + b τ η²/2. */
    @Test
    void a_rectified_autoencoder_collapses_where_half_a_linear_one_does() {
        String head = AUTOENCODER + "states: {collapsed: {m: 0, d: 0, Q: 0, E: 0, R: 0}}\n";
        String plain = head + "loss: -h Ramp[z] + 1/2 (w.w) Ramp[z]^2 + decay/2 (w.w + v.v)\n";
        String leaky = head
                + "loss: \"-h (Ramp[z] - Ramp[-z]/5) + 1/2 (w.w) (Ramp[z] - Ramp[-z]/5)^2 + decay/2 (w.w + v.v)\"\n";
        assertCollapses("(eta + rho)/2", plain, "decay", Limit.FINITE_RATE);
        assertCollapses("3 (eta + rho)/5", leaky, "decay", Limit.FINITE_RATE);
        assertEquals(0.25 + 0.05 * 0.25 / 4, inner(plain), 1e-9);
        assertEquals(0.3 + 0.05 * 0.25 * 0.52 / 2, inner(leaky), 1e-9);
    }

    private static double inner(String text) {
        return analysis(text, "decay", Limit.FINITE_RATE).boundaries().stream()
                .filter(boundary -> !boundary.decides())
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** Means of products of error functions of fields with means: −√(2/π) E[((1 − b) h − b g)(h + g)] of tied weights. */
    @Test
    void a_denoiser_with_a_skip_connection() {
        String text = """
                vectors: {u: {fixed: identity}, w: {rate: tau}}
                randoms: {c: rademacher}
                samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise", nn: "Sqrt[b2] noise"}
                fields: {h: w . x, g: w . nn}
                loss: "-((1 - beta) h - beta g) Erf[(h + g)/Sqrt[2]] + 1/2 (w.w) Erf[(h + g)/Sqrt[2]]^2"
                order: {m: w . u, Q: w . w}
                states: {collapsed: {m: 0, Q: 0}}
                """;
        assertCollapses("(eta + rho)/(b2 + eta + rho)", text, "beta", Limit.FINITE_RATE);
    }
}

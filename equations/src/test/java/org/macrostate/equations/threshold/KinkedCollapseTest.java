package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/**
 * Collapsed states of losses with kinks, thresholds, means and quotients of fields: thresholds in the weight decay against those of
 * the loss's quadratic part, found by hand; s = ρ + η = 1.5 is the variance along the signal.
 */
class KinkedCollapseTest {
    private static final String HEAD = """
            model: kinked
            parameters: {rho: {value: 1, domain: positive}, eta: {value: 0.5, domain: positive},
              decay: {value: 0.4, domain: nonnegative}, tau: {value: 0.05, domain: positive}}
            """;

    private static final String UNIT = HEAD + """
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms: {c: normal, e: normal}
            samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise"}
            fields: {h: w . x, y: u . x}
            order: {m: w . u, Q: w . w}
            states: {collapsed: {m: 0, Q: 0}}
            loss: "%s + decay/2 w.w"
            """;

    private static final String MIXTURE = HEAD + """
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms: {c: {law: {values: [-1, 0, 2], probabilities: [1/2, 1/4, 1/4]}}}
            samples: {x: "(c + 1/2) u + Sqrt[eta] noise"}
            fields: {h: w . x}
            order: {m: w . u, Q: w . w}
            states: {collapsed: {m: 0, Q: 0}}
            loss: "%s + decay/2 w.w"
            """;

    private static final String AUTOENCODER = HEAD + """
            vectors: {u: {fixed: identity}, w: {rate: tau}, v: {rate: tau}}
            randoms: {c: normal}
            samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise"}
            fields: {h: w . x, z: v . x}
            order: {m: w . u, d: v . u, Q: w . w, E: v . v, R: w . v}
            states: {collapsed: {m: 0, d: 0, Q: 0, E: 0, R: 0}}
            loss: "%s + decay/2 (w.w + v.v)"
            """;

    private static final String PAIR = HEAD + """
            vectors: {u: {fixed: identity}, w: {copies: 2, rate: tau}, v: {copies: 2, rate: tau}}
            randoms: {c: normal}
            samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise"}
            fields: {h: w . x, z: v . x}
            order: {m: w . u, d: v . u, Q: w . w, E: v . v, R: w . v}
            states: {collapsed: {m: 0, d: 0, Q: 0, E: 0, R: 0}}
            loss: "%s + decay/2 Sum[w[k].w[k] + v[k].v[k], {k, 2}]"
            """;

    private static ThresholdAnalysis analysis(String text, Limit limit) {
        LearningProblem problem = ModelFile.read(text, "kinked");
        return Thresholds.of(
                Derivation.of(problem, limit), Sizes.of(problem, Map.of()), ThresholdRequest.of("collapsed", "decay"));
    }

    private static List<Double> turning(String text, Limit limit) {
        return analysis(text, limit).boundaries().stream()
                .filter(StabilityBoundary::decides)
                .map(StabilityBoundary::value)
                .toList();
    }

    private static void assertTurns(double expected, String text, Limit limit) {
        List<Double> found = turning(text, limit);
        assertEquals(1, found.size(), found.toString());
        assertEquals(expected, found.get(0), 1e-7 * expected);
    }

    /** Of a decoder f: f′(0) s. */
    @ParameterizedTest
    @CsvSource({
        "Tanh[z], 1.5",
        "(Ramp[z] - Ramp[-z]/10), 0.825",
        "(z (1 + Erf[z/Sqrt[2]])/2), 0.75",
        "Sin[2 z], 3",
        "(z/(1 + Abs[z])), 1.5",
        "(z + Abs[z] z), 1.5"
    })
    void decoders(String decoder, double expected) {
        String loss = "-h " + decoder + " + 1/2 (w.w) " + decoder + "^2";
        assertTurns(expected, AUTOENCODER.formatted(loss), Limit.FINITE_RATE);
    }

    /** Of f with f(0) = f₀, in the gradient flow: d (d + f₀²) = f′(0)² s². With a finite rate the decoder never rests. */
    @ParameterizedTest
    @CsvSource({
        "Ramp[z + 1/2], 1, 0.5",
        "Softplus[z], 0.5, 0.693147180559945309",
        "Cos[z - 1], 0.841470984807896507, 0.540302305868139717"
    })
    void decoders_that_do_not_vanish_at_zero(String decoder, double slope, double value) {
        String text = AUTOENCODER.formatted("-h " + decoder + " + 1/2 (w.w) " + decoder + "^2");
        double half = value * value / 2;
        assertTurns(Math.sqrt(half * half + slope * slope * 2.25) - half, text, Limit.SMALL_RATE);
        BadInput moves = assertThrows(BadInput.class, () -> analysis(text, Limit.FINITE_RATE));
        assertTrue(moves.getMessage().contains("is no fixed point"), moves.getMessage());
    }

    /** A unit that is silent at zero learns nothing there, whatever the decay is. */
    @Test
    void a_silent_unit_is_stable_at_every_decay() {
        assertEquals(
                List.of(),
                turning(AUTOENCODER.formatted("-h Ramp[z - 1/2] + 1/2 (w.w) Ramp[z - 1/2]^2"), Limit.FINITE_RATE));
    }

    /** Kinks of third order do not count: the slope is that of the quadratic part. */
    @ParameterizedTest
    @CsvSource({"Abs[h]^3/3 - h^2/2, 1.5", "Ramp[h]^3 - h^2, 3", "-h^2 + Abs[h] h^2 Exp[-h^2], 3"})
    void kinks_of_higher_order(String loss, double expected) {
        assertTurns(expected, UNIT.formatted(loss), Limit.FINITE_RATE);
    }

    /** Along the signal E[(c + 1/2)²] + η = 9/4. */
    @ParameterizedTest
    @CsvSource({"-Log[Cosh[h]], 2.25", "Exp[-h^2] - h^2/8, 5.0625", "-h ArcTan[h]/2, 2.25", "Log[1 + h^2] - 2 h^2, 4.5"
    })
    void mixtures_with_means(String loss, double expected) {
        assertTurns(expected, MIXTURE.formatted(loss), Limit.FINITE_RATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-(Exp[z[1]] h[1] z[1] + Exp[z[2]] h[2] z[2])/(Exp[z[1]] + Exp[z[2]]); 0.75",
                "-(h[1] z[1] + h[2] z[2])/Sqrt[h[1]^2 + h[2]^2 + 1]; 1.5"
            })
    void pairs_of_units(String loss, double expected) {
        assertTurns(expected, PAIR.formatted(loss), Limit.FINITE_RATE);
    }

    /** Rates that grow like the length of a vector beside zero: no Jacobian, and no stability is stated. */
    @ParameterizedTest
    @ValueSource(strings = {"Abs[h] - h^2", "Sqrt[1 + Abs[h]]", "-Sqrt[1 + Abs[h]]"})
    void a_kink_at_zero_length_is_not_judged(String loss) {
        ThresholdAnalysis found = analysis(UNIT.formatted(loss), Limit.SMALL_RATE);
        assertEquals(List.of(), found.boundaries());
        assertTrue(
                found.notes().stream().anyMatch(note -> note.contains("no point at which rates have derivatives")),
                found.notes().toString());
    }

    /** E F² of the steps, if not their mean, diverges. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "h^2/2 - Log[Abs[h]]",
                "h^2/2 + 1/Abs[h]",
                "h^2/2 - Sqrt[Abs[h]]",
                "y/h + h^2/2",
                "Log[Abs[h - y]]"
            })
    void what_has_no_mean_is_refused_with_its_term(String loss) {
        BadInput refused = assertThrows(BadInput.class, () -> analysis(UNIT.formatted(loss), Limit.FINITE_RATE));
        assertTrue(refused.getMessage().contains("the expectation of "), refused.getMessage());
        assertTrue(refused.getMessage().contains(" diverges"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void quotients_by_lengths_of_outputs_are_refused_in_two_dimensions(int power) {
        String norm = power == 1 ? "Sqrt[h[1]^2 + h[2]^2]" : "(h[1]^2 + h[2]^2)";
        String text = PAIR.formatted("-(h[1] z[1] + h[2] z[2])/" + norm);
        BadInput refused = assertThrows(BadInput.class, () -> analysis(text, Limit.FINITE_RATE));
        assertTrue(refused.getMessage().contains("is not integrable in 2 dimensions"), refused.getMessage());
    }

    /** A step of a field that varies gives the vector a length: the state is no fixed point, and that is what is said. */
    @ParameterizedTest
    @ValueSource(strings = {"-h Sign[h + e]", "-h UnitStep[h + e/2]", "-Abs[h + e]", "Abs[y - h]"})
    void states_that_noise_drives_away_are_no_fixed_points(String loss) {
        BadInput moves = assertThrows(BadInput.class, () -> analysis(UNIT.formatted(loss), Limit.FINITE_RATE));
        assertTrue(moves.getMessage().contains("is no fixed point"), moves.getMessage());
    }

    /** In the gradient flow they rest. The gradient is a sign or step itself; E[sign(h + e)] = √(2/π) h, E[step(h + e/2)] − 1/2 as much. */
    @ParameterizedTest
    @ValueSource(strings = {"-h Sign[h + e]", "-h UnitStep[h + e/2]", "-Abs[h + e]"})
    void and_turn_in_the_gradient_flow(String loss) {
        assertTurns(Math.sqrt(2 / Math.PI) * 1.5, UNIT.formatted(loss), Limit.SMALL_RATE);
    }
}

package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** A mean that does not exist gets no number; one that does, however slowly its integrand falls off, is right. */
class DivergentMeansTest {
    private static final String MODEL = """
            model: tails
            parameters: {k: {value: 1}}
            vectors: {u: {fixed: identity}, w: {rate: 1}}
            randoms: {g: normal, z: {law: laplace}, e: {law: exponential}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: "%s"
            order: {R: w . u, Q: w . w}
            observables: {mean: "%s"}
            """;

    private static BoundSystem bound(String loss, String observable) {
        LearningProblem problem = ModelFile.read(MODEL.formatted(loss, observable), "tails");
        return BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
    }

    private static double mean(String integrand, double k, double variance) {
        BoundSystem bound = bound("1/2 (h - y)^2", "Mean[" + integrand + "]");
        double[] out = new double[1];
        new Interpreter(bound.observables())
                .eval(0, new double[] {0, variance}, bound.parameters().with(Map.of("k", k)), out);
        return out[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exp[e]",
                "Exp[2 e]",
                "Exp[e^2]",
                "e Exp[e]",
                "Sqrt[1 + Exp[3 e]]",
                "Cosh[z]",
                "Sinh[2 z]",
                "Exp[z^2/10]",
                "Exp[g^2]",
                "Exp[g^2/2]",
                "Exp[Abs[g]^3]",
                "Cosh[g^2]",
                "Exp[Exp[h]]",
                "Cosh[h^3]",
                "Exp[h e]",
                "Cosh[h z]",
                "Tanh[h]^2 Exp[2 e]",
                "1/(1 - Erf[g])^2"
            })
    void a_mean_that_exists_for_no_parameters_at_no_state_is_refused(String integrand) {
        BadInput refused = assertThrows(BadInput.class, () -> bound("1/2 (h - y)^2", "Mean[" + integrand + "]"));
        assertTrue(refused.getMessage().startsWith("the expectation of "), refused.getMessage());
        assertTrue(refused.getMessage().contains(" diverges"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exp[z^2/10]", "Exp[2 e]", "Cosh[h z]"})
    void it_is_told_in_the_model_s_own_words(String integrand) {
        BadInput refused = assertThrows(BadInput.class, () -> bound("1/2 (h - y)^2", "Mean[" + integrand + "]"));
        assertEquals(
                "the expectation of " + integrand.replace("h z", "z h")
                        + " diverges: far out it grows faster than the density decays",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/2 (h - Exp[e])^2", "1/2 (Tanh[h] - Exp[3 e/4] y)^2", "Cosh[h z]"})
    void losses_are_refused_likewise(String loss) {
        BadInput refused = assertThrows(BadInput.class, () -> bound(loss, "Q"));
        assertTrue(refused.getMessage().contains(" diverges"), refused.getMessage());
    }

    /** {@code E e^{ke} = 1/(1 − k)}, {@code E cosh kz = 1/(1 − k²)}, {@code E e^{k g²} = (1 − 2k)^{−1/2}}, and log 2. */
    @ParameterizedTest
    @CsvSource({
        "Exp[k e], 0.5, 2",
        "Exp[k e], 0.9, 10",
        "Exp[k e], -1, 0.5",
        "Cosh[k z], 0.5, 1.3333333333333333",
        "Exp[g^2/4], 0, 1.4142135623730951",
        "Exp[e]/(1 + Exp[e]), 0, 0.6931471805599453",
        "Exp[e - e^2], 0, 0.886226925452758",
        "Exp[k Abs[g] g/Abs[g]], 1, 1.6487212707001282",
        "Exp[49/100 g^2], 0, 7.0710678118654755",
        "Exp[h/50 - 3/2], 0, 0.22317479064336024",
        "Exp[h - 80], 0, 2.9756968735933825e-35",
        "Sinh[h/100]^2, 0, 0.00010001000066672816",
        "'If[g > 1 || g < -1, 0, Exp[g^2]]', 0, 0.9534382692512609"
    })
    void means_that_exist_are_right(String integrand, double k, double exact) {
        assertEquals(exact, mean(integrand, k, 1), 1e-8 * exact);
    }

    /** {@code E cosh(k h²) = ((1 − 2kv)^{−1/2} + (1 + 2kv)^{−1/2})/2} for 2kv < 1. */
    @Test
    void a_mean_that_exists_at_some_states_has_a_value_there_only() {
        for (double v : new double[] {0.1, 0.4, 0.8, 0.9}) {
            double exact = (1 / Math.sqrt(1 - v) + 1 / Math.sqrt(1 + v)) / 2;
            assertEquals(exact, mean("Cosh[k h^2]", 0.5, v), 1e-8 * exact);
        }
        assertTrue(Double.isNaN(mean("Cosh[k h^2]", 0.5, 1)));
        assertTrue(Double.isNaN(mean("Cosh[k h^2]", 0.5, 3)));
        assertTrue(Double.isNaN(mean("Exp[k e]", 1, 1)));
        assertTrue(Double.isNaN(mean("Exp[k Abs[z]]", 1.2, 1)));
    }
}

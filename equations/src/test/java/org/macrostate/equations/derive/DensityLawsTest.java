package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Means of factors with a density, against integrals done by hand. */
class DensityLawsTest {
    private static final String MODEL = """
            model: laws
            vectors: {u: {fixed: identity}, w: {rate: 1}}
            randoms: {z: {law: laplace}, e: {law: exponential}, k: {law: uniform}, s: {law: {student: 5}}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: "1/2 (h - y - z)^2"
            order: {R: w . u, Q: w . w}
            observables: {mean: "%s"}
            """;

    private static double mean(String integrand) {
        LearningProblem problem = ModelFile.read(MODEL.formatted("Mean[" + integrand + "]"), "laws");
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        double[] out = new double[1];
        // R = 0.3 and Q = 2
        new Interpreter(bound.observables())
                .eval(0, new double[] {0.3, 2}, bound.parameters().defaults(), out);
        return out[0];
    }

    /** E e^{−z²} = √π/2 e^{1/4} erfc(1/2), and E cos z = 1/(1 + 1) of Laplace's law; E (1 − e^{−e})/e = log 2. */
    @ParameterizedTest
    @CsvSource({
        "z^2, 2",
        "z^4, 24",
        "z^3 + z, 0",
        "e^3, 6",
        "k^3, 0.25",
        "s^2, 1.6666666666666667",
        "s^4, 25",
        "h z^2 y, 0.6",
        "Abs[z], 1",
        "Exp[-z^2], 0.5456413607650471",
        "Cos[z], 0.5",
        "Exp[-e], 0.5",
        "(1 - Exp[-e])/e, 0.6931471805599453",
        "Sqrt[k], 0.6666666666666667",
        "Log[1 + k], 0.3862943611198906",
        "UnitStep[k - 1/4], 0.75",
        "h^2 Exp[-e], 1"
    })
    void means_are_those_of_the_law(String integrand, double exact) {
        assertEquals(exact, mean(integrand), 1e-8 * Math.max(1, exact));
    }

    @Test
    void the_noise_of_a_label_enters_rates_with_its_variance() {
        LearningProblem problem = ModelFile.read(MODEL.formatted("Mean[h]"), "laws");
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        double[] rates = new double[2];
        new Interpreter(bound.rightHandSide())
                .eval(0, new double[] {0.3, 2}, bound.parameters().defaults(), rates);
        // dR = T − R, dQ = 2 (R − Q) + (Q − 2 R + 1 + 2)
        assertEquals(0.7, rates[0], 1e-14);
        assertEquals(2 * (0.3 - 2) + (2 - 0.6 + 3), rates[1], 1e-14);
    }

    @Test
    void a_moment_that_does_not_exist_is_refused() {
        BadInput refused = assertThrows(BadInput.class, () -> mean("s^6"));
        assertTrue(
                refused.getMessage()
                        .contains("a moment of order 6 does not exist: Student's law with 5 degrees of freedom"),
                refused.getMessage());
    }
}

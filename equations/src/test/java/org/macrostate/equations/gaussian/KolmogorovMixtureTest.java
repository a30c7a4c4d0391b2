package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

class KolmogorovMixtureTest {
    private final KeptParts names = new KeptParts();
    private final KolmogorovMixture rule = new KolmogorovMixture(names, 48);

    private static RuleCheck tanh(RuleCheck check, int i) {
        return check.with(Apply.of(Function.TANH, GivenCovariance.h(i)), h -> Math.tanh(h[i - 1]));
    }

    /** 1/cosh². */
    private static RuleCheck slope(RuleCheck check, int i) {
        Expression cosh = Apply.of(Function.COSH, GivenCovariance.h(i));
        return check.with(Power.of(cosh, -2), h -> 1 / (Math.cosh(h[i - 1]) * Math.cosh(h[i - 1])));
    }

    private void assertExact(RuleCheck check, GivenCovariance covariance, double tolerance) {
        assertEquals(check.exact(covariance), check.by(rule, covariance, names), tolerance);
    }

    /** {@code E[κ] = √(π/2) ln 2, E[κ²] = π²/12} (G. Marsaglia, W. W. Tsang and J. Wang, J. Stat. Softw. 8(18), 2003). */
    @Test
    void scales_have_the_moments_of_kolmogorovs_law() {
        KolmogorovScales scales = KolmogorovScales.of(16);
        double sum = 0;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < 16; i++) {
            double x = scales.scales().get(i);
            double weight = scales.weights().get(i);
            sum += weight;
            mean += weight * x;
            square += weight * x * x;
        }
        assertEquals(1, sum, 1e-13);
        assertEquals(Math.sqrt(Math.PI / 2) * Math.log(2), mean, 1e-13);
        assertEquals(Math.PI * Math.PI / 12, square, 1e-13);
    }

    @ParameterizedTest
    @CsvSource({"4, 6e-5", "6, 3e-6", "10, 2e-8", "16, 3e-11"})
    void a_mixture_of_error_functions_is_as_close_to_tanh_as_is_said(int nodes, double tolerance) {
        KolmogorovScales scales = KolmogorovScales.of(nodes);
        for (double x = 0; x < 15; x += 0.01) {
            double mixture = 0;
            for (int i = 0; i < nodes; i++) {
                double scale = scales.scales().get(i);
                mixture += scales.weights().get(i) * org.hipparchus.special.Erf.erf(x / (Math.sqrt(2) * scale));
            }
            assertEquals(Math.tanh(x), mixture, tolerance);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 3, 2, 1})
    void products_of_tangents_slopes_and_polynomials(int rank) {
        GivenCovariance c = GivenCovariance.random(new Random(rank), 4, rank);
        assertExact(tanh(new RuleCheck(), 1).h(2), c, 1e-8);
        assertExact(tanh(tanh(new RuleCheck(), 1), 2), c, 1e-8);
        assertExact(tanh(tanh(new RuleCheck(), 1), 1), c, 1e-8);
        assertExact(slope(new RuleCheck(), 1), c, 1e-8);
        assertExact(slope(tanh(new RuleCheck(), 1), 2).h(3), c, 1e-8);
        assertExact(slope(tanh(new RuleCheck(), 1).h(1).h(2), 2).h(3), c, 1e-8);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1})
    void four_fields_of_which_some_coincide(int rank) {
        GivenCovariance c = GivenCovariance.random(new Random(10 + rank), 4, rank);
        RuleCheck four = tanh(tanh(slope(slope(new RuleCheck(), 1), 2), 3), 4);
        assertExact(four, c, 1e-5);
        double[][] a = {{1.5, 0.1}, {-0.3, 0.9}, {1.5, 0.1}, {-0.3, 0.9}};
        assertExact(four, GivenCovariance.of(a), 1e-5);
        assertExact(four, new GivenCovariance(new double[4][4]), 1e-12);
    }

    @Test
    void a_tangent_beside_signs_and_error_functions() {
        GivenCovariance c = GivenCovariance.random(new Random(7), 3, 3);
        assertExact(tanh(new RuleCheck().kinked(Function.SIGN, 0, 1), 1), c, 1e-8);
        assertExact(tanh(new RuleCheck().erf(0, 1), 1), c, 1e-8);
        assertExact(slope(new RuleCheck().kinked(Function.RAMP, 0, 1), 1), c, 1e-8);
    }

    @Test
    void what_is_no_such_product_is_left_to_other_rules() {
        GivenCovariance c = GivenCovariance.random(new Random(7), 4, 4);
        Expression h = GivenCovariance.h(1);
        assertEquals(Optional.empty(), rule.apply(List.of(h, h), c));
        Expression shifted = Apply.of(Function.TANH, h.plus(Rational.ONE));
        assertEquals(Optional.empty(), rule.apply(List.of(shifted, h), c));
        Expression sine = Apply.of(Function.SIN, h);
        assertEquals(Optional.empty(), rule.apply(List.of(Apply.of(Function.TANH, h), sine), c));
        RuleCheck five = tanh(tanh(tanh(tanh(tanh(new RuleCheck(), 1), 2), 3), 4), 1);
        assertEquals(Optional.empty(), rule.apply(five.factors(), c));
    }

    @Test
    void it_says_how_many_scales_there_are_and_that_it_is_numerical() {
        Expression tanh = Apply.of(Function.TANH, GivenCovariance.h(1));
        assertTrue(rule.isNumerical());
        assertEquals(
                "Tanh as a mixture of error functions (Stefanski 1991), 16 scales each", rule.citation(List.of(tanh)));
        assertEquals(
                "Tanh as a mixture of error functions (Stefanski 1991), 5 scales each",
                rule.citation(List.of(tanh, tanh, tanh)));
    }
}

package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.macrostate.equations.gaussian.GivenCovariance.h;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/** Against integrals to 20 digits by mpmath, in polar coordinates where a kink is a circle. */
class GaussianIntegralsTest {
    private static final double CIRCLE = 0.32693703254670097496;
    private static final double LORENTZ = 0.57157494686844077759;
    private static final double SLOPE = 0.075050953001046852681;
    private static final double STEEP_SLOPE = 0.048224752631884714656;
    private static final GivenCovariance COVARIANCE = new GivenCovariance(new double[][] {{1.7, 0.4}, {0.4, 1}});

    private static double mean(GivenCovariance covariance, Expression... factors) {
        return covariance.value(
                new GaussianIntegrals(8).apply(List.of(factors), covariance).orElseThrow(), new KeptParts());
    }

    @Test
    void a_kink_that_is_a_circle_is_found() {
        Expression inside = Rational.ONE.minus(Power.of(h(1), 2)).minus(Power.of(h(2), 2));
        assertEquals(CIRCLE, mean(COVARIANCE, Apply.of(Function.UNIT_STEP, inside)), 1e-8 * CIRCLE);
    }

    @Test
    void heavy_tails_are_resolved() {
        Expression lorentz = Power.of(Rational.ONE.plus(Power.of(h(1), 2)), -1);
        assertEquals(LORENTZ, mean(COVARIANCE, lorentz), 1e-8 * LORENTZ);
    }

    @Test
    void functions_analytic_in_a_strip_converge() {
        for (int scale = 1; scale <= 2; scale++) {
            GivenCovariance covariance = new GivenCovariance(new double[][] {{scale * scale}});
            Expression slope = Power.of(Apply.of(Function.COSH, h(1)), -4);
            Expression square = Power.of(Apply.of(Function.TANH, h(1)), 2);
            double expected = scale == 1 ? SLOPE : STEEP_SLOPE;
            assertEquals(expected, mean(covariance, square, slope), 1e-8 * expected);
        }
    }

    /** E[h₂ f(h₁)] = C₁₂/C₁₁ E[h₁ f(h₁)], also where h₁ is zero. */
    @Test
    void a_field_outside_of_functions_is_not_integrated_over() {
        Expression tanh = Apply.of(Function.TANH, h(1));
        assertEquals(0.4 / 1.7 * mean(COVARIANCE, h(1), tanh), mean(COVARIANCE, h(2), tanh), 1e-12);
        GivenCovariance zero = new GivenCovariance(new double[][] {{0, 0}, {0, 1}});
        assertEquals(0, mean(zero, h(2), tanh), 0);
    }
}

package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.macrostate.equations.gaussian.GivenCovariance.h;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Given the fields of a circle the third one's factor has a closed form; a script integrated over the third field last. */
    @ParameterizedTest
    @CsvSource({
        "ABS, 0, 1, 0.461846215766286",
        "SIGN, 0.5, 1, 0.24146909318373772",
        "UNIT_STEP, 0.5, 1, 0.42341931399291943",
        "RAMP, 1, -2, 0.8262590401046835",
        "ERF, 1, 1, 0.3629582783036199"
    })
    void a_factor_of_one_field_is_averaged_given_the_others(
            Function function, String constant, int slope, double expected) {
        GivenCovariance covariance = new GivenCovariance(new double[][] {{1.2, 0.3, 0.4}, {0.3, 1, 0}, {0.4, 0, 1}});
        Expression inside = Expression.of(2).minus(Power.of(h(1), 2)).minus(Power.of(h(2), 2));
        Expression shift = new Rational(new BigFraction(Double.parseDouble(constant)));
        Expression argument = shift.plus(Expression.of(slope).times(h(3)));
        assertEquals(
                expected,
                mean(covariance, Apply.of(Function.UNIT_STEP, inside), Apply.of(function, argument)),
                1e-8 * expected);
    }

    /** A third field that is the sum of the two others has no variance of its own: half of the disc is on its positive side. */
    @Test
    void a_field_that_the_others_determine_is_known_given_them() {
        GivenCovariance covariance = new GivenCovariance(new double[][] {{1, 0, 1}, {0, 1, 1}, {1, 1, 2}});
        Expression inside = Rational.ONE.minus(Power.of(h(1), 2)).minus(Power.of(h(2), 2));
        double expected = -Math.expm1(-0.5) / 2;
        assertEquals(
                expected,
                mean(covariance, Apply.of(Function.UNIT_STEP, inside), Apply.of(Function.UNIT_STEP, h(3))),
                1e-7);
    }
}

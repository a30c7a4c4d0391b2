package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.macrostate.equations.gaussian.GivenCovariance.h;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;

class NoncentralGaussianFormsTest {
    private static final NoncentralGaussianForms RULE = new NoncentralGaussianForms(PartNames.NONE);
    private static final Expression SHIFT = Expression.of(3).over(Expression.of(4));

    /** One factor, as an expression and as a function of h₁ and h₂. */
    private record Case(Expression factor, DoubleBinaryOperator value) {}

    private static Case shifted(Function function, int sign, DoubleUnaryOperator value) {
        Expression argument = SHIFT.plus(h(1).times(Expression.of(sign)));
        return new Case(Apply.of(function, argument), (x, y) -> value.applyAsDouble(0.75 + sign * x));
    }

    private static Case variable(int i) {
        return new Case(h(i), (x, y) -> i == 1 ? x : y);
    }

    private static Case step(int sign) {
        return shifted(Function.UNIT_STEP, sign, u -> u >= 0 ? 1 : 0);
    }

    private static Case ramp(int sign) {
        return shifted(Function.RAMP, sign, u -> Math.max(u, 0));
    }

    @Test
    void a_step_with_a_mean_is_an_error_function() {
        double v = 1.7;
        GivenCovariance covariance = new GivenCovariance(new double[][] {{v}});
        Expression step = Apply.of(Function.UNIT_STEP, SHIFT.plus(h(1)));
        assertEquals(0.5 * (1 + Erf.erf(0.75 / Math.sqrt(2 * v))), by(covariance, step), 1e-15);
    }

    @Test
    void steps_ramps_and_signs_times_polynomials_agree_with_quadrature_between_their_kinks() {
        assertExact(step(1));
        assertExact(step(-1), variable(2));
        assertExact(step(1), variable(1), variable(2));
        assertExact(ramp(1), variable(2), variable(2));
        assertExact(ramp(-1), ramp(-1), variable(2));
        assertExact(ramp(1), step(1), variable(1));
        assertExact(shifted(Function.ABS, -1, Math::abs), variable(1), variable(2));
        assertExact(shifted(Function.SIGN, 1, Math::signum), variable(2), variable(1), variable(1));
        assertExact(shifted(Function.ERF, -1, Erf::erf), variable(1), variable(2));
    }

    @Test
    void exponentials_and_bells_move_the_means() {
        Case exponential =
                new Case(Apply.of(Function.EXP, h(1).minus(h(2)).plus(SHIFT)), (x, y) -> Math.exp(0.75 + x - y));
        Case bell = new Case(
                Apply.of(Function.EXP, Power.of(h(2).plus(Expression.of(1)), 2).negate()),
                (x, y) -> Math.exp(-(y + 1) * (y + 1)));
        assertExact(exponential);
        assertExact(exponential, variable(2));
        assertExact(exponential, step(1), variable(2));
        assertExact(bell, ramp(1), variable(2));
        assertExact(bell, exponential, shifted(Function.ERF, 1, Erf::erf));
    }

    @Test
    void a_step_and_its_complement_leave_nothing() {
        GivenCovariance covariance = GivenCovariance.random(new Random(1), 2, 2);
        Expression up = Apply.of(Function.UNIT_STEP, SHIFT.plus(h(1)));
        Expression down = Apply.of(Function.UNIT_STEP, SHIFT.negate().minus(h(1)));
        Expression both = RULE.apply(List.of(up, down, h(2)), covariance).orElseThrow();
        assertTrue(both.isZero(), both::toString);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1e-12})
    void a_field_without_variance_is_where_its_mean_says(double variance) {
        GivenCovariance covariance = new GivenCovariance(new double[][] {{variance}});
        assertEquals(1, by(covariance, Apply.of(Function.UNIT_STEP, SHIFT.plus(h(1)))), 1e-15);
        assertEquals(0, by(covariance, Apply.of(Function.UNIT_STEP, h(1).minus(SHIFT))), 1e-15);
        assertEquals(0.75, by(covariance, Apply.of(Function.RAMP, SHIFT.minus(h(1)))), 1e-15);
        assertEquals(0, by(covariance, Apply.of(Function.RAMP, SHIFT.minus(h(1))), h(1)), 1e-11);
    }

    @Test
    void two_different_kinks_are_a_probability() {
        GivenCovariance covariance = GivenCovariance.random(new Random(1), 2, 2);
        Expression one = Apply.of(Function.UNIT_STEP, SHIFT.plus(h(1)));
        Expression two = Apply.of(Function.UNIT_STEP, SHIFT.plus(h(2)));
        // P(both) = P(first) + P(second) - P(at least one), the last by conditioning on the first variable.
        double[][] c = covariance.matrix();
        double shift = 0.75;
        double probability = 0;
        int steps = 200_000;
        for (int k = 0; k < steps; k++) {
            double z = -shift / Math.sqrt(c[0][0]) + (k + 0.5) * 12 / steps;
            double mean = shift + c[0][1] / Math.sqrt(c[0][0]) * z;
            double width = Math.sqrt(2 * (c[1][1] - c[0][1] * c[0][1] / c[0][0]));
            double second = (1 + org.hipparchus.special.Erf.erf(mean / width)) / 2;
            probability += 12.0 / steps * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * second;
        }
        assertEquals(probability, by(covariance, one, two), 1e-8);
        assertFalse(RULE.isNumerical());
    }

    private static double by(GivenCovariance covariance, Expression... factors) {
        return covariance.value(RULE.apply(List.of(factors), covariance).orElseThrow(), new KeptParts());
    }

    /** At covariances of full rank, and where h₂ is a multiple of h₁. */
    private static void assertExact(Case... cases) {
        for (double[] root : new double[][] {{1.1, 0.4, 0.8}, {0.6, -0.9, 0.3}, {0.9, 0.5, 0}}) {
            double a = root[0];
            double b = root[1];
            double c = root[2];
            GivenCovariance covariance = new GivenCovariance(new double[][] {{a * a, a * b}, {a * b, b * b + c * c}});
            Expression[] factors = new Expression[cases.length];
            for (int i = 0; i < cases.length; i++) {
                factors[i] = cases[i].factor();
            }
            double expected = mean(a, b, c, cases);
            assertEquals(
                    expected,
                    by(covariance, factors),
                    1e-10 * Math.max(1, Math.abs(expected)),
                    () -> List.of(factors) + " with rows " + a + "; " + b + " " + c);
        }
    }

    /** h₁ = a z, split where ±h₁ is the shift; h₂ = b z + c ξ by Gauss–Hermite. */
    private static double mean(double a, double b, double c, Case... cases) {
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        GaussIntegrator hermite = rules.hermite(60);
        DoubleUnaryOperator inner = z -> {
            double sum = 0;
            for (int k = 0; k < hermite.getNumberOfPoints(); k++) {
                double y = b * z + c * Math.sqrt(2) * hermite.getPoint(k);
                double product = hermite.getWeight(k) / Math.sqrt(Math.PI);
                for (Case one : cases) {
                    product *= one.value().applyAsDouble(a * z, y);
                }
                sum += product;
            }
            return sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        };
        double[] ends = {-12, -6, -0.75 / a, 0, 0.75 / a, 6, 12};
        double sum = 0;
        for (int i = 0; i + 1 < ends.length; i++) {
            sum += rules.legendre(60, ends[i], ends[i + 1]).integrate(inner::applyAsDouble);
        }
        return sum;
    }
}

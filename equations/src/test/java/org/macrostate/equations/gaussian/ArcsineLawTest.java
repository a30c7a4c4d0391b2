package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Power;

class ArcsineLawTest {
    private static final ClosedForm RULE = new ClosedForm();

    @Test
    void holds_for_two_error_functions() {
        new RuleCheck().erf(1).erf(0, 1).assertExact(RULE, 1e-10);
        new RuleCheck().erf(1).erf(1).assertExact(RULE, 1e-10);
        new RuleCheck().erf(0.5, 1).erf(0, 0.25, -1).assertExact(RULE, 1e-10);
    }

    /** erf(c h) = E[sign(h + ξ)] for positive c only, whatever c is made of. */
    @Test
    void the_coefficient_in_an_error_function_may_be_any_number() {
        GivenCovariance covariance = GivenCovariance.random(new Random(5), 2, 2);
        double[][] m = covariance.matrix();
        Expression root = Power.sqrt(Constant.PI);
        Map<Expression, Double> coefficients = Map.of(
                Expression.of(2),
                2.0,
                Expression.of(-2),
                -2.0,
                Constant.PI,
                Math.PI,
                root,
                Math.sqrt(Math.PI),
                root.negate(),
                -Math.sqrt(Math.PI),
                root.times(Expression.of(3)),
                3 * Math.sqrt(Math.PI));
        coefficients.forEach((c, v) -> {
            Expression erf = Apply.of(Function.ERF, c.times(GivenCovariance.h(1)));
            Expression other = Apply.of(Function.ERF, GivenCovariance.h(2));
            Expression mean = RULE.apply(List.of(erf, other), covariance).orElseThrow();
            double angle = Math.asin(v * m[0][1] / Math.sqrt((0.5 + v * v * m[0][0]) * (0.5 + m[1][1])));
            assertEquals(2 / Math.PI * angle, covariance.value(mean), 1e-13);
        });
    }

    /** A field has the sign of itself: of {@code c/(√c √c)}, which rounding leaves beside one, the angle is a right one. */
    @Test
    void a_sign_squared_has_mean_one_to_all_digits() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            double c = Math.exp(4 * random.nextDouble() - 2);
            double root = Math.sqrt(c);
            assertEquals(Math.PI / 2, Operation.ARC_SIN.apply(c / (root * root), 0), 1e-15);
            assertEquals(-Math.PI / 2, Operation.ARC_SIN.apply(-c * (1 / root) * (1 / root), 0), 1e-15);
        }
    }

    @Test
    void a_variance_that_is_a_number_needs_no_guard() {
        NumericCovariance numbers = new NumericCovariance(0.75);
        List<Expression> signs =
                List.of(Apply.of(Function.SIGN, GivenCovariance.h(1)), Apply.of(Function.SIGN, GivenCovariance.h(2)));
        Expression mean = RULE.apply(signs, numbers).orElseThrow();
        assertFalse(Expansion.contains(mean, e -> e instanceof Apply a && a.function() == Function.IF));
        assertEquals(2 / Math.PI * Math.asin(0.5), new GivenCovariance(new double[0][0]).value(mean), 1e-15);
        Expression nothing = RULE.apply(signs, new NumericCovariance(0)).orElseThrow();
        assertEquals(0, new GivenCovariance(new double[0][0]).value(nothing), 0);
    }

    @Test
    void a_square_of_a_sign_is_one_unless_it_is_the_sign_of_nothing() {
        RuleCheck signs = new RuleCheck()
                .kinked(Function.SIGN, 1)
                .kinked(Function.SIGN, 1)
                .erf(0, 1)
                .erf(0, 1);
        for (double variance : new double[] {0, 0.3}) {
            GivenCovariance covariance = new GivenCovariance(new double[][] {{variance, 0}, {0, 1}});
            double one = variance > 0 ? 2 / Math.PI * Math.asin(0.5) : 0;
            assertEquals(one, signs.by(RULE, covariance), 1e-15);
        }
        RuleCheck square = new RuleCheck().h(1).h(1).kinked(Function.SIGN, 1).kinked(Function.SIGN, 1);
        assertEquals(0.3, square.by(RULE, new GivenCovariance(new double[][] {{0.3}})), 1e-15);
    }

    @Test
    void a_mean_of_two_signs_is_one_arcsine_that_two_conditions_guard() {
        List<Expression> signs =
                List.of(Apply.of(Function.SIGN, GivenCovariance.h(1)), Apply.of(Function.SIGN, GivenCovariance.h(2)));
        Expression mean = RULE.apply(signs, new GivenCovariance(new double[][] {{1, 0}, {0, 1}}))
                .orElseThrow();
        assertEquals("SignMean[C[1,2], C[1,1], C[2,2]]", ExpressionText.of(mean));
        assertEquals(
                "If[0 < C[2,2], If[0 < C[1,1], 2 ArcSin[C[1,2]/(Sqrt[C[1,1]] Sqrt[C[2,2]])]/Pi, 0], 0]",
                ExpressionText.of(Guarded.definition((Apply) mean).orElseThrow()));
    }

    @Test
    void holds_for_two_signs_and_for_a_sign_and_an_error_function() {
        new RuleCheck().kinked(Function.SIGN, 1).kinked(Function.SIGN, 0, 1).assertExact(RULE, 1e-10);
        new RuleCheck().kinked(Function.SIGN, 1, -0.5).erf(0, 1).assertExact(RULE, 1e-10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.7, 1.1, 1e-8, 1e8})
    void a_sign_agrees_with_itself_whatever_rounding_makes_of_the_correlation(double scale) {
        GivenCovariance same = GivenCovariance.of(new double[][] {{scale, scale / 3}, {3 * scale, scale}});
        RuleCheck signs = new RuleCheck().kinked(Function.SIGN, 1).kinked(Function.SIGN, 0, 1);
        assertEquals(1, signs.by(RULE, same), 1e-7);
    }

    @Test
    void a_correlation_just_past_one_is_one() {
        GivenCovariance past = new GivenCovariance(new double[][] {{1, 1 + 4e-16}, {1 + 4e-16, 1}});
        RuleCheck signs = new RuleCheck().kinked(Function.SIGN, 1).kinked(Function.SIGN, 0, 1);
        assertEquals(1, signs.by(RULE, past), 0);
    }

    @Test
    void the_sign_of_nothing_is_zero() {
        GivenCovariance covariance = new GivenCovariance(new double[][] {{0, 0}, {0, 1}});
        RuleCheck signs = new RuleCheck().kinked(Function.SIGN, 1).kinked(Function.SIGN, 0, 1);
        assertEquals(0, signs.by(RULE, covariance), 0);
    }
}

package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

class ConditioningTest {
    private static final ClosedForm RULE = new ClosedForm();

    @Test
    void linear_factors_and_two_signs_condition_on_each_sign_s_zero() {
        new RuleCheck()
                .h(1)
                .h(2)
                .kinked(Function.SIGN, 0, 0, 1)
                .kinked(Function.SIGN, 0, 0, 0, 1)
                .assertExact(RULE, 1e-10);
        new RuleCheck()
                .h(1)
                .h(1)
                .kinked(Function.SIGN, 1)
                .kinked(Function.SIGN, 0, 1)
                .assertExact(RULE, 1e-10);
    }

    @Test
    void steps_and_ramps_are_half_a_sign() {
        new RuleCheck().kinked(Function.RAMP, 1).h(2).assertExact(RULE, 1e-10);
        new RuleCheck()
                .kinked(Function.RAMP, 1)
                .kinked(Function.UNIT_STEP, 0, 1)
                .assertExact(RULE, 1e-10);
        new RuleCheck()
                .kinked(Function.RAMP, 1)
                .kinked(Function.UNIT_STEP, 0, 1)
                .h(3)
                .assertExact(RULE, 1e-10);
        new RuleCheck().kinked(Function.ABS, 1).kinked(Function.ABS, 0, 1).assertExact(RULE, 1e-10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.999999, -0.5, 0, 0.3, 0.999, 1 - 1e-15, 1})
    void two_ramps_give_the_arc_cosine_kernel_of_cho_and_saul(double correlation) {
        double a = 1.3;
        double b = 0.4;
        double c = correlation * Math.sqrt(a * b);
        GivenCovariance covariance = new GivenCovariance(new double[][] {{a, c}, {c, b}});
        double theta = Math.acos(correlation);
        double kernel = Math.sqrt(a * b) / (2 * Math.PI) * (Math.sin(theta) + (Math.PI - theta) * Math.cos(theta));
        RuleCheck ramps = new RuleCheck().kinked(Function.RAMP, 1).kinked(Function.RAMP, 0, 1);
        // Closer to one than 1e-13 the vanishing angle counts as none, which costs its square root.
        double tolerance = correlation < 1 && correlation > 1 - 1e-13 ? 1e-8 : 1e-10;
        assertEquals(kernel, ramps.by(RULE, covariance), tolerance);
    }

    @Test
    void a_variable_that_is_zero_makes_nothing_jump() {
        GivenCovariance covariance = new GivenCovariance(new double[][] {{0, 0}, {0, 2}});
        RuleCheck ramps = new RuleCheck().kinked(Function.RAMP, 1).kinked(Function.RAMP, 0, 1);
        assertEquals(0, ramps.by(RULE, covariance), 0);
        RuleCheck sign = new RuleCheck().kinked(Function.SIGN, 1).h(2);
        assertEquals(0, sign.by(RULE, covariance), 0);
    }

    /** What a condition guards stands once, under a name; what needs no guard has none. */
    @Test
    void what_guards_make_long_has_a_name_and_nothing_else() {
        RuleCheck ramps = new RuleCheck()
                .kinked(Function.RAMP, 1)
                .kinked(Function.RAMP, 0, 1)
                .h(3)
                .h(1);
        KeptParts parts = new KeptParts();
        GivenCovariance covariance = GivenCovariance.random(new Random(3), 3, 3);
        Expression mean =
                new ClosedForm(parts).apply(ramps.factors(), covariance).orElseThrow();
        assertEquals(ramps.by(RULE, covariance), covariance.value(mean, parts), 1e-14);
        assertFalse(Expansion.contains(mean, ConditioningTest::isGuard), ExpressionText.of(mean));
        assertFalse(parts.parts().isEmpty());
        parts.parts().forEach((name, part) -> {
            assertTrue(Expansion.contains(part, e -> isGuard(e) || isPart(e)), name);
            assertFalse(isPart(part), name);
        });
        KeptParts none = new KeptParts();
        RuleCheck smooth = new RuleCheck().h(1).h(2).h(3).erf(0, 0, 1).bell(2, 1);
        assertTrue(new ClosedForm(none).apply(smooth.factors(), covariance).isPresent());
        assertEquals(Map.of(), none.parts());
    }

    private static boolean isGuard(Expression e) {
        return Guarded.is(e) || (e instanceof Apply a && a.function() == Function.IF);
    }

    private static boolean isPart(Expression e) {
        return e instanceof Symbol s && s.kind() == Kind.PIECE;
    }

    @Test
    void three_steps_give_the_orthant_probability() {
        double[][] c = {{1, 0.3, -0.2}, {0.3, 1, 0.5}, {-0.2, 0.5, 1}};
        double expected = 1 / 8.0 + (Math.asin(0.3) + Math.asin(-0.2) + Math.asin(0.5)) / (4 * Math.PI);
        RuleCheck steps = new RuleCheck()
                .kinked(Function.UNIT_STEP, 1)
                .kinked(Function.UNIT_STEP, 0, 1)
                .kinked(Function.UNIT_STEP, 0, 0, 1);
        assertEquals(expected, steps.by(RULE, new GivenCovariance(c)), 1e-14);
    }
}

package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.tensor.Function;

class ArcsineLawTest {
    private static final ClosedForm RULE = new ClosedForm();

    @Test
    void holds_for_two_error_functions() {
        new RuleCheck().erf(1).erf(0, 1).assertExact(RULE, 1e-10);
        new RuleCheck().erf(1).erf(1).assertExact(RULE, 1e-10);
        new RuleCheck().erf(0.5, 1).erf(0, 0.25, -1).assertExact(RULE, 1e-10);
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

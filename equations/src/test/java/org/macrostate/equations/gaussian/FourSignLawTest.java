package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.tensor.Function;

class FourSignLawTest {
    private final KeptParts names = new KeptParts();
    private final FourSignLaw rule = new FourSignLaw(names, 32);

    private double value(RuleCheck check, GivenCovariance covariance) {
        return check.by(rule, covariance, names);
    }

    private static RuleCheck fourSigns() {
        return new RuleCheck()
                .kinked(Function.SIGN, 1)
                .kinked(Function.SIGN, 0, 1)
                .kinked(Function.SIGN, 0, 0, 1)
                .kinked(Function.SIGN, 0, 0, 0, 1);
    }

    @Test
    void four_fields_of_correlation_one_half_are_all_positive_once_in_five() {
        double[][] c = {{1, 0.5, 0.5, 0.5}, {0.5, 1, 0.5, 0.5}, {0.5, 0.5, 1, 0.5}, {0.5, 0.5, 0.5, 1}};
        assertEquals(16 / 5.0 - 1 - 6 / 3.0, value(fourSigns(), new GivenCovariance(c)), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.9, -0.3, 0, 0.5, 0.99})
    void independent_pairs_factorise(double correlation) {
        double[][] c = {{1, correlation, 0, 0}, {correlation, 1, 0, 0}, {0, 0, 2, 0.4}, {0, 0, 0.4, 3}};
        double expected = 4 / (Math.PI * Math.PI) * Math.asin(correlation) * Math.asin(0.4 / Math.sqrt(6));
        assertEquals(expected, value(fourSigns(), new GivenCovariance(c)), 1e-12);
    }

    @Test
    void a_field_that_occurs_twice_drops_out() {
        double[][] c = {{1, 1, 0.3, -0.2}, {1, 1, 0.3, -0.2}, {0.3, 0.3, 1, 0.6}, {-0.2, -0.2, 0.6, 1}};
        assertEquals(2 / Math.PI * Math.asin(0.6), value(fourSigns(), new GivenCovariance(c)), 1e-8);
    }

    @Test
    void four_fields_that_coincide_have_mean_one() {
        double[][] a = {{0.6, 0.8}, {0.6, 0.8}, {-1.2, -1.6}, {0.3, 0.4}};
        assertEquals(-1, value(fourSigns(), GivenCovariance.of(a)), 1e-8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void error_functions_and_signs_mix(long seed) {
        GivenCovariance covariance = GivenCovariance.random(new Random(seed), 4, 4);
        RuleCheck errors = new RuleCheck().erf(1).erf(0, 1).erf(0, 0, 1).erf(0, 0, 0, 1);
        assertEquals(errors.exact(covariance), value(errors, covariance), 1e-9);
        RuleCheck mixed = new RuleCheck()
                .kinked(Function.SIGN, 1)
                .kinked(Function.SIGN, 0, 1)
                .erf(0, 0, 1)
                .erf(0, 0, 1);
        assertEquals(mixed.exact(covariance), value(mixed, covariance), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void products_of_four_kinked_functions_of_two_fields_agree_with_angular_integration(long seed) {
        GivenCovariance covariance = GivenCovariance.random(new Random(seed), 2, 2);
        RuleCheck ramps = new RuleCheck()
                .kinked(Function.RAMP, 1)
                .kinked(Function.RAMP, 0, 1)
                .kinked(Function.UNIT_STEP, 1)
                .kinked(Function.UNIT_STEP, 0, 1);
        assertEquals(ramps.exact(covariance), value(ramps, covariance), 1e-8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, -0.8, 1})
    void ramps_and_steps_of_fields_that_coincide_in_pairs(double b) {
        // h_1 = h_3 and h_2 = h_4: E[ramp ramp step step] is the arc-cosine kernel of the first two.
        GivenCovariance covariance =
                GivenCovariance.of(new double[][] {{0.7, 0}, {b, 1 - Math.abs(b)}, {0.7, 0}, {b, 1 - Math.abs(b)}});
        RuleCheck four = new RuleCheck()
                .kinked(Function.RAMP, 1)
                .kinked(Function.RAMP, 0, 1)
                .kinked(Function.UNIT_STEP, 0, 0, 1)
                .kinked(Function.UNIT_STEP, 0, 0, 0, 1);
        RuleCheck two = new RuleCheck().kinked(Function.RAMP, 1).kinked(Function.RAMP, 0, 1);
        assertEquals(two.exact(covariance), value(four, covariance), 1e-8);
        RuleCheck other = new RuleCheck()
                .kinked(Function.RAMP, 1)
                .kinked(Function.UNIT_STEP, 0, 1)
                .kinked(Function.RAMP, 0, 0, 1)
                .kinked(Function.UNIT_STEP, 0, 0, 0, 1);
        RuleCheck square = new RuleCheck()
                .kinked(Function.RAMP, 1)
                .kinked(Function.RAMP, 1)
                .kinked(Function.UNIT_STEP, 0, 1);
        assertEquals(square.exact(covariance), value(other, covariance), 1e-8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, -0.8, 1})
    void three_fields_that_coincide_count_as_one(double b) {
        GivenCovariance covariance =
                GivenCovariance.of(new double[][] {{b, 1 - Math.abs(b)}, {0.7, 0}, {0.7, 0}, {1.4, 0}});
        RuleCheck three = new RuleCheck()
                .kinked(Function.RAMP, 1)
                .kinked(Function.RAMP, 0, 1)
                .kinked(Function.UNIT_STEP, 0, 0, 1)
                .kinked(Function.UNIT_STEP, 0, 0, 0, 1);
        RuleCheck one = new RuleCheck().kinked(Function.RAMP, 1).kinked(Function.RAMP, 0, 1);
        assertEquals(one.exact(covariance), value(three, covariance), 1e-8);
        RuleCheck signs = new RuleCheck()
                .h(1)
                .kinked(Function.SIGN, 0, 1)
                .kinked(Function.SIGN, 0, 0, 1)
                .kinked(Function.SIGN, 0, 0, 0, 1);
        RuleCheck sign = new RuleCheck().h(1).kinked(Function.SIGN, 0, 1);
        assertEquals(sign.exact(covariance), value(signs, covariance), 1e-10);
    }

    @Test
    void a_sign_of_nothing_takes_all_four_with_it() {
        double[][] c = {{0, 0, 0, 0}, {0, 1, 0.3, 0.1}, {0, 0.3, 1, 0.2}, {0, 0.1, 0.2, 1}};
        assertEquals(0, value(fourSigns(), new GivenCovariance(c)), 0);
    }

    @Test
    void it_says_that_it_is_numerical() {
        assertTrue(rule.isNumerical());
    }
}

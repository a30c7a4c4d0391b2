package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means over many variables against closed forms. */
class LatticeRuleTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8})
    void the_mean_of_an_exponential_of_a_sum_is_that_of_a_normal_variable(int variables) {
        double each = 0.4 / variables;
        NormalIntegral.Integrand exponential = (z, values) -> {
            double sum = 0;
            for (double x : z) {
                sum += Math.sqrt(each) * x;
            }
            values[0] = Math.exp(sum);
            values[1] = sum * sum;
        };
        double exact = Math.exp(0.2);
        for (IntegralAccuracy.Rule rule : IntegralAccuracy.Rule.values()) {
            boolean fine = rule != IntegralAccuracy.Rule.CHECK_BEFORE;
            double within = !fine ? 2e-4 : variables < 7 ? 1e-8 : variables == 7 ? 2e-7 : 2e-5;
            double[] means = LatticeRule.values(exponential, variables, 2, 2, 1, new IntegralAccuracy(8, rule));
            assertEquals(exact, means[0], within);
            assertEquals(0.4, means[1], within);
        }
    }

    /** E exp(a z²) = (1 − 2a)^(−1/2): of what falls off slowly a part in a thousand lies outside of the usual radius. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void what_falls_off_slowly_is_followed_further(int variables) {
        NormalIntegral.Integrand slow = (z, values) -> values[0] = Math.exp(0.3 * z[0] * z[0]);
        IntegralAccuracy accuracy = new IntegralAccuracy(8, IntegralAccuracy.Rule.USUAL);
        double farther = 1 / Math.sqrt(1 - 0.6);
        assertEquals(
                1 / Math.sqrt(0.4),
                LatticeRule.values(slow, variables, 1, 1, farther, accuracy)[0],
                1e-4 / Math.sqrt(0.4));
    }

    /** E tanh(a·z)² of a unit vector in general position is that of one variable: .394294, by the trapezoidal rule. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 9})
    void a_function_of_one_direction_is_one_of_one_variable(int variables) {
        double exact = 0;
        for (int i = -400; i <= 400; i++) {
            double x = i / 40.0;
            exact += Math.pow(Math.tanh(x), 2) * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) / 40;
        }
        double length = 0;
        for (int i = 0; i < variables; i++) {
            length += (1 + i * 0.37) * (1 + i * 0.37);
        }
        double unit = 1 / Math.sqrt(length);
        NormalIntegral.Integrand square = (z, values) -> {
            double sum = 0;
            for (int i = 0; i < z.length; i++) {
                sum += unit * (1 + i * 0.37) * z[i];
            }
            values[0] = Math.pow(Math.tanh(sum), 2);
        };
        double found =
                LatticeRule.values(square, variables, 1, 1, 1, new IntegralAccuracy(8, IntegralAccuracy.Rule.USUAL))[0];
        double checked =
                LatticeRule.values(square, variables, 1, 1, 1, new IntegralAccuracy(8, IntegralAccuracy.Rule.CHECK))[0];
        double before = LatticeRule.values(
                square, variables, 1, 1, 1, new IntegralAccuracy(8, IntegralAccuracy.Rule.CHECK_BEFORE))[0];
        double off = Math.abs(found - exact);
        double stated = QuadratureError.stated(found, checked, before);
        assertTrue(off <= stated, "off by " + off + ", stated " + stated);
        assertTrue(off <= (variables < 7 ? 1e-6 : variables < 9 ? 1e-4 : 1e-2), "off by " + off);
    }

    /**
     * The weight of the negatives in a softmax over nine of them: E[1/(1 + Σ exp(s u_j))] of independent u_j with s = .7 is an
     * integral over t of exp(−t) E[exp(−t exp(s u))]⁹, which a script with 24,001 by 2,251 points gives.
     */
    @Test
    void a_softmax_over_nine_negatives_is_as_accurate_as_is_stated() {
        int variables = 9;
        double exact = 0.08458067250775;
        NormalIntegral.Integrand softmax = (z, values) -> {
            double sum = 1;
            for (double x : z) {
                sum += Math.exp(0.7 * x);
            }
            values[0] = 1 / sum;
        };
        double[] means = new double[3];
        for (IntegralAccuracy.Rule rule : IntegralAccuracy.Rule.values()) {
            means[rule.ordinal()] = LatticeRule.values(softmax, variables, 1, 1, 1, new IntegralAccuracy(8, rule))[0];
        }
        double off = Math.abs(means[0] - exact);
        assertTrue(off <= QuadratureError.stated(means[0], means[1], means[2]), "off by " + off);
        assertTrue(off <= 1e-3 * exact, "off by " + off);
    }
}

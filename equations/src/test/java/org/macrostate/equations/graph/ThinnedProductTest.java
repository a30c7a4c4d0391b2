package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means over many variables against closed forms. */
class ThinnedProductTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 8})
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
            double[] means = ThinnedProduct.values(exponential, variables, 2, 2, new IntegralAccuracy(8, rule));
            assertEquals(exact, means[0], 2e-4);
            assertEquals(0.4, means[1], 2e-4);
        }
    }
}

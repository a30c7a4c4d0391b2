package org.macrostate.equations.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of variances: the usual ones where there is some variance, zero where there is none. */
class GuardedTest {
    private static double value(Function function, double... arguments) {
        List<Expression> symbols = new java.util.ArrayList<>();
        Map<Symbol, Double> values = new java.util.HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            Symbol symbol = new Symbol(Kind.PARAMETER, "x" + i, List.of());
            symbols.add(symbol);
            values.put(symbol, arguments[i]);
        }
        return NumericValue.of(Apply.of(function, symbols), values);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 0.3, 2, 1e8})
    void are_the_usual_ones_of_a_positive_variance(double v) {
        for (double[] x : List.of(new double[] {v}, new double[] {v, 3 * v})) {
            assertEquals(1, v * value(Function.VARIANCE_INVERSE, x), 1e-15);
            assertEquals(1, value(Function.VARIANCE_ROOT, x) / Math.sqrt(v), 1e-15);
            assertEquals(1, Math.sqrt(v) * value(Function.VARIANCE_INVERSE_ROOT, x), 1e-15);
            assertEquals(1, Math.sqrt(2 * Math.PI * v) * value(Function.DENSITY_AT_ZERO, x), 1e-15);
        }
    }

    @Test
    void are_zero_of_what_rounding_leaves() {
        for (Function function : List.of(
                Function.VARIANCE_INVERSE,
                Function.VARIANCE_ROOT,
                Function.VARIANCE_INVERSE_ROOT,
                Function.DENSITY_AT_ZERO)) {
            for (double[] none : List.of(
                    new double[] {0}, new double[] {-1e-17}, new double[] {1e-14, 1}, new double[] {-1e-14, 1})) {
                assertEquals(0, value(function, none), 0, function + " " + Arrays.toString(none));
            }
        }
    }

    @Test
    void a_mean_of_two_signs_follows_the_arcsine_law_and_is_zero_of_nothing() {
        // correlation 1/2: arcsin(1/2) = pi/6
        assertEquals(1 / 3.0, value(Function.SIGN_MEAN, 1, 4, 1), 1e-15);
        assertEquals(1 / 3.0, value(Function.SIGN_MEAN, 1, 4, 1, 5, 9, 9), 1e-15);
        assertEquals(0, value(Function.SIGN_MEAN, 0, 0, 1), 0);
        assertEquals(0, value(Function.SIGN_MEAN, 0, 1, 1e-15, 0.1, 1, 1), 0);
    }

    /** sign³ = sign has the derivative 6 δ E[sign² | 0] = 2 δ. */
    @Test
    void of_fields_that_coincide_with_what_is_known_a_third_is_left() {
        assertEquals(1 / 3.0, value(Function.SIGN_MEAN, 0, 0, 0, 2, 4, 1), 1e-15);
        assertEquals(-1 / 3.0, value(Function.SIGN_MEAN, 0, 0, 0, -2, 4, 1), 1e-15);
        assertEquals(0, value(Function.SIGN_MEAN, 0, 0, 0, 1.9, 4, 1), 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 2})
    void have_the_derivatives_of_the_usual_ones(double at) {
        Symbol v = new Symbol(Kind.PARAMETER, "v", List.of());
        Expression inverse = Apply.of(Function.VARIANCE_INVERSE, v, Expression.of(1));
        Symbol by = new Symbol(Kind.PARAMETER, "v", List.of());
        assertEquals(-1 / (at * at), NumericValue.of(Derivative.of(inverse, by), Map.of(v, at)), 1e-13);
    }
}

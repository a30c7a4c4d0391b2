package org.macrostate.equations.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Symbol;

/** Series whose coefficients are classical. */
class NewtonPuiseuxTest {
    private static final Symbol X = Symbol.parameter("x");
    private static final Symbol T = Symbol.parameter("t");
    private static final Symbol A = Symbol.parameter("a");

    private final FunctionField field = new FunctionField(s -> Sign.POSITIVE);
    private final RationalFunction x = field.of(X);
    private final RationalFunction t = field.of(T);
    private final RationalFunction a = field.of(A);

    private List<PuiseuxSeries> series(RationalFunction equation, int order) {
        return NewtonPuiseux.of(equation.numerator(), X, T, order);
    }

    private static double[] numbers(PuiseuxSeries series) {
        return series.coefficients().stream()
                .mapToDouble(c -> c.at(Map.of(A, 2.0)))
                .toArray();
    }

    private static PuiseuxSeries with(List<PuiseuxSeries> all, int first, int ramification, double leading) {
        return all.stream()
                .filter(s -> s.first() == first && s.ramification() == ramification)
                .filter(s -> Math.abs(numbers(s)[0] - leading) < 1e-12)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_generating_function_of_binary_trees_begins_with_the_catalan_numbers() {
        List<PuiseuxSeries> all = series(x.minus(field.one()).minus(t.times(x.power(2))), 5);
        assertEquals(2, all.size());
        double[] catalan = {1, 1, 2, 5, 14, 42};
        org.junit.jupiter.api.Assertions.assertArrayEquals(catalan, numbers(with(all, 0, 1, 1)));
        // The other root is 1/t less the first one: their sum is 1/t.
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                new double[] {1, -1, -1, -2, -5, -14, -42}, numbers(with(all, -1, 1, 1)));
    }

    @Test
    void the_folium_of_descartes_has_a_smooth_branch_and_two_with_a_square_root() {
        // x³ + t³ = 3 x t: x = t²/3 + t⁵/81 + …, and x = ±√3 t^(1/2) − t²/6 + …
        List<PuiseuxSeries> all = series(
                x.power(3)
                        .plus(t.power(3))
                        .minus(x.times(t).times(field.number(new org.hipparchus.fraction.BigFraction(3)))),
                5);
        assertEquals(3, all.size());
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                new double[] {1.0 / 3, 0, 0, 1.0 / 81}, numbers(with(all, 2, 1, 1.0 / 3)), 1e-15);
        for (double sign : new double[] {1, -1}) {
            double[] root = numbers(with(all, 1, 2, sign * Math.sqrt(3)));
            org.junit.jupiter.api.Assertions.assertArrayEquals(
                    new double[] {sign * Math.sqrt(3), 0, 0, -1.0 / 6}, java.util.Arrays.copyOf(root, 4), 1e-15);
        }
    }

    @Test
    void branches_that_part_only_after_a_common_term_are_told_apart() {
        // (x − a t)² = t³ exactly: x = a t ± t^(3/2)
        List<PuiseuxSeries> all = series(x.minus(a.times(t)).power(2).minus(t.power(3)), 3);
        assertEquals(2, all.size());
        for (PuiseuxSeries branch : all) {
            assertEquals(2, branch.ramification());
            assertEquals(2, branch.first());
            double[] c = numbers(branch);
            assertEquals(2, c[0]);
            assertEquals(1, Math.abs(c[1]));
            assertTrue(java.util.Arrays.stream(c).skip(2).allMatch(v -> v == 0));
        }
        assertEquals(-numbers(all.get(0))[1], numbers(all.get(1))[1]);
    }

    @Test
    void a_series_put_back_leaves_only_what_was_left_out() {
        RationalFunction equation = a.times(x.power(3))
                .plus(t.times(x.power(2)))
                .minus(x)
                .plus(field.one())
                .minus(a)
                .plus(t.power(2).times(x));
        int order = 4;
        for (PuiseuxSeries branch : series(equation, order)) {
            double coarse = residual(equation, branch, 1e-2);
            double fine = residual(equation, branch, 1e-3);
            assertTrue(Math.abs(fine) <= 2 * Math.abs(coarse) * Math.pow(0.1, order + 1) + 1e-15, fine + " " + coarse);
        }
    }

    private static double residual(RationalFunction equation, PuiseuxSeries branch, double small) {
        Map<Symbol, Double> point = Map.of(A, 0.5, T, small);
        return equation.at(Map.of(A, 0.5, T, small, X, branch.at(point)));
    }
}

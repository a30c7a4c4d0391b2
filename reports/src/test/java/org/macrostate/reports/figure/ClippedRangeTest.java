package org.macrostate.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.figure.Axis.Range;

class ClippedRangeTest {
    private static final double[] X =
            IntStream.rangeClosed(0, 1000).mapToDouble(i -> i / 1000.0).toArray();

    @Test
    void ordinary_curves_are_shown_whole() {
        Range range = shown(x -> 2 * x - 1, x -> x * x * x).orElseThrow();
        assertEquals(-1.12, range.low(), 1e-12);
        assertEquals(1.12, range.high(), 1e-12);
    }

    @Test
    void a_pole_is_cut_off_and_what_lies_flat_beside_it_is_seen() {
        Range range = shown(x -> x, x -> 1e-3 / Math.abs(x - 0.6005)).orElseThrow();
        assertTrue(range.low() > -0.1 && range.low() <= 0, range::toString);
        assertTrue(range.high() >= 0.95 && range.high() < 1.2, range::toString);
    }

    @Test
    void growth_towards_either_end_is_cut_off_downwards_too() {
        Range range = shown(x -> x, x -> -1e-6 / (x + 1e-9)).orElseThrow();
        assertTrue(range.low() > -0.2 && range.low() <= 0, range::toString);
    }

    @Test
    void a_vertical_curve_of_many_points_has_no_weight() {
        double[] still = X.clone();
        Arrays.fill(still, 0.3);
        double[] rising =
                IntStream.rangeClosed(0, 1000).mapToDouble(i -> 2e3 * i).toArray();
        Range range =
                new ClippedRange().curve(X, X).curve(still, rising).range().orElseThrow();
        assertTrue(range.high() < 1.2, range::toString);
    }

    @Test
    void points_that_must_be_seen_are_seen() {
        Range range = new ClippedRange()
                .curve(X, X)
                .point(-3)
                .point(Double.NaN)
                .range()
                .orElseThrow();
        assertTrue(range.low() < -3 && range.high() > 1, range::toString);
    }

    @Test
    void nothing_and_a_single_value_have_no_range() {
        assertEquals(Optional.empty(), new ClippedRange().range());
        assertEquals(Optional.empty(), shown(x -> 2));
        assertEquals(Optional.empty(), shown(x -> Double.NaN));
    }

    @Test
    void flat_curves_with_a_steep_end_are_shown_whole() {
        Range range = shown(x -> x < 0.999 ? 0 : 5).orElseThrow();
        assertTrue(range.high() > 5, range::toString);
    }

    private static Optional<Range> shown(DoubleUnaryOperator... curves) {
        var worth = new ClippedRange();
        for (DoubleUnaryOperator curve : curves) {
            worth.curve(
                    X,
                    IntStream.range(0, X.length)
                            .mapToDouble(i -> curve.applyAsDouble(X[i]))
                            .toArray());
        }
        return worth.range();
    }
}

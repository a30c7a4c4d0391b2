package org.macrostate.engine.study.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineFitTest {
    @Test
    void errors_of_ordinates_become_that_of_the_slope() {
        // slope = Σ x y / Σ x² about the mean: of (−1, 0, 1) it is (y_3 − y_1)/2.
        assertEquals(
                Math.hypot(0.3, 0.4) / 2,
                LineFit.propagated(new double[] {-1, 0, 1}, new double[] {0.3, 9, 0.4}),
                1e-15);
    }

    @Test
    void a_line_is_found_without_scatter() {
        LineFit fit = LineFit.of(new double[] {1, 2, 4}, new double[] {3, 5, 9});
        assertEquals(2, fit.slope(), 1e-14);
        assertEquals(1, fit.intercept(), 1e-14);
        assertEquals(0, fit.slopeError(), 1e-14);
    }
}

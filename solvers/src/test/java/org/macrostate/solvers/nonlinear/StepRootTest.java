package org.macrostate.solvers.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Roots in closed form, of numbers that are smooth, steep, flat, or jump. */
class StepRootTest {
    @Test
    void smooth_steep_and_flat_numbers_are_zero_at_the_root() {
        assertEquals(Math.log(2), StepRoot.of(s -> Math.exp(s) - 2, 3).orElseThrow(), 1e-15);
        assertEquals(0.3, StepRoot.of(s -> Math.tanh(1e4 * (s - 0.3)), 5).orElseThrow(), 1e-12);
        double half = StepRoot.of(s -> Math.tanh(200 * (s - 0.3)) - 0.999, 50).orElseThrow();
        assertEquals(0.3 + 0.5 * Math.log(1.999 / 0.001) / 200, half, 1e-12);
        assertEquals(0.4, StepRoot.of(s -> Math.pow(s - 0.4, 9), 1).orElseThrow(), 1e-3);
    }

    @Test
    void numbers_that_jump_change_their_sign_at_the_root() {
        for (double jump : new double[] {1e-6, 0.123, 0.5, 0.97}) {
            assertEquals(jump, StepRoot.of(s -> s < jump ? -1 : 1e-8, 1).orElseThrow(), 1e-14);
            assertEquals(jump, StepRoot.of(s -> s < jump ? 1e9 : -1, 1).orElseThrow(), 1e-14);
        }
    }

    @Test
    void where_the_sign_does_not_change_or_there_is_no_number_there_is_no_root() {
        assertTrue(StepRoot.of(s -> 1 + s * s, 2).isEmpty());
        assertTrue(
                StepRoot.of(s -> s > 0.2 && s < 0.8 ? Double.NaN : s - 0.5, 1).isEmpty());
    }
}

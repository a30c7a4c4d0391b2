package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArcSineTest {
    @Test
    void it_is_the_library_function_to_one_unit_in_the_last_place() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            double x =
                    i % 2 == 0 ? 2 * random.nextDouble() - 1 : 1 - Math.scalb(random.nextDouble(), -random.nextInt(53));
            assertEquals(Math.asin(x), ArcSine.of(x), Math.ulp(Math.asin(x)), () -> "at " + x);
        }
    }

    @Test
    void the_sine_takes_it_back() {
        for (double x = -1; x <= 1; x += 1e-3) {
            assertEquals(x, Math.sin(ArcSine.of(x)), 2e-16);
        }
    }

    @Test
    void ends_zeros_and_what_lies_outside() {
        assertEquals(Math.PI / 2, ArcSine.of(1));
        assertEquals(-Math.PI / 2, ArcSine.of(-1));
        assertEquals(0.0, ArcSine.of(0.0));
        assertEquals(-0.0, ArcSine.of(-0.0));
        assertEquals(1e-300, ArcSine.of(1e-300));
        assertTrue(Double.isNaN(ArcSine.of(1.0000000001)));
        assertTrue(Double.isNaN(ArcSine.of(Double.NaN)));
        assertTrue(Double.isNaN(ArcSine.of(Double.NEGATIVE_INFINITY)));
    }
}

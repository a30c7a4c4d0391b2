package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Estimates of what is missing: by the published formulas, worked out by hand, and against urns of known size. */
class RootCapturesTest {
    /** Chapman's estimate (n₁ + 1)(n₂ + 1)/(m + 1) − 1 of all: 3 by random starts, 4 otherwise, 2 in both; 5 are known. */
    @Test
    void what_is_missing_beside_chosen_places_is_chapmans_estimate() {
        RootCaptures captures = new RootCaptures();
        for (int root : new int[] {0, 1, 2, 3}) {
            captures.add(root, false);
        }
        for (int root : new int[] {2, 3, 4, 4}) {
            captures.add(root, true);
        }
        assertEquals(4.0 * 5 / 3 - 1 - 5, captures.missingBeside(), 1e-12);
    }

    @Test
    void nothing_is_missing_where_every_random_start_leads_to_what_is_known() {
        RootCaptures captures = new RootCaptures();
        for (int root = 0; root < 6; root++) {
            captures.add(root, false);
            captures.add(root, true);
        }
        assertEquals(0, captures.missingBeside());
    }

    @Test
    void without_random_starts_there_is_no_estimate() {
        RootCaptures captures = new RootCaptures();
        captures.add(0, false);
        assertTrue(Double.isNaN(captures.missingBeside()) && Double.isNaN(captures.missing()));
    }

    /** Drawn without regard to each other from 60: Chapman's estimator has no bias, and a spread of a few. */
    @Test
    void over_many_urns_the_estimate_is_right_on_average() {
        Random random = new Random(5);
        int size = 60;
        double error = 0;
        int urns = 400;
        for (int urn = 0; urn < urns; urn++) {
            RootCaptures captures = new RootCaptures();
            java.util.Map<Integer, Integer> numbers = new java.util.HashMap<>();
            for (int i = 0; i < size; i++) {
                if (random.nextDouble() < 0.5) {
                    captures.add(numbers.computeIfAbsent(i, any -> numbers.size()), false);
                }
            }
            for (int i = 0; i < size; i++) {
                if (random.nextDouble() < 0.5) {
                    captures.add(numbers.computeIfAbsent(i, any -> numbers.size()), true);
                }
            }
            error += captures.missingBeside() - (size - numbers.size());
        }
        // a spread of about 8 each, cut off at zero below; the mean of 400 is good to 0.4
        assertEquals(0, error / urns, 2);
    }
}

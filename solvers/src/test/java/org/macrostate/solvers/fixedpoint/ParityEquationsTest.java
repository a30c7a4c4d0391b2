package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ParityEquationsTest {
    private static final int COUNT = 6;

    private static boolean holds(List<Long> masks, List<Boolean> odd, long solution) {
        for (int i = 0; i < masks.size(); i++) {
            if (Long.bitCount(masks.get(i) & solution) % 2 == 1 != odd.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Against all 64 assignments of six unknowns. */
    @Test
    void solutions_are_those_that_trying_all_finds() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3);
        int solvable = 0;
        for (int trial = 0; trial < 200; trial++) {
            List<Long> masks = new ArrayList<>();
            List<Boolean> odd = new ArrayList<>();
            List<Long> sums = new ArrayList<>();
            for (int i = 0; i < 1 + trial % 7; i++) {
                masks.add((long) random.nextInt(1 << COUNT));
                odd.add(random.nextBoolean());
                sums.add(ParityEquations.equation(masks.get(i), odd.get(i)));
            }
            List<Boolean> even = masks.stream().map(m -> false).toList();
            long solutions = 0;
            long kernel = 0;
            for (long x = 0; x < 1 << COUNT; x++) {
                solutions += holds(masks, odd, x) ? 1 : 0;
                kernel += holds(masks, even, x) ? 1 : 0;
            }
            Optional<ParityEquations> equations = ParityEquations.of(sums);
            assertEquals(solutions > 0, equations.isPresent());
            if (equations.isPresent()) {
                solvable++;
                assertTrue(holds(masks, odd, equations.get().solution()));
                List<Long> basis = equations.get().even(COUNT);
                assertEquals(kernel, 1L << basis.size());
                assertEquals(kernel, span(basis).stream().distinct().count());
                span(basis).forEach(x -> assertTrue(holds(masks, even, x)));
            }
        }
        assertTrue(solvable > 50 && solvable < 200, "solvable: " + solvable);
    }

    private static List<Long> span(List<Long> basis) {
        List<Long> span = new ArrayList<>(List.of(0L));
        for (long vector : basis) {
            span.addAll(span.stream().map(x -> x ^ vector).toList());
        }
        return span;
    }
}

package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.LinearVae;

/** States put together from parts where there are not as many copies as fixed vectors, counted by hand. */
class PartCombinationsTest {
    private static final String[] NAMES = {"m", "d", "Q", "E", "R"};
    private static final double[] VALUES = {0.5, 0.25, 2, 0.75, 0.125};

    private static PartCombinations combinations(CompiledSystem system) {
        double[] parameters = system.bound().parameters().defaults();
        return new PartCombinations(new SystemAt(system, parameters), PhysicalRegion.of(system.bound(), parameters));
    }

    /** Latents 1 … count, each along the signal of its number; the others have no overlaps at all. */
    private static double[] along(CompiledSystem system, int count) {
        double[] state = new double[system.length()];
        for (int k = 1; k <= count; k++) {
            for (int i = 0; i < NAMES.length; i++) {
                state[system.bound().state().position(NAMES[i], List.of(k, k))] = VALUES[i];
            }
        }
        return state;
    }

    private static List<double[]> next(CompiledSystem system, PartCombinations combinations) {
        int first = system.bound().state().position("m", List.of(1, 1));
        return combinations.next(100).stream()
                .sorted(Comparator.comparingDouble(state -> state[first]))
                .toList();
    }

    /** Of two latents and three signals: none, one or both along a signal; one is known. */
    @Test
    void two_latents_find_two_of_three_signals() {
        CompiledSystem system = LinearVae.of(2, 3);
        PartCombinations combinations = combinations(system);
        combinations.add(along(system, 1));
        List<double[]> states = next(system, combinations);
        assertEquals(2, states.size());
        assertArrayEquals(along(system, 0), states.get(0));
        assertArrayEquals(along(system, 2), states.get(1));
        assertEquals(List.of(), combinations.next(100));
    }

    /** Of three latents and one signal: none or one along it, as latents of different parts share no signal. */
    @Test
    void three_latents_do_not_share_one_signal() {
        CompiledSystem system = LinearVae.of(3, 1);
        PartCombinations combinations = combinations(system);
        combinations.add(along(system, 1));
        List<double[]> states = next(system, combinations);
        assertEquals(1, states.size());
        assertArrayEquals(along(system, 0), states.get(0));
    }
}

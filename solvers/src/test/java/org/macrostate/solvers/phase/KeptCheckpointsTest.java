package org.macrostate.solvers.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.continuation.KeptCheckpoints;
import org.macrostate.solvers.problems.LinearVae;

/** A diagram put together from pieces that were kept is the one that was made at once, to the bit. */
class KeptCheckpointsTest {
    private static final class Memory implements KeptCheckpoints {
        private final Map<List<Integer>, Record> pieces = new ConcurrentHashMap<>();
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public <P extends Record> Optional<P> find(Class<P> type, int stage, int task) {
            return Optional.ofNullable(pieces.get(List.of(stage, task))).map(type::cast);
        }

        @Override
        public void keep(int stage, int task, Record piece) {
            made.incrementAndGet();
            pieces.put(List.of(stage, task), piece);
        }
    }

    private static PhaseDiagram diagram(KeptCheckpoints kept) {
        return PhaseDiagramSolver.of(LinearVae.of(1, 1))
                .withThreads(2)
                .keeping(kept)
                .solve(Map.of(), new ParameterAxis("beta", 0, 3, 31), new ParameterAxis("eta", 0, 2, 23));
    }

    private static void assertSame(PhaseDiagram expected, PhaseDiagram found) {
        assertEquals(expected.categories(), found.categories());
        assertArrayEquals(expected.category(), found.category());
        assertArrayEquals(expected.stableCounts(), found.stableCounts());
        assertTrue(java.util.Arrays.deepEquals(expected.observables(), found.observables()));
        assertEquals(expected.searched(), found.searched());
        assertEquals(expected.unresolved(), found.unresolved());
        assertEquals(
                expected.boundaries().toString().replaceAll("\\[D@\\w+", ""),
                found.boundaries().toString().replaceAll("\\[D@\\w+", ""));
        for (int i = 0; i < expected.boundaries().size(); i++) {
            assertArrayEquals(
                    expected.boundaries().get(i).x(), found.boundaries().get(i).x());
            assertArrayEquals(
                    expected.boundaries().get(i).y(), found.boundaries().get(i).y());
        }
    }

    @Test
    void whatever_part_of_the_pieces_is_left() {
        Memory memory = new Memory();
        PhaseDiagram reference = diagram(memory);
        assertSame(reference, diagram(KeptCheckpoints.NONE));
        int all = memory.pieces.size();
        for (int part : new int[] {1, 2, 5}) {
            memory.made.set(0);
            memory.pieces.keySet().removeIf(key -> (31 * key.get(0) + key.get(1)) % 5 < part);
            int left = memory.pieces.size();
            assertSame(reference, diagram(memory));
            assertEquals(all - left, memory.made.get(), "only what is missing is made");
        }
        memory.made.set(0);
        assertSame(reference, diagram(memory));
        assertEquals(0, memory.made.get());
    }
}

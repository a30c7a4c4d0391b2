package org.macrostate.tests.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The benchmark's references on a machine that is busy. */
class ReferencesTest {
    @Test
    void numbers_that_are_none_are_read_as_c_prints_them() {
        assertEquals(Double.POSITIVE_INFINITY, CReference.number("inf"));
        assertEquals(Double.NEGATIVE_INFINITY, CReference.number("-inf"));
        assertTrue(Double.isNaN(CReference.number("-nan")));
        assertEquals(1.5e-300, CReference.number("1.5e-300"));
    }

    @Test
    void a_part_of_the_table_that_fails_leaves_the_others() {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Ratios.row("one", () -> {
                throw new IllegalStateException("no such compiler");
            });
            Ratios.row("two", () -> System.out.println("measured"));
        } finally {
            System.setOut(out);
        }
        assertEquals(
                List.of("not measured: one: no such compiler", "measured"),
                said.toString(StandardCharsets.UTF_8).lines().toList());
    }

    /** Turns go on until neither side's least time changes by a tenth; here the third agrees with the second. */
    @Test
    void a_line_is_repeated_until_its_error_is_below_a_tenth_and_prints_it() {
        Iterator<Double> ours = List.of(300.0, 202.0, 200.0).iterator();
        Iterator<Double> theirs = List.of(104.0, 100.0, 102.0).iterator();
        String line = new PairedRow("work", "ns", ours::next, theirs::next).measured();
        assertTrue(line.contains("200.0 ns, reference      100.0 ns, ratio   2.00, error   2 % after 3 turns"), line);
        assertFalse(line.contains("not settled"), line);
        assertFalse(ours.hasNext());
    }

    @Test
    void a_line_that_does_not_settle_says_so() {
        AtomicInteger turn = new AtomicInteger();
        String line = new PairedRow("work", "ns", () -> 1000.0 / (1 << turn.incrementAndGet()), () -> 1).measured();
        assertTrue(line.endsWith("error 100 % after " + PairedRow.TURNS + " turns: not settled"), line);
    }

    @Test
    void a_line_without_a_time_is_told_and_no_number_is_printed() {
        for (double none : new double[] {0, Double.POSITIVE_INFINITY, Double.NaN, -1}) {
            String line = new PairedRow("work", "ns", () -> 1, () -> none).measured();
            assertTrue(line.strip().endsWith("not measured: a time of " + none + " ns"), line);
        }
        String broken = new PairedRow("work", "ns", () -> 1, () -> {
                    throw new IllegalStateException("no reference in C");
                })
                .measured();
        assertTrue(broken.endsWith("not measured: no reference in C"), broken);
    }

    @Test
    void processor_time_is_that_of_the_children_and_not_of_waiting() {
        assertEquals(61_234, WholeProcess.ofChildren("0m0.005s 0m0.011s\n1m1.200s 0m0.034s\n"), 1e-6);
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash");
        double waiting = WholeProcess.milliseconds(Path.of("").toAbsolutePath(), List.of("sleep", "0.5"));
        assertTrue(waiting < 400, "sleeping half a second took " + waiting + " ms of processor time");
    }

    @Test
    void a_power_of_the_size_is_found_from_times() {
        assertEquals(
                2.5,
                Growth.power(
                        List.of(20.0, 72.0, 272.0),
                        Stream.of(20.0, 72.0, 272.0)
                                .map(n -> 3 * Math.pow(n, 2.5))
                                .toList()),
                1e-12);
    }

    /** What bash takes for a text of 50 MB. */
    @Test
    void memory_is_that_of_the_largest_process() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")) && Files.isExecutable(Path.of("/bin/bash")), "Linux");
        double small = WholeProcess.used(Path.of("").toAbsolutePath(), List.of("bash", "-c", "sleep 0.3"))
                .megabytes();
        double large = WholeProcess.used(
                        Path.of("").toAbsolutePath(),
                        List.of("bash", "-c", "printf -v x '%*s' 50000000 ''; sleep 0.3; echo ${#x}"))
                .megabytes();
        assertTrue(small > 0 && large > small + 45, small + " MB, then " + large + " MB");
    }

    @Test
    void each_part_of_the_table_has_a_name_of_one_word() {
        assertTrue(Ratios.parts().keySet().containsAll(List.of("auto", "commands", "sizes", "trajectories")));
        assertTrue(Ratios.parts().keySet().stream().allMatch(name -> name.matches("[a-z-]+")));
    }

    /** Also where finding the number of calls takes longer than a measurement, as on a machine that halts the program. */
    @Test
    void the_time_of_a_slow_function_is_finite() {
        Optional<CReference> slow = CReference.build("slow.c", List.of(), List.of());
        assumeTrue(slow.isPresent(), "gcc");
        double time = slow.get().run()[0];
        assertTrue(time > 1e6 && time < 1e10, "ns a call: " + time);
    }
}

package org.macrostate.tests.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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

    /** Also where finding the number of calls takes longer than a measurement, as on a machine that halts the program. */
    @Test
    void the_time_of_a_slow_function_is_finite() {
        Optional<CReference> slow = CReference.build("slow.c", List.of(), List.of());
        assumeTrue(slow.isPresent(), "gcc");
        double time = slow.get().run()[0];
        assertTrue(time > 1e6 && time < 1e10, "ns a call: " + time);
    }
}

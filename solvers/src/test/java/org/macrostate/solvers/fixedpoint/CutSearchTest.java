package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/** A search that a time limit ends tells what it found until then; roots at the origin have no size of their own. */
class CutSearchTest {
    private static final int ENDLESS = 100_000_000;

    /** Of processor time, however long that takes on a busy machine: many times what the first starts need. */
    private static final Duration PLENTY = Duration.ofMillis(1500);

    /** x (1 − x/K) (x/K − 1/2) has the roots 0, K/2 and K. */
    private static CompiledSystem logistic() {
        return Flows.of("{K: 1e9, k: 1e-12}", "{x: k x (1 - x/K) (x/K - 1/2), y: k (x - y)}");
    }

    private static void assertLogistic(FixedPoints found) {
        assertEquals(3, found.points().size(), found.points().toString());
        for (FixedPoint point : found.points()) {
            double part = point.state()[0] / 1e9;
            assertEquals(Math.rint(2 * part) / 2, part, 1e-9);
        }
    }

    @Test
    void a_root_at_the_origin_does_not_make_fitting_units_unfit() {
        CompiledSystem system = logistic();
        assertFalse(FixedPointSearch.of(system)
                .units(system.bound().parameters().defaults())
                .isOne());
        assertLogistic(
                FixedPointSearch.of(system).find(system.bound().parameters().defaults()));
    }

    /** In other units than the flow's, what was found is to be converted after the time is over. */
    @Test
    void what_was_found_in_other_units_until_the_time_was_over_is_told() throws InterruptedException {
        CompiledSystem system = logistic();
        assertLogistic(
                FixedPointSearch.of(system).find(system.bound().parameters().defaults()));
        Thread searching = Thread.currentThread();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getThreadCpuTime(searching.getId()) + PLENTY.toNanos();
        Thread limit = new Thread(() -> {
            try {
                while (threads.getThreadCpuTime(searching.getId()) < end) {
                    Thread.sleep(10);
                }
                searching.interrupt();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        limit.start();
        FixedPoints found = FixedPointSearch.of(system)
                .withStarts(ENDLESS)
                .find(system.bound().parameters().defaults());
        assertTrue(Thread.interrupted(), "who checks next is to stop, too");
        limit.join();
        assertLogistic(found);
        assertTrue(found.bounds().stream().anyMatch(note -> note.contains("the time limit ended the search after")));
    }

    /** A coefficient of 1/3 and a total of 0.3 are not the binary fractions beside them. */
    @Test
    void totals_are_the_numbers_that_they_are_written_as() {
        assertEquals(new BigFraction(1, 3), RationalRates.quotient(1 / 3.0));
        assertEquals(new BigFraction(-7, 24), RationalRates.quotient(-7 / 24.0));
        assertEquals(new BigFraction(123, 1000), RationalRates.quotient(0.123));
        assertEquals(new BigFraction(3, 10), RationalRates.fraction(0.3));
    }

    /** Six coupled cubics have 3⁶ complex roots, more than a millisecond can count. */
    @Test
    void all_of_the_work_on_every_root_ends_with_its_time() {
        CompiledSystem system = Flows.of("{a: 1}", """
                {x1: "1 - x1^3 + x2 x3", x2: "2 - x2^2 + x3 x1", x3: "3 - x3^2 + x1 x2 - x4^2",
                 x4: "1 - x4^2 + x1", x5: "2 - x5^2 + x4 x1"}""");
        SystemAt at = new SystemAt(system, system.bound().parameters().defaults());
        EveryRoot.Attempt attempt = EveryRoot.of(at, new TimeLimit(Duration.ofMillis(1)));
        assertTrue(attempt.roots().isEmpty());
        assertEquals(
                "the solutions of the equations were not counted, as this takes more than 0.001 s of processor time:"
                        + " that none is missing is not known",
                attempt.over().orElseThrow());
    }
}

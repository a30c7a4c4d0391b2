package org.macrostate.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private static final TimeLimit SHORT = new TimeLimit(Duration.ofMillis(50));

    @Test
    void work_that_is_done_in_time_has_its_result_and_its_exceptions() {
        assertEquals(3, TimeLimit.DEFAULT.of("adding", () -> 1 + 2));
        BadInput own = new BadInput("mine");
        assertEquals(
                own,
                assertThrows(
                        BadInput.class,
                        () -> TimeLimit.DEFAULT.of("failing", () -> {
                            throw own;
                        })));
        assertThrows(
                StackOverflowError.class,
                () -> TimeLimit.DEFAULT.of("falling", () -> {
                    throw new StackOverflowError();
                }));
    }

    @Test
    void work_that_takes_longer_is_stopped_and_the_message_says_what_to_do() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        BadInput over = assertThrows(
                BadInput.class,
                () -> SHORT.of("turning round", () -> {
                    try {
                        while (true) {
                            TimeLimit.check();
                        }
                    } catch (CancellationException cancelled) {
                        stopped.countDown();
                        throw cancelled;
                    }
                }));
        assertEquals(
                "turning round takes more than 0.05 s; lower powers, fewer fields or smaller sizes take less,"
                        + " --time-limit gives it longer",
                over.what());
        assertTrue(stopped.await(10, TimeUnit.SECONDS), "the work goes on though nobody waits for it");
    }

    @Test
    void a_library_that_does_not_listen_is_left_behind() {
        CountDownLatch never = new CountDownLatch(1);
        assertThrows(
                BadInput.class,
                () -> SHORT.of("hanging", () -> {
                    while (true) {
                        try {
                            never.await();
                        } catch (InterruptedException deaf) {
                            // as a library that does not listen
                        }
                    }
                }));
    }

    @Test
    void no_time_at_all_is_refused() {
        assertEquals(
                "a time limit must be positive, was 0 s",
                assertThrows(BadInput.class, () -> new TimeLimit(Duration.ZERO)).what());
    }
}

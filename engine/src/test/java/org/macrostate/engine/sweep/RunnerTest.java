package org.macrostate.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void results_stand_in_the_order_of_the_tasks(int threads) {
        List<Integer> squares = new Runner(threads).all(100, i -> i * i);
        assertEquals(IntStream.range(0, 100).mapToObj(i -> i * i).toList(), squares);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void the_first_exception_comes_out_as_it_was_thrown(int threads) {
        List<RuntimeException> thrown = IntStream.range(0, 20)
                .mapToObj(i -> new RuntimeException("task " + i))
                .toList();
        RuntimeException caught = assertThrows(RuntimeException.class, () -> new Runner(threads).<Integer>all(20, i -> {
            if (i % 2 == 1) {
                throw thrown.get(i);
            }
            return i;
        }));
        assertSame(thrown.get(1), caught);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_error_is_not_hidden_behind_an_exception(int threads) {
        OutOfMemoryError error = new OutOfMemoryError("of a test");
        assertSame(error, assertThrows(OutOfMemoryError.class, () -> new Runner(threads).<Integer>all(3, i -> {
            throw error;
        })));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_interrupt_of_the_caller_reaches_the_tasks(int threads) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = new Thread(() -> new Runner(threads).all(1, i -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stop) {
                interrupted.countDown();
            }
            return i;
        }));
        caller.setUncaughtExceptionHandler((thread, stopped) -> {});
        caller.start();
        begun.await();
        caller.interrupt();
        interrupted.await();
        caller.join();
        assertTrue(!caller.isAlive());
    }
}

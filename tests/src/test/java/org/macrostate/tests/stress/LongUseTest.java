package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macrostate.engine.cli.Cli;

/**
 * Four threads derive, compile and drop models for a long time ({@code -Dmacrostate.minutes}, twenty unless given): what is
 * held of heap, classes and files is the same in the second half as at the end of the first quarter.
 */
class LongUseTest {
    private static final int THREADS = 4;
    private static final long MIB = 1L << 20;
    private static final List<String> COMMANDS = List.of(
            "derive oja --expand",
            "integrate soft-committee --until 0.1 --points 2 --start Q=0.5,R=0.01",
            "fixed-points linear-vae --starts 4",
            "thresholds linear-vae --state collapsed --solve beta",
            "simulate perceptron --dimension 20 --until 0.2 --points 2",
            "integrate tanh-committee --until 0.05 --points 2 --start Q=0.5,R=0.01 --quadrature 8");

    private record Held(long heap, long classes, long files) {
        static Held now() throws InterruptedException {
            for (int i = 0; i < 3; i++) {
                System.gc();
                Thread.sleep(100);
            }
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .map(MemoryPoolMXBean::getUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
            return new Held(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), metaspace, openFiles());
        }
    }

    private static long openFiles() {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.count();
        } catch (java.io.IOException unreadable) {
            return 0;
        }
    }

    private static Optional<String> fault(String command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Cli.run(
                (command + " --quiet --no-cache --threads 1").split(" "),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return status == 0
                ? Optional.empty()
                : Optional.of(command + ": " + status + " " + err.toString(StandardCharsets.UTF_8));
    }

    @Tag("slow")
    @Test
    void memory_classes_and_files_level_off() throws InterruptedException {
        double minutes = Double.parseDouble(System.getProperty("macrostate.minutes", "20"));
        long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
        ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
        AtomicLong done = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int first = t;
            Thread thread = new Thread(() -> {
                for (int i = first; System.nanoTime() < end && faults.isEmpty(); i++) {
                    fault(COMMANDS.get(i % COMMANDS.size())).ifPresent(faults::add);
                    done.incrementAndGet();
                }
            });
            thread.start();
            threads.add(thread);
        }
        long quarter = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) / 4;
        Thread.sleep(quarter);
        Held early = Held.now();
        for (Thread thread : threads) {
            thread.join();
        }
        Held late = Held.now();
        assertEquals(List.of(), List.copyOf(faults));
        String seen = done + " commands: " + early + " then " + late;
        assertTrue(late.heap() < early.heap() + 64 * MIB, seen);
        assertTrue(late.classes() < early.classes() + 24 * MIB, seen);
        assertTrue(late.files() <= early.files() + 16, seen);
    }
}

package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.tests.oracle.AutoReference;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The bifurcation picture of the linear VAE beside AUTO-07p's: the computation, warm beside what AUTO says its three
 * computations took, and the whole process, from our cache beside AUTO's with its equations compiled. The least of several
 * runs counts on both sides, taken in turns.
 */
final class RatiosToAuto {
    private static final int ROUNDS = 9;
    private static final List<String> COMMAND =
            List.of("branch", "linear-vae", "--vary", "beta=0.05:3", "--follow", "eta=0.05:2", "--quiet");

    private RatiosToAuto() {}

    public static void main(String[] args) throws RunnerException {
        print();
    }

    static void print() throws RunnerException {
        Optional<AutoReference> auto = AutoReference.build();
        double computed = Double.POSITIVE_INFINITY;
        double theirs = Double.POSITIVE_INFINITY;
        double ours = Double.POSITIVE_INFINITY;
        double start = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            ours = Math.min(ours, program(COMMAND));
            start = Math.min(start, program(List.of("--version")));
            if (auto.isPresent()) {
                long begin = System.nanoTime();
                computed = Math.min(computed, 1e3 * run(auto.get()));
                theirs = Math.min(theirs, milliseconds(begin));
            }
        }
        double picture = Ratios.least(BifurcationBenchmark.class, "picture", 200);
        Ratios.print("bifurcation picture / goal 50 ms", picture, 50, "ms");
        Ratios.print("  / AUTO-07p's computations", picture, computed, "ms");
        Ratios.print("command branch --follow / AUTO-07p's run", ours, theirs, "ms");
        Ratios.print("  / the JVM's start", ours, start, "ms");
        double diagram = Ratios.least(BifurcationBenchmark.class, "phases400", 20);
        Ratios.print("diagram 400 x 400 / goal 1 s", diagram, 1000, "ms");
    }

    private static double run(AutoReference auto) {
        try {
            return auto.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double program(List<String> arguments) {
        List<String> line = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-jar", "../engine/target/macrostate.jar"));
        line.addAll(arguments);
        try {
            long begin = System.nanoTime();
            int status = new ProcessBuilder(line)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(line + " ended with status " + status);
            }
            return milliseconds(begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static double milliseconds(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}

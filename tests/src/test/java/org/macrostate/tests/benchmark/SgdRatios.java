package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.sgd.Optimizer;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.RunSettings;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.Start;

/**
 * SGD of the linear VAE beside the same in C ({@code SgdLinearVae.c}, by gcc) and in PyTorch ({@code sgd_linear_vae.py}),
 * in turns and in processor time of one thread, so that a busy machine disturbs all alike, as {@link PairedRow} says. What
 * is not installed is left out. {@code mvn -q -pl tests -am -Pbenchmark verify
 * -Dbenchmark=org.macrostate.tests.benchmark.SgdRatios}
 */
public final class SgdRatios {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Coordinates a measurement moves. */
    private static final double WORK = 60e6;

    private final Simulation simulation;
    private final Optional<Path> program;
    private final Optional<Path> script;

    private SgdRatios(Path folder) throws IOException, InterruptedException {
        LearningProblem problem = BundledModels.problem("linear-vae");
        simulation = Simulation.of(problem, Sizes.of(problem, Map.of()), Map.of("tau", 0.01, "tauD", 0.01), Map.of());
        program = compiled(folder);
        script = python(folder);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        SgdRatios ratios = new SgdRatios(Files.createTempDirectory("sgd"));
        for (int dimension : new int[] {200, 1000, 10_000, 100_000}) {
            ratios.vectors(dimension);
        }
        ratios.overlaps();
    }

    private void vectors(int dimension) {
        long steps = (long) (WORK / dimension);
        run(dimension, steps, false);
        String what = "SGD in R^N, N = " + dimension;
        beside(what + ", C by ziggurat", dimension, steps, false, c("ziggurat", dimension, steps));
        beside(what + ", C in lanes", dimension, steps, false, c("box-muller", dimension, steps));
        new PairedRow(
                        what + ", float / double",
                        "ns a step",
                        () -> run(simulation, settings(dimension, steps, false, true), dimension, steps),
                        () -> run(dimension, steps, false))
                .print();
        long few = Math.max(100, Math.min(3000, 10_000_000 / dimension));
        beside(
                what + ", PyTorch",
                dimension,
                steps,
                false,
                script.map(file -> () -> nanoseconds("/usr/bin/python3", file.toString(), "" + dimension, "" + few)));
    }

    private void overlaps() {
        long steps = 5_000_000;
        run(10_000, steps, true);
        beside("overlap process, r = 3, C", 10_000, steps, true, c("overlaps", 10_000, steps));
        new PairedRow(
                        "overlap process, r = 3, 64 runs at once / one by one",
                        "ns a step of a run",
                        () -> atOnce(10_000, steps / 64),
                        () -> run(10_000, steps, true))
                .print();
    }

    /** Nanoseconds a step of a run. */
    private double atOnce(int dimension, long steps) {
        int[] indices = IntStream.range(0, 64).toArray();
        long begin = THREADS.getCurrentThreadCpuTime();
        boolean completed =
                simulation.runs(settings(dimension, steps, true, false), dimension, indices, made -> true).stream()
                        .allMatch(Run::completed);
        if (!completed) {
            throw new IllegalStateException("a run did not reach its end");
        }
        return (THREADS.getCurrentThreadCpuTime() - begin) / (64.0 * steps);
    }

    private static RunSettings settings(int dimension, long steps, boolean reduced, boolean floats) {
        Start start = new Start.Prescribed(Map.of("m", 0.1, "d", 0.1, "Q", 1.0, "E", 1.0));
        return new RunSettings(List.of((double) steps / dimension), start, reduced, 1, Optimizer.SGD, floats);
    }

    private Optional<PairedRow.Measurement> c(String kind, int dimension, long steps) {
        return program.map(file -> () -> nanoseconds(file.toString(), kind, "" + dimension, "" + steps));
    }

    private void beside(
            String what, int dimension, long steps, boolean reduced, Optional<PairedRow.Measurement> reference) {
        reference.ifPresent(
                other -> new PairedRow(what, "ns a step", () -> run(dimension, steps, reduced), other).print());
    }

    /** Nanoseconds a step. */
    private double run(int dimension, long steps, boolean reduced) {
        return run(simulation, settings(dimension, steps, reduced, false), dimension, steps);
    }

    private static double run(Simulation simulation, RunSettings settings, int dimension, long steps) {
        long begin = THREADS.getCurrentThreadCpuTime();
        if (!simulation.run(settings, dimension, 0).completed()) {
            throw new IllegalStateException("a run did not reach its end");
        }
        return (THREADS.getCurrentThreadCpuTime() - begin) / (double) steps;
    }

    private static Optional<Path> compiled(Path folder) throws IOException, InterruptedException {
        Path source = copied(folder, "SgdLinearVae.c");
        Path made = folder.resolve("sgd");
        return succeeds("gcc", "-O3", "-march=native", "-ffast-math", "-o", made.toString(), source.toString(), "-lm")
                ? Optional.of(made)
                : missing("gcc");
    }

    private static Optional<Path> python(Path folder) throws IOException, InterruptedException {
        Path source = copied(folder, "sgd_linear_vae.py");
        return succeeds("/usr/bin/python3", "-c", "import torch")
                ? Optional.of(source)
                : missing("PyTorch (Debian: python3-torch)");
    }

    private static Optional<Path> missing(String what) {
        System.out.println(what + " is not installed: left out");
        return Optional.empty();
    }

    private static Path copied(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream resource = SgdRatios.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + name);
            }
            Files.copy(resource, file);
        }
        return file;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Of the steps a second that a program prints first. */
    private static double nanoseconds(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + text);
            }
            return 1e9 / CReference.number(text.strip().split("\\s+")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.sgd.RunSettings;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.Start;

/**
 * SGD of the linear VAE beside the same in C ({@code SgdLinearVae.c}, by gcc) and in PyTorch ({@code sgd_linear_vae.py}),
 * in turns and in processor time of one thread, so that a busy machine disturbs all alike; the median of the turns. What
 * is not installed is left out. {@code mvn -q -pl tests -am -Pbenchmark verify
 * -Dbenchmark=org.macrostate.tests.benchmark.SgdRatios}
 */
public final class SgdRatios {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int TURNS = 5;
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

    private void vectors(int dimension) throws IOException, InterruptedException {
        long steps = (long) (WORK / dimension);
        List<Double> ours = new ArrayList<>();
        List<Double> ziggurat = new ArrayList<>();
        List<Double> lanes = new ArrayList<>();
        List<Double> torch = new ArrayList<>();
        run(dimension, steps, false);
        for (int turn = 0; turn < TURNS; turn++) {
            ours.add(run(dimension, steps, false));
            addC(ziggurat, "ziggurat", dimension, steps);
            addC(lanes, "box-muller", dimension, steps);
            if (script.isPresent() && turn == 0) {
                long few = Math.max(100, Math.min(3000, 10_000_000 / dimension));
                torch.add(first("/usr/bin/python3", script.get().toString(), "" + dimension, "" + few));
            }
        }
        String what = "vectors, N = " + dimension;
        print(what, ours, "C, ziggurat", ziggurat);
        print(what, ours, "C, Box-Muller in lanes", lanes);
        print(what, ours, "PyTorch", torch);
    }

    private void overlaps() throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> reference = new ArrayList<>();
        run(10_000, 3_000_000, true);
        for (int turn = 0; turn < TURNS; turn++) {
            ours.add(run(10_000, 5_000_000, true));
            addC(reference, "overlaps", 10_000, 5_000_000);
        }
        print("overlap process, r = 3", ours, "C", reference);
    }

    private void addC(List<Double> rates, String kind, int dimension, long steps)
            throws IOException, InterruptedException {
        if (program.isPresent()) {
            rates.add(first(program.get().toString(), kind, "" + dimension, "" + steps));
        }
    }

    /** Steps a second. */
    private double run(int dimension, long steps, boolean reduced) {
        Start start = new Start.Prescribed(Map.of("m", 0.1, "d", 0.1, "Q", 1.0, "E", 1.0));
        RunSettings settings = new RunSettings(List.of((double) steps / dimension), start, reduced, 1);
        long begin = THREADS.getCurrentThreadCpuTime();
        if (!simulation.run(settings, dimension, 0).completed()) {
            throw new IllegalStateException("a run did not reach its end");
        }
        return steps * 1e9 / (THREADS.getCurrentThreadCpuTime() - begin);
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

    /** The first number a program prints. */
    private static double first(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + text);
        }
        return Double.parseDouble(text.strip().split("\\s+")[0]);
    }

    private static void print(String what, List<Double> ours, String name, List<Double> reference) {
        if (reference.isEmpty()) {
            return;
        }
        double rate = median(ours);
        double other = median(reference);
        System.out.printf(
                Locale.ROOT,
                "%-24s %12.4g steps/s, %-22s %12.4g steps/s, time / reference %8.4f%n",
                what,
                rate,
                name,
                other,
                other / rate);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}

package org.macrostate.tests.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The README's table: each measurement beside its reference in the same run, as a ratio. Times belong to the machine they
 * were taken on; ratios travel.
 */
public final class Ratios {
    /** Shorter than the time slices in which a busy machine gives its processors to others, and many. */
    private static final TimeValue SHORT = TimeValue.milliseconds(2);

    private static final int SHORT_ITERATIONS = 400;

    /** Rounds are repeated, each in a JVM of its own, until the least time of one is so near to the least before. */
    private static final double ERROR = 0.1;

    private static final int ROUNDS = 5;

    private Ratios() {}

    public static void main(String[] args) throws RunnerException {
        row("preparation", PreparationCost::print);
        row("gradients of schedules", GradientCost::print);
        row("by hand", Ratios::byHand);
        RatiosToC.print();
        row("AUTO-07p", RatiosToAuto::print);
        row("commands", Ratios::commands);
    }

    /** Part of the table. */
    interface Row {
        /** Measures and prints it. */
        void print() throws RunnerException;
    }

    /** Prints a part of the table, or that it could not be measured: the others are measured all the same. */
    static void row(String what, Row row) {
        try {
            row.print();
        } catch (RunnerException | RuntimeException e) {
            System.out.println("not measured: " + what + ": " + e.getMessage());
        }
    }

    /** The least time of a benchmark in ns, by the value of one of its parameters; others are fixed as in {@code p=v}. */
    static TreeMap<String, Double> least(Class<?> benchmark, String method, String parameter, String... fixed)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName() + "." + method + "$")
                .forks(1)
                .measurementIterations(SHORT_ITERATIONS)
                .measurementTime(SHORT);
        for (String assignment : fixed) {
            String[] words = assignment.split("=", 2);
            options.param(words[0], words[1]);
        }
        TreeMap<String, Double> times = new TreeMap<>();
        double error = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && error > ERROR; round++) {
            double moved = round == 0 ? Double.POSITIVE_INFINITY : 0;
            for (RunResult result : run(options)) {
                double time = result.getPrimaryResult().getStatistics().getMin();
                double before = times.getOrDefault(result.getParams().getParam(parameter), Double.POSITIVE_INFINITY);
                moved = Math.max(moved, Math.abs(time - before) / Math.min(time, before));
                times.put(result.getParams().getParam(parameter), Math.min(time, before));
            }
            error = moved;
        }
        System.out.printf(
                Locale.ROOT, "%s.%s: last round within %.0f %%%n", benchmark.getSimpleName(), method, 100 * error);
        return times;
    }

    /** The least time of a benchmark without parameters, in its own unit, over so many short iterations. */
    static double least(Class<?> benchmark, String method, int iterations) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName() + "." + method + "$")
                .forks(1)
                .measurementIterations(iterations)
                .measurementTime(SHORT);
        return run(options).stream()
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getMin())
                .min()
                .orElse(Double.NaN);
    }

    /** The compiled right-hand side beside the same formulas written by hand. */
    private static void byHand() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(RightHandSideBenchmark.class.getName() + ".*")
                .forks(1);
        Map<String, Map<String, Double>> times = new TreeMap<>();
        for (RunResult result : run(options)) {
            times.computeIfAbsent(result.getParams().getParam("sizes"), s -> new TreeMap<>())
                    .put(
                            result.getPrimaryResult().getLabel(),
                            result.getPrimaryResult().getScore());
        }
        times.forEach((sizes, byName) -> print(
                "right-hand side " + sizes,
                byName.getOrDefault("compiled", Double.NaN),
                byName.getOrDefault("written_by_hand", Double.NaN),
                "ns"));
    }

    /** Whole commands beside the JVM's start. */
    private static void commands() throws RunnerException {
        Map<String, Double> times = new TreeMap<>();
        for (RunResult result : run(new OptionsBuilder().include(CommandBenchmark.class.getName() + ".*"))) {
            times.put(
                    result.getParams().getParam("command"),
                    result.getPrimaryResult().getScore());
        }
        double start = times.getOrDefault(CommandBenchmark.Command.START.name(), Double.NaN);
        times.forEach((command, time) -> print("command " + command, time, start, "ms"));
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.verbosity(VerboseMode.SILENT).build()).run();
    }

    static void print(String what, double time, double reference, String unit) {
        System.out.printf(
                Locale.ROOT,
                "%-42s %10.1f %s, reference %10.1f %s, ratio %6.2f%n",
                what,
                time,
                unit,
                reference,
                unit,
                time / reference);
    }
}

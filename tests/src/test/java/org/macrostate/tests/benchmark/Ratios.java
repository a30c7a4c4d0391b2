package org.macrostate.tests.benchmark;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The README's table: each measurement beside its reference in the same run, as a ratio. Times belong to the machine they
 * were taken on; ratios travel. Whole commands come first, as they take least; parts are asked for by name: {@code mvn -q
 * -pl tests -am -Pbenchmark verify -Dbenchmark="org.macrostate.tests.benchmark.Ratios auto commands"}.
 */
public final class Ratios {
    /** Shorter than the time slices in which a busy machine gives its processors to others, and many. */
    private static final TimeValue SHORT = TimeValue.milliseconds(2);

    private static final int SHORT_ITERATIONS = 400;

    private static final TimeValue WARM = TimeValue.milliseconds(500);

    private Ratios() {}

    /** @param args parts of the table by name; all of them if there are none */
    public static void main(String[] args) {
        Map<String, Row> parts = parts();
        for (String name : args) {
            if (!parts.containsKey(name)) {
                System.out.println("no part '" + name + "'; there are " + String.join(", ", parts.keySet()));
                System.exit(2);
            }
        }
        (args.length == 0 ? parts.keySet() : List.of(args)).forEach(name -> row(name, parts.get(name)));
    }

    /** The parts of the table by name, in its order. */
    static Map<String, Row> parts() {
        Map<String, Row> parts = new LinkedHashMap<>();
        parts.put("auto", RatiosToAuto::print);
        parts.put("commands", Ratios::commands);
        parts.put("preparation", PreparationCost::print);
        parts.put("gradients", GradientCost::print);
        parts.putAll(RatiosToC.parts());
        parts.put("by-hand", Ratios::byHand);
        parts.put("lapack", RatiosToLapack::print);
        parts.put("sizes", Growth::print);
        return parts;
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

    /**
     * The least time of a benchmark over many short iterations in a JVM of its own, in the benchmark's unit.
     *
     * @param parameters as in {@code sizes=1x1}
     */
    static PairedRow.Measurement least(Class<?> benchmark, String method, int iterations, String... parameters) {
        return () -> {
            ChainedOptionsBuilder options = new OptionsBuilder()
                    .include(benchmark.getName() + "." + method + "$")
                    .forks(1)
                    .warmupTime(WARM)
                    .measurementIterations(iterations)
                    .measurementTime(SHORT);
            for (String assignment : parameters) {
                String[] words = assignment.split("=", 2);
                options.param(words[0], words[1]);
            }
            return run(options).stream()
                    .mapToDouble(
                            result -> result.getPrimaryResult().getStatistics().getMin())
                    .min()
                    .orElseThrow(() -> new IllegalStateException("the benchmark failed"));
        };
    }

    static PairedRow.Measurement least(Class<?> benchmark, String method, String... parameters) {
        return least(benchmark, method, SHORT_ITERATIONS, parameters);
    }

    /** The compiled right-hand side beside the same formulas written by hand. */
    private static void byHand() {
        for (String sizes : RatiosToC.SIZES) {
            new PairedRow(
                            "right-hand side " + sizes + " / Java by hand",
                            "ns",
                            least(RightHandSideBenchmark.class, "compiled", "sizes=" + sizes),
                            least(RightHandSideBenchmark.class, "written_by_hand", "sizes=" + sizes))
                    .print();
        }
    }

    /** Whole commands beside the JVM's start, in processor time of the process. */
    private static void commands() {
        for (CommandBenchmark.Command command : CommandBenchmark.Command.values()) {
            if (command != CommandBenchmark.Command.START) {
                new PairedRow("command " + command, "ms", command::time, CommandBenchmark.Command.START::time).print();
            }
        }
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

package org.macrostate.tests.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link RightHandSideBenchmark} briefly and prints, for each size, both times and their ratio. */
public final class RightHandSideRatio {
    private RightHandSideRatio() {}

    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RightHandSideBenchmark.class.getName() + ".*")
                        .forks(1)
                        .warmupIterations(3)
                        .measurementIterations(3)
                        .measurementTime(TimeValue.milliseconds(500))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, Map<String, Double>> times = new TreeMap<>();
        for (RunResult result : results) {
            times.computeIfAbsent(result.getParams().getParam("sizes"), s -> new TreeMap<>())
                    .put(
                            result.getPrimaryResult().getLabel(),
                            result.getPrimaryResult().getScore());
        }
        times.forEach((sizes, byName) -> {
            double compiled = byName.getOrDefault("compiled", Double.NaN);
            double byHand = byName.getOrDefault("written_by_hand", Double.NaN);
            System.out.printf(
                    Locale.ROOT,
                    "%s: compiled %.1f ns, by hand %.1f ns, ratio %.2f%n",
                    sizes,
                    compiled,
                    byHand,
                    compiled / byHand);
        });
    }
}

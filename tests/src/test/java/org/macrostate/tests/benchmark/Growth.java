package org.macrostate.tests.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * How the cost of whole commands grows with the number of unknowns: processor time and memory of each size, once, without
 * the cache, and the power of the number of unknowns that fits the times best, the JVM's start taken off.
 */
final class Growth {
    private static final int TENTH = 10;

    /**
     * A command at several sizes.
     *
     * @param command its words, with {@code %d} for the size
     * @param unknowns of a size
     */
    record Problem(String what, List<String> command, List<Integer> sizes, IntUnaryOperator unknowns) {
        List<String> at(int size) {
            return command.stream()
                    .map(word -> word.replace("%d", Integer.toString(size)))
                    .toList();
        }
    }

    private static final List<Problem> PROBLEMS = List.of(
            new Problem(
                    "fixed-points linear-vae, M = Ms",
                    List.of("fixed-points", "linear-vae", "--size", "M=%d,Ms=%d", "--no-cache", "--quiet"),
                    List.of(2, 4, 6, 8),
                    k -> 4 * k * k + 2 * k),
            new Problem(
                    "branch of a discretised Allen-Cahn equation",
                    List.of(
                            "branch",
                            Path.of("../engine/docs/problems/allen-cahn.yaml").toString(),
                            "--size",
                            "n=%d",
                            "--vary",
                            "r=1:50",
                            "--no-cache",
                            "--quiet"),
                    List.of(50, 100, 200, 400),
                    n -> n));

    private Growth() {}

    static void print() {
        double start = WholeProcess.milliseconds(List.of("--version"));
        PROBLEMS.forEach(problem -> print(problem, start));
    }

    private static void print(Problem problem, double start) {
        List<Double> unknowns = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        for (int size : problem.sizes()) {
            int count = problem.unknowns().applyAsInt(size);
            try {
                WholeProcess.Used used = WholeProcess.used(problem.at(size));
                unknowns.add((double) count);
                times.add(Math.max(used.milliseconds() - start, start / TENTH));
                System.out.printf(
                        Locale.ROOT,
                        "%-44s %4d unknowns %8.1f s %6.0f MB%n",
                        problem.what(),
                        count,
                        used.milliseconds() / 1e3,
                        used.megabytes());
            } catch (IllegalStateException failed) {
                System.out.printf("%-44s %4d unknowns not measured: %s%n", problem.what(), count, failed.getMessage());
            }
        }
        if (times.size() > 1) {
            System.out.printf(Locale.ROOT, "  grows as the power %.1f of the unknowns%n", power(unknowns, times));
        }
    }

    /** The slope of the line through the logarithms that fits best by least squares. */
    static double power(List<Double> unknowns, List<Double> times) {
        double meanX = unknowns.stream().mapToDouble(Math::log).average().orElseThrow();
        double meanY = times.stream().mapToDouble(Math::log).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < times.size(); i++) {
            double x = Math.log(unknowns.get(i)) - meanX;
            products += x * (Math.log(times.get(i)) - meanY);
            squares += x * x;
        }
        return products / squares;
    }
}

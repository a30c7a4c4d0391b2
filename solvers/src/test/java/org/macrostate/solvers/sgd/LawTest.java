package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;

/**
 * The overlap process and the vectors have one law, at any N: means, variances and Kolmogorov and Smirnov's two-sample
 * test of every column at several times, with Bonferroni's correction at one in ten thousand.
 */
class LawTest {
    private static final double LEVEL = 1e-4;
    private static final List<Double> TIMES = List.of(0.0, 0.4, 1.0, 2.0);

    /** @param dimension small, so that what is of order 1/N counts */
    private record Case(String name, LearningProblem problem, Start start, int dimension) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case bundled(String name, int dimension) {
        return new Case(name, BundledModels.problem(name), new Start.Random(Map.of()), dimension);
    }

    /** Written out or not, one and several samples, scalars, batches, factors that are not normal, label noise, ascent. */
    static Stream<Case> few() {
        Start prescribed = new Start.Prescribed(Map.of("Q", 0.8, "s", 0.3, "b.b", 0.7, "u.b", -0.2, "a.b", 0.1));
        return Stream.of(
                new Case("linear VAE", Problems.linearVae(1, 1, 1), new Start.Random(Map.of()), 6),
                new Case("linear VAE in batches", Problems.linearVae(1, 1, 3), new Start.Random(Map.of()), 6),
                new Case("linear VAE of seven vectors", Problems.linearVae(3, 1, 1), new Start.Random(Map.of()), 9),
                new Case("critic", Problems.critic(), prescribed, 6),
                bundled("two-clusters", 5),
                bundled("linear-vae-blocks", 40),
                bundled("zero-one", 40),
                new Case("a norm that is kept", Problems.sphere(), new Start.Random(Map.of()), 8),
                new Case("a share of zero", Problems.shareOfZero(), new Start.Random(Map.of()), 40));
    }

    static Stream<Case> many() {
        return Stream.of(
                bundled("linear-vae-sampled", 8),
                bundled("soft-committee", 8),
                bundled("relu-committee", 8),
                bundled("perceptron", 5),
                bundled("adatron", 5),
                bundled("hebb", 5),
                bundled("logistic-regression", 5),
                bundled("linear-regression", 5),
                bundled("gan", 12));
    }

    @ParameterizedTest
    @MethodSource("few")
    void overlaps_alone_have_the_law_of_the_vectors(Case of) {
        assertSameLaw(of, 700);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource({"few", "many"})
    void overlaps_alone_have_the_law_of_the_vectors_over_many_runs(Case of) {
        assertSameLaw(of, 10_000);
    }

    private static void assertSameLaw(Case of, int runs) {
        Simulation simulation = Simulation.of(of.problem(), Sizes.of(of.problem(), Map.of()), Map.of(), Map.of());
        List<Run> vectors = runs(simulation, of, runs, false);
        List<Run> overlaps = runs(simulation, of, runs, true);
        assertTrue(vectors.size() > 0.9 * runs, "of " + runs + " runs only " + vectors.size() + " ended");
        int columns = simulation.labels().size();
        double level = LEVEL / columns / TIMES.size();
        for (int t = 0; t < TIMES.size(); t++) {
            int time = t;
            List<double[]> left =
                    vectors.stream().map(r -> r.states().get(time)).toList();
            List<double[]> right =
                    overlaps.stream().map(r -> r.states().get(time)).toList();
            Moments a = new Moments(left);
            Moments b = new Moments(right);
            for (int c = 0; c < columns; c++) {
                int column = c;
                String where = simulation.labels().get(c) + " at t = " + TIMES.get(t);
                double[] x = left.stream().mapToDouble(row -> row[column]).toArray();
                double[] y = right.stream().mapToDouble(row -> row[column]).toArray();
                if (isStill(x) && isStill(y)) {
                    assertEquals(x[0], y[0], 1e-12, where);
                    continue;
                }
                assertEquals(0, a.meanDistance(b, c), 5, "mean of " + where);
                assertEquals(0, a.varianceDistance(b, c), 5, "variance of " + where);
                double p = tail(distance(x, y), x.length, y.length);
                assertTrue(p > level, where + ": probability " + p);
            }
        }
    }

    private static boolean isStill(double[] values) {
        return Arrays.stream(values).allMatch(v -> Math.abs(v - values[0]) < 1e-12);
    }

    /** For large samples (N. Smirnov, Ann. Math. Stat. 19, 279, 1948). */
    private static double tail(double distance, double n, double m) {
        double scaled = distance * Math.sqrt(n * m / (n + m));
        double sum = 0;
        for (int k = 1; k < 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2 * k * k * scaled * scaled);
        }
        return scaled < 0.2 ? 1 : sum;
    }

    private static double distance(double[] x, double[] y) {
        Arrays.sort(x);
        Arrays.sort(y);
        double distance = 0;
        for (int i = 0, j = 0; i < x.length && j < y.length; ) {
            double at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] <= at) {
                i++;
            }
            while (j < y.length && y[j] <= at) {
                j++;
            }
            distance = Math.max(distance, Math.abs((double) i / x.length - (double) j / y.length));
        }
        return distance;
    }

    private static List<Run> runs(Simulation simulation, Case of, int runs, boolean reduced) {
        RunSettings settings = new RunSettings(TIMES, of.start(), reduced, reduced ? 11 : 12);
        List<Run> made = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Run run = simulation.run(settings, of.dimension(), i);
            if (run.completed()) {
                made.add(run);
            }
        }
        return made;
    }
}

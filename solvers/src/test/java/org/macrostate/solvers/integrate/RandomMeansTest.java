package org.macrostate.solvers.integrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.QuadratureError;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;

/**
 * Means of random expressions of the language, from the text of a model to the number: of each the error that is stated bounds
 * the true one, whatever the covariances and means of the fields, those of determined fields included.
 */
class RandomMeansTest {
    /** Expressions of one model, which have one law. */
    private static final int TOGETHER = 5;

    /** What no reference tells, relative to the mean of the absolute value, of one field and of two. */
    private static final double[] ROUNDING = {2e-13, 4e-12};

    /** P(|z| > 8): integrals end where the density is negligible, and nothing is stated of what is left out. */
    private static final double BEYOND = 1.3e-15;

    /** Of closed forms, whose errors are rounding and not stated, relative to large values. */
    private static final double CLOSED = 1e-14;

    /** A reference that is as far off as this is none. */
    private static final double NO_REFERENCE = 1e-9;

    /** The law of up to two fields. */
    private record Law(double[] mean, double[][] covariance) {
        static Law of(Random random, int fields) {
            double[] mean = new double[fields];
            boolean centred = random.nextInt(3) > 0;
            for (int i = 0; i < fields; i++) {
                mean[i] = centred ? 0 : 2 * random.nextGaussian();
            }
            double[] spread = new double[fields];
            for (int i = 0; i < fields; i++) {
                boolean wide = random.nextInt(8) == 0;
                spread[i] = Math.exp((wide ? 2.5 : 1) * (2 * random.nextDouble() - 1));
                spread[i] = random.nextInt(60) == 0 ? 0 : spread[i];
            }
            double correlation =
                    switch (random.nextInt(12)) {
                        case 0 -> 1;
                        case 1 -> -1;
                        case 2 -> 1 - Math.pow(10, -1 - 6 * random.nextDouble());
                        case 3 -> 0;
                        default -> 1.9 * random.nextDouble() - 0.95;
                    };
            double[][] covariance = new double[fields][fields];
            for (int i = 0; i < fields; i++) {
                for (int j = 0; j < fields; j++) {
                    covariance[i][j] = spread[i] * spread[j] * (i == j ? 1 : correlation);
                }
            }
            return new Law(mean, covariance);
        }

        /** Rows of a root, the field that is to have one column first. */
        double[][] root(int first) {
            int n = mean.length;
            double[][] root = new double[n][n];
            double own = Math.sqrt(covariance[first][first]);
            root[first][0] = own;
            if (n > 1) {
                int other = 1 - first;
                root[other][0] = own > 0 ? covariance[0][1] / own : 0;
                root[other][1] = Math.sqrt(Math.max(0, covariance[other][other] - root[other][0] * root[other][0]));
                if (root[other][1] < 1e-7 * Math.sqrt(covariance[other][other])) {
                    root[other][1] = 0;
                }
            }
            return root;
        }

        /** Whether the fields, or what they are combinations of, stay where a function is not smooth: its value is a matter of taste. */
        boolean isOnAKink(RandomFunction f) {
            double[][] root = root(0);
            boolean determined = IntStream.range(0, root.length).anyMatch(i -> root[i][i] == 0);
            return determined
                    && f.kinks().stream().anyMatch(kink -> {
                        double[] u = mean.clone();
                        double here = kink.at(u);
                        for (int i = 0; i < u.length; i++) {
                            u[i] += root[i][0] + (u.length > 1 ? root[i][1] / 3 : 0);
                        }
                        return Math.abs(here) < 1e-12 && Math.abs(kink.at(u)) < 1e-12;
                    });
        }

        /** The largest value within some standard deviations. */
        double largest(RandomFunction f) {
            double largest = 1;
            for (int corner = -4; corner <= 4; corner++) {
                double[] u = mean.clone();
                for (int i = 0; i < u.length; i++) {
                    u[i] += corner * Math.sqrt(covariance[i][i]);
                }
                largest = Math.max(largest, Math.abs(f.value().at(u)));
            }
            return largest;
        }

        Map<String, Double> state() {
            return mean.length == 1
                    ? Map.of("Q", covariance[0][0], "m", mean[0])
                    : Map.of(
                            "Q",
                            covariance[0][0],
                            "V",
                            covariance[1][1],
                            "C",
                            covariance[0][1],
                            "m",
                            mean[0],
                            "k",
                            mean[1]);
        }
    }

    private static String model(int fields, List<RandomFunction> functions) {
        StringBuilder text = new StringBuilder("model: random\nvectors: {a: {fixed: identity}, w: {}");
        text.append(fields > 1 ? ", v: {}" : "").append("}\nsamples: {x: a + noise}\nfields: {h: w . x");
        text.append(fields > 1 ? ", g: v . x" : "").append("}\nupdate: {w: 0 x");
        text.append(fields > 1 ? ", v: 0 x" : "").append("}\norder: {Q: w . w, m: w . a");
        text.append(fields > 1 ? ", V: v . v, C: w . v, k: v . a" : "").append("}\nobservables:\n");
        for (int i = 0; i < functions.size(); i++) {
            text.append("  o")
                    .append(i)
                    .append(": \"Mean[")
                    .append(functions.get(i).text())
                    .append("]\"\n");
        }
        return text.toString();
    }

    /** What was found of many expressions. */
    static final class Count {
        final List<Double> ratios = new ArrayList<>();
        final List<String> wrong = new ArrayList<>();
        int asked;
        int unknown;

        void add(RandomFunction f, Law law, double found, double stated) {
            if (law.isOnAKink(f)) {
                return;
            }
            asked++;
            double[][] first = law.root(0);
            double size = PanelMean.size(f, law.mean(), first);
            double exact = PanelMean.of(f, law.mean(), first, size);
            double other = law.mean().length == 1 ? exact : PanelMean.of(f, law.mean(), law.root(1), size);
            double closed = stated == 0 ? CLOSED * law.largest(f) : 0;
            double uncertain = Math.abs(exact - other) + ROUNDING[law.mean().length - 1] * size + closed;
            if (!(uncertain <= NO_REFERENCE * size)) {
                unknown++;
                return;
            }
            double off = Math.abs(found - exact);
            if (!(off <= stated + uncertain + BEYOND * law.largest(f))) {
                wrong.add(f.text() + " of mean " + Arrays.toString(law.mean()) + ", covariance "
                        + Arrays.deepToString(law.covariance()) + " is " + found + ", off by " + off + ", stated is "
                        + stated + " (reference " + exact + ", which may be off by " + uncertain + ")");
            }
            ratios.add(stated / Math.max(off, uncertain));
        }
    }

    static Count count(int expressions, long seed) {
        Random random = new Random(seed);
        Count count = new Count();
        for (int i = 0; i < expressions; i += TOGETHER) {
            int fields = i / TOGETHER % 4 == 0 ? 2 : 1;
            List<RandomFunction> functions = IntStream.range(0, TOGETHER)
                    .mapToObj(k -> RandomFunction.of(random, fields))
                    .toList();
            Law law = Law.of(random, fields);
            LearningProblem problem = ModelFile.read(model(fields, functions), "random");
            BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
            double[] state = bound.state().labels().stream()
                    .mapToDouble(label -> law.state().get(label))
                    .toArray();
            double[] parameters = bound.parameters().defaults();
            double[] found = CompiledSystem.of(bound).observables().eval(0, state, parameters);
            double[] stated = QuadratureError.comparison(bound, bound, QuadratureAlong::compiled)
                    .at(0, state, parameters)
                    .observables();
            for (int k = 0; k < TOGETHER; k++) {
                count.add(functions.get(k), law, found[k], stated[k]);
            }
        }
        return count;
    }

    private static void check(int expressions, long seed) {
        Count count = count(expressions, seed);
        assertEquals(List.of(), count.wrong);
        assertTrue(count.unknown <= count.asked / 50, count.unknown + " of " + count.asked + " have no reference");
        double[] ratios = count.ratios.stream().mapToDouble(r -> r).sorted().toArray();
        double median = ratios[ratios.length / 2];
        assertTrue(median < 100, "the median of stated and true errors' ratio is " + median);
    }

    @Test
    void every_stated_error_of_expressions_bounds_the_true_one() {
        check(30, 1);
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(2, 41);
    }

    /** Ten thousand, in chunks. */
    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("slow")
    void every_stated_error_of_ten_thousand_expressions_bounds_the_true_one(int seed) {
        check(250, seed);
    }
}

package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.ExpressionText;

/** Losses of statistics of a batch against batches that are drawn, and against the same losses written by hand. */
class BatchMeanTest {
    private static final double RHO = 1.5;
    private static final double SIG = 0.5;
    private static final double TAU = 0.2;
    private static final String MODEL = """
            model: batches
            sizes: {B: %d}
            batch: %s
            parameters: {rho: {value: 1.5}, sig: {value: 0.5}, tau: {value: 0.2}, eps: {value: 0.5}, b: {value: 3, domain: positive}}
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms: {c: %s}
            samples: {x: "Sqrt[rho] c u + Sqrt[sig] noise"}
            fields: {h: w . x}
            loss: "%s"
            order: {m: w . u, Q: w . w}
            observables: {v: "Mean[(h - BatchMean[h])^2]"}
            """;

    private static LearningProblem problem(int size, String law, String loss) {
        return ModelFile.read(MODEL.formatted(size, "B", law, loss), "batches");
    }

    private static BoundSystem bound(LearningProblem problem) {
        return BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
    }

    private static double[] rates(BoundSystem bound, double m, double q) {
        double[] rates = new double[2];
        new Interpreter(bound.rightHandSide())
                .eval(0, new double[] {m, q}, bound.parameters().defaults(), rates);
        return rates;
    }

    /**
     * Rates of m and Q from batches that are drawn: with g_j = ∂L/∂h_j, −τ E Σ g_j x_j·u and −2τ E Σ g_j h_j + τ² σ E Σ g_j².
     *
     * @param loss of the fields and factors of a batch
     */
    private static double[][] drawn(ToDoubleBiFunction<double[], double[]> loss, int size, double m, double q) {
        Random random = new Random(5);
        double[] c = new double[size];
        double[] h = new double[size];
        double[] u = new double[size];
        double[] sums = new double[2];
        double[] squares = new double[2];
        int draws = 200_000;
        for (int n = 0; n < draws; n++) {
            for (int j = 0; j < size; j++) {
                c[j] = random.nextGaussian();
                double along = random.nextGaussian();
                double rest = Math.sqrt(q - m * m) * random.nextGaussian();
                u[j] = Math.sqrt(RHO) * c[j] + Math.sqrt(SIG) * along;
                h[j] = Math.sqrt(RHO) * c[j] * m + Math.sqrt(SIG) * (m * along + rest);
            }
            double[] change = new double[2];
            for (int j = 0; j < size; j++) {
                double at = h[j];
                h[j] = at + 1e-5;
                double more = loss.applyAsDouble(h, c);
                h[j] = at - 1e-5;
                double gradient = (more - loss.applyAsDouble(h, c)) / 2e-5;
                h[j] = at;
                change[0] -= TAU * gradient * u[j];
                change[1] += -2 * TAU * gradient * at + TAU * TAU * SIG * gradient * gradient;
            }
            for (int i = 0; i < 2; i++) {
                sums[i] += change[i];
                squares[i] += change[i] * change[i];
            }
        }
        double[][] result = new double[2][2];
        for (int i = 0; i < 2; i++) {
            result[i][0] = sums[i] / draws;
            result[i][1] = Math.sqrt((squares[i] / draws - result[i][0] * result[i][0]) / draws);
        }
        return result;
    }

    private static void compare(String text, int size, ToDoubleBiFunction<double[], double[]> loss) {
        double[] derived = rates(bound(problem(size, "normal", text)), 0.2, 0.3);
        double[][] drawn = drawn(loss, size, 0.2, 0.3);
        for (int i = 0; i < 2; i++) {
            assertEquals(drawn[i][0], derived[i], 4.5 * drawn[i][1], (i == 0 ? "m of " : "Q of ") + text);
            assertTrue(drawn[i][1] < 0.05 * Math.abs(derived[i]), "the comparison says something of " + text);
        }
    }

    private static double mean(double[] x) {
        return java.util.Arrays.stream(x).average().orElseThrow();
    }

    private static double meanSquare(double[] x) {
        return java.util.Arrays.stream(x).map(y -> y * y).average().orElseThrow();
    }

    /** Batch normalisation of a single unit: the statistic stands in the denominator, inside of Tanh. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void a_normalised_unit_moves_as_batches_that_are_drawn_say(int size) {
        compare("1/2 (Tanh[h/Sqrt[BatchMean[h^2] + eps]] - c)^2", size, (h, c) -> {
            double unit = Math.sqrt(meanSquare(h) + 0.5);
            double loss = 0;
            for (int j = 0; j < h.length; j++) {
                loss += Math.pow(Math.tanh(h[j] / unit) - c[j], 2) / 2;
            }
            return loss / h.length;
        });
    }

    @Test
    void centred_batches_and_functions_of_batch_means_alone_do_so_too() {
        compare("1/2 (h - BatchMean[h] - c)^2", 4, (h, c) -> {
            double mean = mean(h);
            double loss = 0;
            for (int j = 0; j < h.length; j++) {
                loss += Math.pow(h[j] - mean - c[j], 2) / 2;
            }
            return loss / h.length;
        });
        compare("(BatchMean[h^2] - 1)^2 - BatchMean[h c]", 3, (h, c) -> {
            double product = 0;
            for (int j = 0; j < h.length; j++) {
                product += h[j] * c[j] / h.length;
            }
            return Math.pow(meanSquare(h) - 1, 2) - product;
        });
    }

    /** {@code E(h − h̄)² = (1 − 1/B) C}: the variance of a batch, by hand. */
    @ParameterizedTest
    @CsvSource({"1, normal", "2, normal", "5, normal", "2, rademacher", "4, exponential"})
    void the_variance_within_a_batch_is_smaller_by_one_in_its_size(int size, String law) {
        BoundSystem bound = bound(problem(size, law, "1/2 (h - c)^2"));
        double[] out = new double[1];
        new Interpreter(bound.observables())
                .eval(0, new double[] {0.6, 0.8}, bound.parameters().defaults(), out);
        assertEquals((1 - 1.0 / size) * (RHO * 0.36 + SIG * 0.8), out[0], 1e-12);
    }

    /** Without a statistic in a function it is the loss of a mean over the batch, which the program has by itself. */
    @Test
    void a_loss_of_single_samples_moves_as_under_a_batch_of_this_size() {
        LearningProblem stated = ModelFile.read(
                MODEL.replace("Mean[(h - BatchMean[h])^2]", "Mean[h^2]")
                        .formatted(1, "3", "normal", "1/2 (Erf[h] - c)^2"),
                "batches");
        double[] expected = rates(bound(stated), 0.6, 0.8);
        double[] written = rates(bound(problem(3, "normal", "1/2 (Erf[h] - c)^2")), 0.6, 0.8);
        double[] outside = rates(bound(problem(3, "normal", "BatchMean[1/2 (Erf[h] - c)^2]")), 0.6, 0.8);
        for (int i = 0; i < 2; i++) {
            assertEquals(expected[i], written[i], 1e-9);
            assertEquals(expected[i], outside[i], 1e-9);
        }
    }

    /** Barlow Twins of M units with statistics of a batch: members, factors with copies, and vectors with indices. */
    @Test
    void factors_with_copies_are_drawn_for_each_member() {
        LearningProblem problem = ModelFile.read("""
                model: twins
                sizes: {M: 2}
                batch: 2
                vectors: {u: {copies: M, fixed: identity}, w: {copies: M, rate: 1}}
                randoms: {c: {copies: M}}
                samples: {x: "Sum[c[a] u[a], {a, M}] + noise", y: "Sum[c[a] u[a], {a, M}] + noise"}
                fields: {f: w . x, g: w . y}
                loss: "Sum[BatchMean[f[k] g[k]], {k, M}]"
                """, "twins");
        assertEquals(
                List.of("c_1", "c_2"),
                problem.randoms().stream().map(Declaration.Random::name).toList());
        assertEquals(
                List.of("x_1", "x_2", "y_1", "y_2"),
                problem.samples().stream().map(Declaration.Sample::name).toList());
        String coefficient = ExpressionText.of(
                problem.sample("y_2").orElseThrow().terms().get(0).coefficient());
        assertTrue(coefficient.startsWith("c_2["), coefficient);
    }

    @Test
    void what_is_no_batch_of_a_known_number_is_refused_in_words() {
        assertMessage(
                "BatchMean[...] needs a batch of a known number: 'batch' must be a whole number or a size, was the"
                        + " parameter 'b'",
                "b",
                "(h - BatchMean[h])^2");
        assertMessage(
                "a batch with BatchMean[...] may have from 1 to 64 samples, found 65", "65", "(h - BatchMean[h])^2");
        assertMessage("BatchMean[...] takes one expression, in which no other", "3", "BatchMean[(h - BatchMean[h])^2]");
    }

    private static void assertMessage(String expected, String batch, String loss) {
        BadInput refused = assertThrows(
                BadInput.class, () -> ModelFile.read(MODEL.formatted(3, batch, "normal", loss), "batches"));
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
    }
}

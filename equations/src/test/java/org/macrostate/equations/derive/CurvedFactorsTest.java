package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Samples that are no linear functions of normal factors, against samples that are drawn and against means done by hand. */
class CurvedFactorsTest {
    private static final double SIG = 0.5;
    private static final double TAU = 0.2;
    private static final double[] STATE = {0.4, -0.3, 0.9};
    private static final String MODEL = """
            model: curved
            parameters: {sig: {value: 0.5}, tau: {value: 0.2}}
            vectors: {u: {fixed: identity}, b: {fixed: identity}, w: {rate: tau}}
            randoms: {c: normal, d: normal, s: rademacher}
            samples: {x: "%s + Sqrt[sig] noise"}
            fields: {h: w . x}
            loss: "%s"
            order: {m: w . u, p: w . b, Q: w . w}
            """;

    private static double[] rates(String signal, String loss) {
        LearningProblem problem = ModelFile.read(MODEL.formatted(signal, loss), "curved");
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        double[] rates = new double[3];
        new Interpreter(bound.rightHandSide()).eval(0, STATE, bound.parameters().defaults(), rates);
        return rates;
    }

    /** E c Ramp(c) = E Ramp(c)² = 1/2, E (c² − 1)² = 2. */
    @Test
    void polynomial_losses_have_the_moments_of_functions_of_a_factor() {
        double m = STATE[0];
        double p = STATE[1];
        double[] ramp = rates("Ramp[c] u", "1/2 (h - c)^2");
        assertEquals(-TAU * ((0.5 + SIG) * m - 0.5), ramp[0], 1e-13);
        assertEquals(-TAU * SIG * p, ramp[1], 1e-13);
        double second = m * m / 2 + SIG * STATE[2];
        assertEquals(-2 * TAU * (second - m / 2) + SIG * TAU * TAU * (second - m + 1), ramp[2], 1e-13);
        double[] square = rates("c u + (c^2 - 1) b", "1/2 (h - c)^2");
        assertEquals(-TAU * ((1 + SIG) * m - 1), square[0], 1e-13);
        assertEquals(-TAU * (2 + SIG) * p, square[1], 1e-13);
        double[] product = rates("c d u + s c b", "1/2 h^2");
        assertEquals(-TAU * (1 + SIG) * m, product[0], 1e-13);
        assertEquals(-TAU * (1 + SIG) * p, product[1], 1e-13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ramp[c] u - s b", "c u + (c^2 - 1) b", "Sign[c] u + Tanh[d] b", "s c u + c d b"})
    void losses_without_closed_forms_move_as_samples_that_are_drawn_say(String signal) {
        double[] derived = rates(signal, "1/2 (Tanh[h] - c)^2");
        Random random = new Random(3);
        int draws = 400_000;
        double[] sums = new double[3];
        double[] squares = new double[3];
        double m = STATE[0];
        double p = STATE[1];
        double rest = Math.sqrt(STATE[2] - m * m - p * p);
        for (int n = 0; n < draws; n++) {
            double c = random.nextGaussian();
            double d = random.nextGaussian();
            double s = random.nextBoolean() ? 1 : -1;
            double[] f = signal(signal, c, d, s);
            double alongU = f[0] + Math.sqrt(SIG) * random.nextGaussian();
            double alongB = f[1] + Math.sqrt(SIG) * random.nextGaussian();
            double h = m * alongU + p * alongB + Math.sqrt(SIG) * rest * random.nextGaussian();
            double slope = 1 - Math.tanh(h) * Math.tanh(h);
            double gradient = (Math.tanh(h) - c) * slope;
            double[] change = {
                -TAU * gradient * alongU,
                -TAU * gradient * alongB,
                -2 * TAU * gradient * h + TAU * TAU * SIG * gradient * gradient
            };
            for (int i = 0; i < 3; i++) {
                sums[i] += change[i];
                squares[i] += change[i] * change[i];
            }
        }
        for (int i = 0; i < 3; i++) {
            double mean = sums[i] / draws;
            double error = Math.sqrt((squares[i] / draws - mean * mean) / draws);
            assertEquals(mean, derived[i], 4.5 * error, "rate " + i);
            assertTrue(error < 1e-3);
        }
    }

    private static double[] signal(String signal, double c, double d, double s) {
        return switch (signal) {
            case "Ramp[c] u - s b" -> new double[] {Math.max(c, 0), -s};
            case "c u + (c^2 - 1) b" -> new double[] {c, c * c - 1};
            case "Sign[c] u + Tanh[d] b" -> new double[] {Math.signum(c), Math.tanh(d)};
            case "s c u + c d b" -> new double[] {s * c, c * d};
            default -> throw new IllegalArgumentException(signal);
        };
    }
}

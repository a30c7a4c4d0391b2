package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.BoundSums;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Softmax regression of three classes (B. Loureiro et al., NeurIPS 2021): three fields, whatever indices stand beside the sum over them. */
class SoftmaxOfThreeTest {
    private static final int C = 3;
    private static final int DIMENSIONS = 6;
    private static final double ETA = 0.5;
    private static final double V = 0.7;
    private static final LearningProblem INDEXED = ModelFile.read("""
            model: softmax
            sizes: {C: 3}
            parameters: {eta: {value: 0.5, domain: positive}, v: {value: 0.7, domain: positive}}
            vectors: {mu: {copies: C, fixed: identity}, w: {copies: C, rate: eta}}
            randoms: {c: {law: {values: [1, 2, 3], probabilities: [1/3, 1/3, 1/3]}}}
            samples: {x: "If[c == 1, 1, 0] mu[1] + If[c == 2, 1, 0] mu[2] + If[c == 3, 1, 0] mu[3] + Sqrt[v] noise"}
            fields: {h: w . x}
            loss: "Log[Sum[Exp[h[k]], {k, C}]] - If[c == 1, h[1], 0] - If[c == 2, h[2], 0] - If[c == 3, h[3], 0]"
            order: {Q: w . w, R: w . mu}
            """, "softmax");
    private static final LearningProblem PROBLEM = BoundSums.in(INDEXED, Sizes.of(INDEXED, Map.of()));

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] state(double[][] w) {
        double[] state = new double[C * (C + 1) / 2 + C * C];
        int next = 0;
        for (int k = 0; k < C; k++) {
            for (int l = k; l < C; l++) {
                state[next++] = dot(w[k], w[l]);
            }
        }
        for (int k = 0; k < C; k++) {
            for (int l = 0; l < C; l++) {
                state[next++] = w[k][l];
            }
        }
        return state;
    }

    /** By Gauss–Hermite nodes on the span of the weights, whose triangular root has the noise's components. */
    private static double[] reference(double[][] w) {
        double[][] basis = new double[C][];
        for (int k = 0; k < C; k++) {
            double[] b = w[k].clone();
            for (int j = 0; j < k; j++) {
                double c = dot(b, basis[j]);
                for (int i = 0; i < DIMENSIONS; i++) {
                    b[i] -= c * basis[j][i];
                }
            }
            double length = Math.sqrt(dot(b, b));
            basis[k] = Arrays.stream(b).map(x -> x / length).toArray();
        }
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(24);
        double[][] dq = new double[C][C];
        double[][] dr = new double[C][C];
        int n = rule.getNumberOfPoints();
        for (int point = 0; point < n * n * n; point++) {
            int[] at = {point % n, point / n % n, point / n / n};
            double weight = 1;
            double[] noise = new double[DIMENSIONS];
            for (int a = 0; a < C; a++) {
                weight *= rule.getWeight(at[a]) / Math.sqrt(Math.PI);
                for (int i = 0; i < DIMENSIONS; i++) {
                    noise[i] += Math.sqrt(2 * V) * rule.getPoint(at[a]) * basis[a][i];
                }
            }
            for (int c = 0; c < C; c++) {
                double[] h = new double[C];
                double total = 0;
                for (int k = 0; k < C; k++) {
                    h[k] = dot(w[k], noise) + w[k][c];
                    total += Math.exp(h[k]);
                }
                for (int k = 0; k < C; k++) {
                    double step = (k == c ? 1 : 0) - Math.exp(h[k]) / total;
                    for (int l = 0; l < C; l++) {
                        double other = (l == c ? 1 : 0) - Math.exp(h[l]) / total;
                        dq[k][l] += weight / C * (ETA * (step * h[l] + other * h[k]) + ETA * ETA * V * step * other);
                        dr[k][l] += weight / C * ETA * step * (noise[l] + (l == c ? 1 : 0));
                    }
                }
            }
        }
        double[] rates = new double[C * (C + 1) / 2 + C * C];
        int next = 0;
        for (int k = 0; k < C; k++) {
            for (int l = k; l < C; l++) {
                rates[next++] = dq[k][l];
            }
        }
        for (double[] row : dr) {
            for (double rate : row) {
                rates[next++] = rate;
            }
        }
        return rates;
    }

    private static void check(OrderParameterSystem system) {
        Random random = new Random(4);
        double[][] w = new double[C][DIMENSIONS];
        for (double[] row : w) {
            for (int i = 0; i < DIMENSIONS; i++) {
                row[i] = 0.5 * random.nextGaussian();
            }
        }
        BoundSystem bound = BoundSystem.of(system, Sizes.of(PROBLEM, Map.of()));
        double[] out = new double[bound.state().length()];
        new Interpreter(bound.rightHandSide())
                .eval(0, state(w), bound.parameters().defaults(), out);
        assertTrue(Arrays.stream(reference(w)).map(Math::abs).max().orElseThrow() > 0.1);
        assertArrays(reference(w), out);
    }

    private static void assertArrays(double[] expected, double[] found) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 3e-8, "rate " + i);
        }
    }

    @Test
    void rates_are_those_of_a_sum_over_nodes() {
        check(Derivation.of(PROBLEM));
    }

    @Test
    void so_are_those_that_are_written_out() {
        check(Derivation.written(PROBLEM, Limit.FINITE_RATE));
    }
}

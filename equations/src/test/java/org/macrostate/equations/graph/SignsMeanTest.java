package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

/** Against integrals over one variable after the other, by composite Gauss–Legendre formulas split at the sign's jump. */
class SignsMeanTest {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(24);

    private static double reference(double[] m, double[][] c) {
        int n = m.length;
        if (n == 0) {
            return 1;
        }
        double sigma = Math.sqrt(c[0][0]);
        if (n == 1) {
            return Erf.erf(m[0] / sigma / Math.sqrt(2));
        }
        double jump = Math.max(-9, Math.min(9, -m[0] / sigma));
        return over(jump, 9, m, c, sigma) - over(-9, jump, m, c, sigma);
    }

    private static double over(double a, double b, double[] m, double[][] c, double sigma) {
        int pieces = 1 + (int) (2 * (b - a));
        double total = 0;
        for (int p = 0; p < pieces; p++) {
            double from = a + (b - a) * p / pieces;
            double half = (b - a) / pieces / 2;
            for (int k = 0; k < RULE.getNumberOfPoints(); k++) {
                double z = from + half * (1 + RULE.getPoint(k));
                total += half * RULE.getWeight(k) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * at(z, m, c, sigma);
            }
        }
        return total;
    }

    private static double at(double z, double[] m, double[][] c, double sigma) {
        int n = m.length - 1;
        double[] mean = new double[n];
        double[][] rest = new double[n][n];
        for (int i = 0; i < n; i++) {
            mean[i] = m[i + 1] + c[i + 1][0] / sigma * z;
            for (int j = 0; j < n; j++) {
                rest[i][j] = c[i + 1][j + 1] - c[i + 1][0] * c[j + 1][0] / c[0][0];
            }
        }
        return reference(mean, rest);
    }

    private static double[][] covariance(Random random, int n) {
        double[][] a = new double[n][n];
        double[][] c = new double[n][n];
        for (double[] row : a) {
            for (int k = 0; k < n; k++) {
                row[k] = random.nextGaussian();
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    c[i][j] += a[i][k] * a[j][k];
                }
            }
            c[i][i] += 0.3;
        }
        return c;
    }

    private static double[] means(Random random, int n) {
        return random.doubles(n, -2, 2).toArray();
    }

    @Test
    void two_signs_have_the_bivariate_normal_integral() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            double[] m = means(random, 2);
            double[][] c = covariance(random, 2);
            assertEquals(reference(m, c), OrthantMean.of(m, c), 2e-14);
        }
    }

    @Test
    void three_signs() {
        Random random = new Random(2);
        for (int i = 0; i < 4; i++) {
            double[] m = means(random, 3);
            double[][] c = covariance(random, 3);
            assertEquals(reference(m, c), OrthantMean.of(m, c), 1e-12);
        }
    }

    @Test
    void four_signs() {
        Random random = new Random(3);
        double[] m = means(random, 4);
        double[][] c = covariance(random, 4);
        // Three nested integrals of 24 nodes on some forty pieces each: one case, and one without means.
        assertEquals(fourByThree(m, c), OrthantMean.of(m, c), 1e-11);
        assertEquals(fourByThree(new double[4], c), OrthantMean.of(new double[4], c), 1e-11);
    }

    /** One integral over three signs, which the test before vouches for. */
    private static double fourByThree(double[] m, double[][] c) {
        double sigma = Math.sqrt(c[0][0]);
        double jump = -m[0] / sigma;
        double total = 0;
        for (int side = -1; side <= 1; side += 2) {
            double a = side < 0 ? -9 : jump;
            double b = side < 0 ? jump : 9;
            int pieces = 20;
            for (int p = 0; p < pieces; p++) {
                double from = a + (b - a) * p / pieces;
                double half = (b - a) / pieces / 2;
                for (int k = 0; k < RULE.getNumberOfPoints(); k++) {
                    double z = from + half * (1 + RULE.getPoint(k));
                    double[] mean = new double[3];
                    double[][] rest = new double[3][3];
                    for (int i = 0; i < 3; i++) {
                        mean[i] = m[i + 1] + c[i + 1][0] / sigma * z;
                        for (int j = 0; j < 3; j++) {
                            rest[i][j] = c[i + 1][j + 1] - c[i + 1][0] * c[j + 1][0] / c[0][0];
                        }
                    }
                    double weight = half * RULE.getWeight(k) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
                    total += side * weight * OrthantMean.of(mean, rest);
                }
            }
        }
        return total;
    }

    @Test
    void fields_that_coincide_are_the_limit_of_fields_that_nearly_do() {
        double[] m = {0.3, 0.3, -0.4};
        double[][] c = {{1, 1, 0.2}, {1, 1, 0.2}, {0.2, 0.2, 0.7}};
        assertEquals(Erf.erf(-0.4 / Math.sqrt(1.4)), OrthantMean.of(m, c), 1e-12);
        double rounded = Math.nextUp(1.0);
        double[][] almost = {{1, rounded, 0.2}, {rounded, Math.nextDown(1.0), 0.2}, {0.2, 0.2, 0.7}};
        assertEquals(Erf.erf(-0.4 / Math.sqrt(1.4)), OrthantMean.of(m, almost), 1e-7);
        double[] shifted = {0.3, -0.5};
        double[][] same = {{1, 1}, {1, 1}};
        double between = (Erf.erf(0.3 / Math.sqrt(2)) + Erf.erf(0.5 / Math.sqrt(2))) / 2;
        assertEquals(1 - 2 * between, OrthantMean.of(shifted, same), 1e-14);
        double[][] opposite = {{1, -1}, {-1, 1}};
        double apart = (Erf.erf(0.3 / Math.sqrt(2)) - Erf.erf(0.5 / Math.sqrt(2))) / 2;
        assertEquals(-(1 - 2 * Math.abs(apart)), OrthantMean.of(shifted, opposite), 1e-14);
    }

    @Test
    void derivatives_are_those_of_the_values() {
        Random random = new Random(4);
        for (int n = 1; n <= 4; n++) {
            double[] m = means(random, n);
            double[][] c = covariance(random, n);
            SignsMean function = new SignsMean(n, false);
            ExpressionGraph graph = new ExpressionGraph();
            List<Integer> operands = new ArrayList<>();
            double[] x = new double[function.operands()];
            int next = n;
            for (int i = 0; i < n; i++) {
                x[i] = m[i];
                for (int j = 0; j <= i; j++) {
                    x[next++] = c[i][j];
                }
            }
            for (int i = 0; i < x.length; i++) {
                operands.add(graph.input(Node.Source.STATE, i));
            }
            MultivariateFunction.Evaluation value =
                    function.evaluation(MultivariateFunction.ProgramCompiler.interpreted());
            for (int i = 0; i < x.length; i++) {
                int node = function.derivative(graph, operands, i);
                double[] out = new double[1];
                new Interpreter(Program.of(graph, List.of(node), x.length, 0)).eval(0, x, new double[0], out);
                double step = 1e-3;
                double[] f = new double[4];
                double[] offsets = {-2, -1, 1, 2};
                for (int k = 0; k < 4; k++) {
                    double[] moved = x.clone();
                    moved[i] += offsets[k] * step;
                    f[k] = value.value(moved);
                }
                assertEquals(
                        (f[0] - 8 * f[1] + 8 * f[2] - f[3]) / (12 * step), out[0], 1e-9, n + " signs, operand " + i);
            }
        }
    }
}

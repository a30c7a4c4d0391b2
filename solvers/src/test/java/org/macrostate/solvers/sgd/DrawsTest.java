package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;

class DrawsTest {
    @Test
    void every_run_of_every_dimension_has_a_stream_of_its_own() {
        Set<String> seeds = new HashSet<>();
        for (int dimension = 100; dimension < 120; dimension++) {
            for (int run = 0; run < 100; run++) {
                seeds.add(Arrays.toString(Seeds.of(1, dimension, run, false)));
                seeds.add(Arrays.toString(Seeds.of(1, dimension, run, true)));
                seeds.add(Arrays.toString(Seeds.of(2, dimension, run, false)));
            }
        }
        assertEquals(6000, seeds.size());
    }

    @Test
    void factors_follow_their_laws() {
        LearningProblem critic = Problems.critic();
        Sizes sizes = Sizes.of(critic, Map.of());
        ParameterLayout parameters = new ParameterLayout(critic, sizes);
        FactorDraws factors = new Factors(critic, sizes, parameters, Set.of()).at(parameters.defaults());
        Draws draws = new Draws(Seeds.of(3, 1, 1, false));
        double[] values = new double[4];
        int positive = 0;
        int low = 0;
        double square = 0;
        int count = 100_000;
        for (int k = 0; k < count; k++) {
            factors.draw(draws, values, 1);
            assertTrue(Math.abs(values[1]) == 1 && (values[2] == -2 || values[2] == 0.5));
            positive += values[1] > 0 ? 1 : 0;
            low += values[2] == -2 ? 1 : 0;
            square += values[3] * values[3] / count;
        }
        assertEquals(0.5, (double) positive / count, 4 * 0.5 / Math.sqrt(count));
        assertEquals(0.2, (double) low / count, 4 * 0.4 / Math.sqrt(count));
        assertEquals(1, square, 4 * Math.sqrt(2.0 / count));
    }

    /** Cells of equal probability by Φ, the outermost beyond 3.5 standard deviations; drawn one by one and in blocks. */
    @Test
    void normals_are_normal_in_the_middle_and_in_the_tails() {
        int cells = 5000;
        int count = 2_000_000;
        int[] hits = new int[cells];
        double[] block = new double[1000];
        Draws draws = new Draws(Seeds.of(6, 1, 1, false));
        for (int k = 0; k < count; k += block.length) {
            draws.normals(block, 0, 999);
            block[999] = draws.normal();
            for (double x : block) {
                hits[(int) Math.min(cells - 1, cells * 0.5 * Erf.erfc(-x / Math.sqrt(2)))]++;
            }
        }
        double expected = (double) count / cells;
        double chiSquare = 0;
        for (int hit : hits) {
            chiSquare += (hit - expected) * (hit - expected) / expected;
        }
        // χ² with many degrees of freedom is normal.
        assertEquals(0, (chiSquare - (cells - 1)) / Math.sqrt(2.0 * (cells - 1)), 4.5);
        assertEquals(0, (hits[0] - expected) / Math.sqrt(expected), 4.5);
        assertEquals(0, (hits[cells - 1] - expected) / Math.sqrt(expected), 4.5);
    }

    @Test
    void successive_normals_are_uncorrelated_and_so_are_their_squares() {
        int count = 2_000_000;
        double[] x = new double[count + 8];
        new Draws(Seeds.of(7, 1, 1, false)).normals(x, 0, x.length);
        for (int lag = 1; lag <= 8; lag++) {
            double product = 0;
            double squares = 0;
            for (int k = 0; k < count; k++) {
                product += x[k] * x[k + lag];
                squares += (x[k] * x[k] - 1) * (x[k + lag] * x[k + lag] - 1) / 2;
            }
            assertEquals(0, product / Math.sqrt(count), 4.5, "lag " + lag);
            assertEquals(0, squares / Math.sqrt(count), 4.5, "squares, lag " + lag);
        }
    }

    /** By Kolmogorov and Smirnov against the closed form of the law with two, and with the normal's with one. */
    @Test
    void chi_squares_follow_their_law() {
        int count = 200_000;
        for (int degrees : new int[] {1, 2, 3, 10, 9997}) {
            Draws draws = new Draws(Seeds.of(8, degrees, 1, false));
            double[] values = new double[count];
            for (int k = 0; k < count; k++) {
                values[k] = draws.chiSquare(degrees);
            }
            Arrays.sort(values);
            double distance = 0;
            for (int k = 0; k < count; k++) {
                double law = Gamma.regularizedGammaP(degrees / 2.0, values[k] / 2);
                distance = Math.max(distance, Math.max(law - (double) k / count, (k + 1.0) / count - law));
            }
            // P(√n D > 2.2) = 2 exp(-2 · 2.2²) = 1.3e-4 (N. Smirnov, Ann. Math. Stat. 19, 279, 1948).
            assertTrue(Math.sqrt(count) * distance < 2.2, degrees + " degrees: " + Math.sqrt(count) * distance);
        }
    }

    /** The first output of xoshiro256++ from this state is rotl(1 + 4, 23) + 1 by its definition. */
    @Test
    void the_generator_is_the_published_one() {
        assertEquals(((5L << 23) + 1 >>> 11) * 0x1p-53, new Draws(new long[] {1, 2, 3, 4}).uniform());
    }

    /** Three vectors, in many dimensions, in two, in none; a scale of full rank and one of rank one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7})
    void a_wishart_matrix_is_the_sum_of_products_of_normal_vectors(int degrees) {
        double[][] roots = {{1, 0, 0, 0.5, 2, 0, -1, 0.3, 0.7}, {0, 0, 0, 2, 0, 0, -1, 0, 0}};
        for (double[] root : roots) {
            Draws draws = new Draws(Seeds.of(4, degrees, 1, false));
            double[] scale = product(root);
            Wishart wishart = new Wishart(3, degrees, draws);
            List<double[]> decomposed = new ArrayList<>();
            List<double[]> summed = new ArrayList<>();
            for (int k = 0; k < 4000; k++) {
                double[] drawn = new double[9];
                wishart.addTo(scale, drawn);
                decomposed.add(withSquares(drawn));
                double[] sum = new double[9];
                for (int d = 0; d < degrees; d++) {
                    addOuter(root, draws, sum);
                }
                summed.add(withSquares(sum));
            }
            Moments a = new Moments(decomposed);
            Moments b = new Moments(summed);
            for (int i = 0; i < a.mean.length; i++) {
                double distance = a.variance[i] + b.variance[i] == 0 ? a.mean[i] - b.mean[i] : a.meanDistance(b, i);
                assertEquals(0, distance, 4.5, "moment " + i);
            }
        }
    }

    private static double[] product(double[] root) {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++) {
            for (int k = 0; k < 3; k++) {
                product[i] += root[i / 3 * 3 + k] * root[i % 3 * 3 + k];
            }
        }
        return product;
    }

    private static void addOuter(double[] root, Draws draws, double[] sum) {
        double[] e = {draws.normal(), draws.normal(), draws.normal()};
        double[] y = new double[3];
        for (int i = 0; i < 3; i++) {
            y[i] = root[3 * i] * e[0] + root[3 * i + 1] * e[1] + root[3 * i + 2] * e[2];
        }
        for (int i = 0; i < 9; i++) {
            sum[i] += y[i / 3] * y[i % 3];
        }
    }

    /** The matrix and all products of two of its entries. */
    private static double[] withSquares(double[] matrix) {
        double[] moments = Arrays.copyOf(matrix, 9 + 81);
        for (int i = 0; i < 81; i++) {
            moments[9 + i] = matrix[i / 9] * matrix[i % 9];
        }
        return moments;
    }
}

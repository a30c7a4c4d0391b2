package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        Factors factors = new Factors(critic, Sizes.of(critic, Map.of()));
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

package org.macrostate.solvers.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankRevealingQrTest {
    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7);

    private double[] drawn(int count) {
        return random.doubles(count).map(x -> 2 * x - 1).toArray();
    }

    /** A sum of products of columns and rows. */
    private double[] ofRank(int n, int rank) {
        double[] a = new double[n * n];
        for (int k = 0; k < rank; k++) {
            double[] column = drawn(n);
            double[] row = drawn(n);
            for (int i = 0; i < n * n; i++) {
                a[i] += column[i / n] * row[i % n];
            }
        }
        return a;
    }

    private static void assertOrthonormal(List<double[]> vectors) {
        for (double[] one : vectors) {
            for (double[] other : vectors) {
                assertEquals(one == other ? 1 : 0, Vector.dot(one, other), 1e-12);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"30, 29", "30, 22", "70, 1", "70, 64", "40, 0"})
    void rank_and_null_vectors_are_those_of_a_sum_of_so_many_products(int n, int rank) {
        double[] a = ofRank(n, rank);
        RankRevealingQr qr = new RankRevealingQr(a, n);
        assertEquals(rank, rank == 0 ? qr.sizes()[0] : qr.rank(1e-11));
        assertOrthonormal(qr.lastRight(n - rank));
        assertOrthonormal(qr.lastLeft(n - rank));
        double zero = 1e-11 * Math.max(1, Vector.maxNorm(a));
        qr.lastRight(n - rank).forEach(v -> assertTrue(Vector.maxNorm(Vector.times(a, v)) <= zero));
        qr.lastLeft(n - rank).forEach(v -> assertTrue(Vector.maxNorm(Vector.transposedTimes(a, v)) <= zero));
    }

    /** A = Σ s_k l_k r_kᵀ with orthonormal vectors by reflection: the last s is small and known. */
    @ParameterizedTest
    @CsvSource({"30, 1e-6", "60, 1e-10", "60, 0"})
    void the_smallest_singular_value_and_its_vectors_are_those_the_matrix_is_made_of(int n, double smallest) {
        double[] u = Vector.unit(drawn(n));
        double[] v = Vector.unit(drawn(n));
        double[] a = new double[n * n];
        for (int k = 0; k < n; k++) {
            double size = k == n - 1 ? smallest : 1 + k;
            for (int i = 0; i < n * n; i++) {
                a[i] += size * reflected(u, i / n, k) * reflected(v, i % n, k);
            }
        }
        SingularVectors.Mode mode = new RankRevealingQr(a, n).smallest(2);
        assertEquals(smallest, mode.value(), 1e-13 * n);
        double sameRight = 0;
        double sameLeft = 0;
        for (int i = 0; i < n; i++) {
            sameRight += mode.right()[i] * reflected(v, i, n - 1);
            sameLeft += mode.left()[i] * reflected(u, i, n - 1);
        }
        assertEquals(1, Math.abs(sameRight), 1e-10);
        assertEquals(1, Math.abs(sameLeft), 1e-10);
        assertTrue(sameRight * sameLeft > 0 || smallest == 0, "A r = s l");
    }

    private static double reflected(double[] u, int i, int k) {
        return (i == k ? 1 : 0) - 2 * u[i] * u[k];
    }

    @Test
    void a_singular_system_has_the_solution_of_least_norm() {
        int n = 40;
        int rank = 33;
        double[] a = ofRank(n, rank);
        double[] x = drawn(n);
        double[] b = Vector.times(a, x);
        double[] solved = LinearSystem.solve(a, b);
        assertArrayEquals(b, Vector.times(a, solved), 1e-10 * (1 + Vector.maxNorm(b)));
        for (double[] nothing : new SingularVectors(a, n).lastRight(n - rank)) {
            assertEquals(0, Vector.dot(nothing, solved), 1e-9);
        }
    }
}

package org.macrostate.solvers.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {
    private static double[] rows(RealMatrix a) {
        int n = a.getRowDimension();
        double[] rows = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a.getRow(i), 0, rows, i * n, n);
        }
        return rows;
    }

    /** Second differences on n points have the eigenvalues 2 cos(k π / (n + 1)) − 2. */
    @ParameterizedTest
    @ValueSource(ints = {5, 24, 60, 133})
    void second_differences_have_the_eigenvalues_of_waves(int n) {
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = -2;
            if (i > 0) {
                a[i * n + i - 1] = 1;
                a[(i - 1) * n + i] = 1;
            }
        }
        // rotated as a whole it is symmetric still, but full
        double[] v = new double[n];
        java.util.Arrays.setAll(v, i -> Math.sqrt(2.0 / n) * (i % 3 == 0 ? -1 : 1));
        double[] full = reflected(a, v, n);
        for (double[] matrix : List.of(a, full)) {
            List<Complex> found = Spectrum.of(matrix, n);
            assertEquals(n, found.size());
            for (int k = 1; k <= n; k++) {
                assertEquals(
                        2 * Math.cos(k * Math.PI / (n + 1)) - 2,
                        found.get(k - 1).getRealPart(),
                        1e-12);
                assertEquals(0, found.get(k - 1).getImaginaryPart(), 1e-6);
            }
        }
    }

    /** H A H with H = 1 − v vᵀ, |v|² = 2, symmetric to the last digit. */
    private static double[] reflected(double[] a, double[] v, int n) {
        double[] av = Vector.times(a, v);
        double vav = Vector.dot(v, av);
        double[] h = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                h[i * n + j] = a[i * n + j] - v[i] * av[j] - av[i] * v[j] + vav * v[i] * v[j];
                h[j * n + i] = h[i * n + j];
            }
        }
        return h;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 13, 36})
    void a_matrix_similar_to_known_blocks_has_their_eigenvalues(int n) {
        Random random = new Random(n);
        for (int trial = 0; trial < 20; trial++) {
            double[][] blocks = new double[n][n];
            List<Complex> expected = new java.util.ArrayList<>();
            int i = 0;
            while (i < n) {
                double real = random.nextGaussian();
                blocks[i][i] = real;
                if (i + 1 < n && random.nextBoolean()) {
                    double imaginary = 0.1 + random.nextDouble();
                    blocks[i + 1][i + 1] = real;
                    blocks[i][i + 1] = imaginary;
                    blocks[i + 1][i] = -imaginary;
                    expected.add(new Complex(real, imaginary));
                    expected.add(new Complex(real, -imaginary));
                    i += 2;
                } else {
                    expected.add(new Complex(real));
                    i++;
                }
            }
            double[][] basis = new double[n][n];
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    basis[r][c] = (r == c ? 3 : 0) + 0.3 * random.nextGaussian();
                }
            }
            RealMatrix similarity = new Array2DRowRealMatrix(basis);
            RealMatrix matrix = similarity
                    .multiply(new Array2DRowRealMatrix(blocks))
                    .multiply(new LUDecomposition(similarity).getSolver().getInverse());
            List<Complex> found = Spectrum.of(rows(matrix), n);
            for (Complex value : expected) {
                double nearest = found.stream()
                        .mapToDouble(f -> f.subtract(value).norm())
                        .min()
                        .orElseThrow();
                assertTrue(nearest < 1e-9, "n " + n + ": " + value + " is " + nearest + " from " + found);
            }
        }
    }

    /** Rotations and numbers on the diagonal, couplings above it, places exchanged at random. */
    @Test
    void a_block_triangular_matrix_has_the_eigenvalues_of_its_blocks() {
        int n = 60;
        Random random = new Random(5);
        double[] a = new double[n * n];
        List<Complex> expected = new ArrayList<>();
        for (int k = 0; k < n; k += 3) {
            double real = 2 * random.nextDouble() - 1;
            double turn = 1 + random.nextDouble();
            double single = 3 * random.nextDouble();
            expected.addAll(List.of(new Complex(real, turn), new Complex(real, -turn), new Complex(single)));
            a[k * n + k] = real;
            a[k * n + k + 1] = turn;
            a[(k + 1) * n + k] = -turn;
            a[(k + 1) * n + k + 1] = real;
            a[(k + 2) * n + k + 2] = single;
            for (int j = k + 3; j < n; j++) {
                for (int i = k; i < k + 3; i++) {
                    a[i * n + j] = random.nextDouble() < 0.2 ? 5 * random.nextDouble() : 0;
                }
            }
        }
        int[] places = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            places[i] = places[j];
            places[j] = i;
        }
        double[] mixed = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            mixed[places[i / n] * n + places[i % n]] = a[i];
        }
        List<Complex> found = Spectrum.of(mixed, n);
        for (Complex value : expected) {
            double nearest = found.stream()
                    .mapToDouble(other -> other.subtract(value).norm())
                    .min()
                    .orElseThrow();
            assertEquals(0, nearest, 1e-13);
        }
        assertEquals(n, found.size());
    }

    @Test
    void real_eigenvalues_that_are_close_stay_real() {
        double[] a = {2, 1, 0, 1e-9, 2, 1, 0, 0, -1};
        List<Complex> found = Spectrum.of(a, 3);
        double split = Math.sqrt(1e-9);
        assertEquals(2 + split, found.get(0).getReal(), 1e-12);
        assertEquals(2 - split, found.get(1).getReal(), 1e-12);
        assertEquals(0, found.get(0).getImaginary());
        assertEquals(-1, found.get(2).getReal(), 1e-14);
    }

    @Test
    void eigenvalues_come_by_falling_real_part() {
        Random random = new Random(5);
        double[] a = random.doubles(49).toArray();
        List<Complex> found = Spectrum.of(a, 7);
        assertEquals(
                found.stream()
                        .map(Complex::getReal)
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                found.stream().map(Complex::getReal).toList());
        double trace = 0;
        for (int i = 0; i < 7; i++) {
            trace += a[i * 8];
        }
        assertEquals(trace, found.stream().mapToDouble(Complex::getReal).sum(), 1e-12);
    }

    @Test
    void cyclic_permutations_whose_shifts_stall_converge() {
        for (int n = 3; n < 12; n++) {
            double[] a = new double[n * n];
            for (int i = 0; i < n; i++) {
                a[i * n + (i + 1) % n] = 1;
            }
            for (Complex value : Spectrum.of(a, n)) {
                assertEquals(1, value.norm(), 1e-12, "roots of unity, n " + n);
            }
        }
    }

    /** As at states with many symmetries: Householder reflections of a diagonal, eigenvalues many times over or nearly so. */
    @ParameterizedTest
    @ValueSource(ints = {12, 20, 45})
    void many_equal_and_almost_equal_eigenvalues_converge(int n) {
        Random random = new Random(n);
        for (int trial = 0; trial < 20; trial++) {
            double[] expected = new double[n];
            for (int i = 0; i < n; i++) {
                expected[i] = i < n / 3 ? -0.09 : i < 2 * n / 3 ? -0.09 - 5e-7 : i < n - 2 ? -0.02 : 2;
            }
            double[][] a = new double[n][n];
            for (int i = 0; i < n; i++) {
                a[i][i] = expected[i];
            }
            for (int reflection = 0; reflection < 5; reflection++) {
                a = reflected(a, random.doubles(n).map(x -> x - 0.5).toArray());
            }
            List<Complex> found = Spectrum.of(rows(new Array2DRowRealMatrix(a)), n);
            java.util.Arrays.sort(expected);
            for (int i = 0; i < n; i++) {
                assertEquals(expected[n - 1 - i], found.get(i).getRealPart(), 1e-13, "n " + n + ", trial " + trial);
                assertEquals(0, found.get(i).getImaginaryPart(), 1e-13);
            }
        }
    }

    private static double[][] reflected(double[][] a, double[] v) {
        int n = v.length;
        RealMatrix reflection = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                reflection.setEntry(i, j, (i == j ? 1 : 0) - 2 * v[i] * v[j] / Vector.dot(v, v));
            }
        }
        return reflection
                .multiply(new Array2DRowRealMatrix(a))
                .multiply(reflection)
                .getData();
    }

    @Test
    void elements_that_have_died_out_do_not_matter() {
        double[] a = {1, 1, 0, 1e-320, 2, 1, 1e-310, 1e-323, 3};
        List<Complex> found = new java.util.ArrayList<>(new FrancisIteration(a, 3).eigenvalues());
        found.sort(Comparator.comparingDouble(Complex::getRealPart));
        for (int i = 0; i < 3; i++) {
            assertEquals(1 + i, found.get(i).getRealPart(), 1e-14);
            assertEquals(0, found.get(i).getImaginaryPart(), 0);
        }
    }
}

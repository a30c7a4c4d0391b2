package org.macrostate.solvers.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuFactorsTest {
    private static double[] random(int n, double filled, Random random) {
        double[] a = new double[n * n];
        Arrays.setAll(a, i -> random.nextDouble() < filled ? random.nextGaussian() : 0);
        for (int i = 0; i < n; i++) {
            a[i * n + i] += 2;
        }
        return a;
    }

    /** Sizes about those where panels begin and end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 39, 40, 41, 47, 48, 97, 130})
    void a_system_with_a_known_solution_is_solved(int n) {
        Random random = new Random(n);
        for (double filled : new double[] {1, 0.1}) {
            double[] a = random(n, filled, random);
            double[] x = new double[n];
            Arrays.setAll(x, i -> random.nextGaussian());
            LuFactors factors = new LuFactors(n);
            assertTrue(factors.factor(a));
            assertArrayEquals(x, factors.solve(Vector.times(a, x)), 1e-9);
        }
    }

    /** A permutation of n elements with c cycles has the determinant (−1)^(n − c). */
    @ParameterizedTest
    @ValueSource(ints = {5, 40, 77})
    void the_sign_of_a_permutation_is_that_of_its_cycles(int n) {
        Random random = new Random(n);
        for (int trial = 0; trial < 8; trial++) {
            Integer[] target = new Integer[n];
            Arrays.setAll(target, i -> i);
            java.util.Collections.shuffle(Arrays.asList(target), random);
            double[] a = new double[n * n];
            for (int i = 0; i < n; i++) {
                a[i * n + target[i]] = 1;
            }
            boolean[] seen = new boolean[n];
            int cycles = 0;
            for (int i = 0; i < n; i++) {
                cycles += seen[i] ? 0 : 1;
                for (int at = i; !seen[at]; at = target[at]) {
                    seen[at] = true;
                }
            }
            LuFactors factors = new LuFactors(n);
            assertTrue(factors.factor(a));
            assertEquals((n - cycles) % 2 == 0 ? 1 : -1, factors.sign());
            assertEquals(1, factors.smallestPivot());
        }
    }

    @Test
    void two_equal_equations_leave_no_pivot() {
        double[] a = random(60, 1, new Random(5));
        System.arraycopy(a, 10 * 60, a, 50 * 60, 60);
        LuFactors factors = new LuFactors(60);
        assertTrue(!factors.factor(a) || factors.smallestPivot() < 1e-14);
        Arrays.fill(a, 30 * 60, 31 * 60, 0);
        assertFalse(factors.factor(a));
    }
}

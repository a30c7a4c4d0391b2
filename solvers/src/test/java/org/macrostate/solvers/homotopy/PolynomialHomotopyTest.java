package org.macrostate.solvers.homotopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of solutions are those of the literature or known by hand. */
class PolynomialHomotopyTest {
    /** Coefficients by exponents of so many unknowns, which are added to. */
    private static final class Sum {
        private final int n;
        private final Map<List<Integer>, BigFraction> terms = new HashMap<>();

        Sum(int n) {
            this.n = n;
        }

        /** @param unknowns from 0, as often as their power says */
        Sum plus(BigFraction coefficient, int... unknowns) {
            List<Integer> exponents = new ArrayList<>(Collections.nCopies(n, 0));
            for (int unknown : unknowns) {
                exponents.set(unknown, exponents.get(unknown) + 1);
            }
            terms.merge(List.copyOf(exponents), coefficient, BigFraction::add);
            return this;
        }

        Sum plus(int coefficient, int... unknowns) {
            return plus(new BigFraction(coefficient), unknowns);
        }
    }

    private static PolynomialSolutions solved(List<Sum> sums) {
        return PolynomialHomotopy.solve(sums.stream().map(sum -> sum.terms).toList());
    }

    private static long real(PolynomialSolutions found) {
        return found.solutions().stream()
                .filter(PolynomialSolutions.Solution::isReal)
                .count();
    }

    /** G. Björck and R. Fröberg, J. Symb. Comput. 12, 329 (1991): cyclic 5-roots, of which there are 70. */
    @Test
    void the_seventy_cyclic_roots_of_five_unknowns_are_found() {
        List<Sum> sums = new ArrayList<>();
        for (int length = 1; length < 5; length++) {
            Sum sum = new Sum(5);
            for (int from = 0; from < 5; from++) {
                int[] factors = new int[length];
                for (int k = 0; k < length; k++) {
                    factors[k] = (from + k) % 5;
                }
                sum.plus(1, factors);
            }
            sums.add(sum);
        }
        sums.add(new Sum(5).plus(1, 0, 1, 2, 3, 4).plus(-1));
        PolynomialSolutions found = solved(sums);
        assertEquals(120, found.paths());
        assertEquals(70, found.count());
        assertEquals(50, found.atInfinity());
        assertTrue(found.isComplete(), found.toString());
    }

    /** V. W. Noonburg, SIAM J. Appl. Math. 49, 1779 (1989): a neural network of Lotka–Volterra type; 3ⁿ − 2n solutions. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void the_solutions_of_noonburgs_network_are_found(int n) {
        List<Sum> sums = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Sum sum = new Sum(n).plus(1).plus(new BigFraction(-11, 10), i);
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    sum.plus(1, i, j, j);
                }
            }
            sums.add(sum);
        }
        PolynomialSolutions found = solved(sums);
        assertEquals((int) Math.pow(3, n) - 2 * n, found.count());
        assertTrue(found.isComplete(), found.toString());
    }

    /** S. Katsura, "Spin glass problem by the method of integral equation of the effective field" (1986): 2ⁿ solutions. */
    @Test
    void the_solutions_of_katsuras_spin_glass_are_found() {
        int n = 5;
        List<Sum> sums = new ArrayList<>();
        Sum total = new Sum(n + 1).plus(-1).plus(1, 0);
        for (int i = 1; i <= n; i++) {
            total.plus(2, i);
        }
        sums.add(total);
        for (int m = 0; m < n; m++) {
            Sum sum = new Sum(n + 1).plus(-1, m);
            for (int l = -n; l <= n; l++) {
                if (Math.abs(m - l) <= n) {
                    sum.plus(1, Math.abs(l), Math.abs(m - l));
                }
            }
            sums.add(sum);
        }
        PolynomialSolutions found = solved(sums);
        assertEquals(32, found.count());
        assertTrue(found.isComplete(), found.toString());
    }

    /** Eight quadratic equations with weak couplings: 2⁸ solutions, all of them real, as none of 1.2, …, 2.6 is near zero. */
    @Test
    void all_of_256_real_roots_are_found() {
        int n = 8;
        List<Sum> sums = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int next = (i + 1) % n;
            sums.add(new Sum(n)
                    .plus(new BigFraction(12 + 2 * i, 10))
                    .plus(-1, i, i)
                    .plus(new BigFraction(i + 1, 25), next)
                    .plus(new BigFraction(i + 1, 50), i, next));
        }
        PolynomialSolutions found = solved(sums);
        assertEquals(256, found.count());
        assertEquals(256, real(found));
        assertTrue(found.isComplete(), found.toString());
    }

    /** (x − 3/10)^m (x + 7/10) (x − 11/10) = 0, y = x²: one root of multiplicity m beside two others. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void multiple_roots_away_from_symmetry_have_their_multiplicity(int m) {
        Map<List<Integer>, BigFraction> product = Map.of(List.of(0, 0), BigFraction.ONE);
        for (int k = 0; k < m; k++) {
            product = times(product, new BigFraction(3, 10));
        }
        product = times(times(product, new BigFraction(-7, 10)), new BigFraction(11, 10));
        PolynomialSolutions found =
                PolynomialHomotopy.solve(List.of(product, new Sum(2).plus(1, 1).plus(-1, 0, 0).terms));
        assertTrue(found.isComplete(), found.toString());
        assertEquals(m + 2, found.count());
        PolynomialSolutions.Solution multiple = found.solutions().stream()
                .filter(one -> Math.abs(one.re()[0] - 0.3) < 0.1)
                .findFirst()
                .orElseThrow();
        assertEquals(m, multiple.multiplicity());
        assertTrue(multiple.isReal());
        assertEquals(0.3, multiple.re()[0], 1e-9);
        assertEquals(0.09, multiple.re()[1], 1e-9);
    }

    /** By x − root. */
    private static Map<List<Integer>, BigFraction> times(Map<List<Integer>, BigFraction> polynomial, BigFraction root) {
        Map<List<Integer>, BigFraction> product = new HashMap<>();
        polynomial.forEach((exponents, value) -> {
            product.merge(List.of(exponents.get(0) + 1, exponents.get(1)), value, BigFraction::add);
            product.merge(exponents, value.multiply(root).negate(), BigFraction::add);
        });
        return product;
    }

    /** A. Griewank and M. R. Osborne, SIAM J. Numer. Anal. 20, 747 (1983): Newton's method is driven from the triple root. */
    @Test
    void the_triple_root_that_repels_newtons_method_is_found() {
        PolynomialSolutions found = solved(List.of(
                new Sum(2).plus(new BigFraction(29, 16), 0, 0, 0).plus(-2, 0, 1),
                new Sum(2).plus(1, 1).plus(-1, 0, 0)));
        assertTrue(found.isComplete(), found.toString());
        assertEquals(1, found.solutions().size());
        assertEquals(3, found.solutions().get(0).multiplicity());
        assertEquals(0, found.solutions().get(0).re()[0], 1e-9);
    }

    /** Four lines through the origin by two equations: multiplicity 4 with two null directions. */
    @Test
    void a_root_with_several_null_directions_has_its_multiplicity() {
        PolynomialSolutions found = solved(List.of(
                new Sum(2).plus(1, 0, 0).plus(-1, 1, 1).plus(1, 0, 0, 0),
                new Sum(2).plus(1, 0, 1).plus(1, 1, 1, 1)));
        assertTrue(found.isComplete(), found.toString());
        assertEquals(
                4,
                found.solutions().stream()
                        .filter(one -> Math.abs(one.re()[0]) < 1e-6 && Math.abs(one.re()[1]) < 1e-6)
                        .mapToInt(PolynomialSolutions.Solution::multiplicity)
                        .sum());
        assertEquals(9, found.count() + found.atInfinity());
    }

    /** The unit circle and its centre: the circle is no number of solutions. */
    @Test
    void families_are_told_from_isolated_solutions() {
        PolynomialSolutions found = solved(List.of(
                new Sum(2).plus(1, 0, 0, 0).plus(1, 0, 1, 1).plus(-1, 0),
                new Sum(2).plus(1, 0, 0, 1).plus(1, 1, 1, 1).plus(-1, 1)));
        assertFalse(found.isComplete());
        assertFalse(found.families().isEmpty());
        assertEquals(1, found.solutions().size());
        assertEquals(0, found.solutions().get(0).re()[0], 1e-9);
    }
}

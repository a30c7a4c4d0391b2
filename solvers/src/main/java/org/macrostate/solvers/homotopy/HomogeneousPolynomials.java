package org.macrostate.solvers.homotopy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/**
 * n polynomials with real coefficients, made homogeneous by one more unknown that stands first. A polynomial is scaled so that its
 * largest coefficient is 1. Complex numbers are pairs of doubles. Immutable.
 */
final class HomogeneousPolynomials {
    private final int n;
    private final int[] degrees;
    private final double[][] coefficients;

    /** Of a polynomial's term: unknown, power, unknown, power, … */
    private final int[][][] terms;

    private final int highest;

    /** @param polynomials one an equation: coefficients by exponents of n unknowns; none is zero or constant */
    HomogeneousPolynomials(List<Map<List<Integer>, BigFraction>> polynomials) {
        this.n = polynomials.size();
        this.degrees = new int[n];
        this.coefficients = new double[n][];
        this.terms = new int[n][][];
        int most = 0;
        for (int i = 0; i < n; i++) {
            Map<List<Integer>, BigFraction> polynomial = polynomials.get(i);
            degrees[i] = polynomial.keySet().stream()
                    .mapToInt(HomogeneousPolynomials::degree)
                    .max()
                    .orElse(0);
            most = Math.max(most, degrees[i]);
            BigFraction largest = polynomial.values().stream()
                    .map(BigFraction::abs)
                    .max(BigFraction::compareTo)
                    .orElse(BigFraction.ONE);
            List<int[]> factors = new ArrayList<>();
            List<Double> numbers = new ArrayList<>();
            int of = degrees[i];
            polynomial.forEach((exponents, value) -> {
                factors.add(factors(exponents, of));
                numbers.add(value.divide(largest).doubleValue());
            });
            terms[i] = factors.toArray(int[][]::new);
            coefficients[i] = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }
        this.highest = most;
    }

    static int degree(List<Integer> exponents) {
        return exponents.stream().mapToInt(Integer::intValue).sum();
    }

    private static int[] factors(List<Integer> exponents, int degree) {
        List<Integer> factors = new ArrayList<>();
        int left = degree - degree(exponents);
        if (left > 0) {
            factors.addAll(List.of(0, left));
        }
        for (int k = 0; k < exponents.size(); k++) {
            if (exponents.get(k) > 0) {
                factors.addAll(List.of(k + 1, exponents.get(k)));
            }
        }
        return factors.stream().mapToInt(Integer::intValue).toArray();
    }

    /** n. */
    int count() {
        return n;
    }

    int degree(int equation) {
        return degrees[equation];
    }

    /**
     * Values and derivatives.
     *
     * @param x n + 1 complex numbers
     * @param values n complex numbers, overwritten
     * @param jacobian n rows of n + 1 complex numbers, overwritten
     */
    void at(double[] x, double[] values, double[] jacobian) {
        double[][] powers = powers(x);
        java.util.Arrays.fill(values, 0, 2 * n, 0);
        java.util.Arrays.fill(jacobian, 0, 2 * n * (n + 1), 0);
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < terms[i].length; t++) {
                int[] factors = terms[i][t];
                add(values, 2 * i, coefficients[i][t], factors, -1, powers);
                for (int f = 0; f < factors.length; f += 2) {
                    int place = 2 * (i * (n + 1) + factors[f]);
                    add(jacobian, place, coefficients[i][t] * factors[f + 1], factors, f, powers);
                }
            }
        }
    }

    /** Adds a term, of one of whose factors the power is one less. */
    private static void add(double[] to, int place, double coefficient, int[] factors, int less, double[][] powers) {
        double re = coefficient;
        double im = 0;
        for (int f = 0; f < factors.length; f += 2) {
            int power = f == less ? factors[f + 1] - 1 : factors[f + 1];
            double a = powers[factors[f]][2 * power];
            double b = powers[factors[f]][2 * power + 1];
            double next = re * a - im * b;
            im = re * b + im * a;
            re = next;
        }
        to[place] += re;
        to[place + 1] += im;
    }

    /** x_k to the power 0, 1, … */
    private double[][] powers(double[] x) {
        double[][] powers = new double[n + 1][2 * (highest + 1)];
        for (int k = 0; k <= n; k++) {
            double[] of = powers[k];
            of[0] = 1;
            for (int p = 1; p <= highest; p++) {
                of[2 * p] = of[2 * p - 2] * x[2 * k] - of[2 * p - 1] * x[2 * k + 1];
                of[2 * p + 1] = of[2 * p - 2] * x[2 * k + 1] + of[2 * p - 1] * x[2 * k];
            }
        }
        return powers;
    }
}

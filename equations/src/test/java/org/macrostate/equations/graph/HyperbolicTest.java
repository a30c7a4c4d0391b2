package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HyperbolicTest {
    private static final MathContext DIGITS = new MathContext(40);

    /** By the series of x/1024, squared ten times. */
    private static BigDecimal exponential(double x) {
        BigDecimal small = new BigDecimal(x).divide(new BigDecimal(1024), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 10; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    private static void assertNear(BigDecimal expected, double actual, double x) {
        double difference = expected.subtract(new BigDecimal(actual)).abs().doubleValue();
        assertEquals(0, difference / Math.ulp(expected.doubleValue()), 3, () -> "units in the last place at " + x);
    }

    @Test
    void functions_are_those_of_forty_digits() {
        Random random = new Random(3);
        BigDecimal half = new BigDecimal("0.5");
        for (int i = 0; i < 3000; i++) {
            double x = i % 2 == 0 ? 3 * random.nextGaussian() : Math.pow(10, 2 - 6 * random.nextDouble());
            BigDecimal up = exponential(x);
            BigDecimal down = BigDecimal.ONE.divide(up, DIGITS);
            BigDecimal difference = up.subtract(down, DIGITS);
            BigDecimal sum = up.add(down, DIGITS);
            assertNear(sum.multiply(half), Hyperbolic.cosh(x), x);
            assertNear(difference.multiply(half), Hyperbolic.sinh(x), x);
            assertNear(difference.divide(sum, DIGITS), Hyperbolic.tanh(x), x);
        }
    }

    private static double parts(double expected, double actual) {
        return Double.compare(expected, actual) == 0 ? 0 : actual / expected - 1;
    }

    @Test
    void far_out_they_are_what_they_tend_to() {
        for (double x : new double[] {0, 40, 709, 710.4, 711, 1e308, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertEquals(0, parts(Math.cosh(x), Hyperbolic.cosh(-x)), 1e-15);
            assertEquals(0, parts(Math.sinh(-x), Hyperbolic.sinh(-x)), 1e-15);
            assertEquals(Math.tanh(-x), Hyperbolic.tanh(-x));
        }
    }
}

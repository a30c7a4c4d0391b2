package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.hipparchus.special.Erf;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/** Factors of an expectation, each as an expression and as the function of numbers that it means. */
final class RuleCheck {
    /** High-order quadrature is most of the cost where the same check runs many times, as when rules are mutated. */
    private static final Map<String, Double> EXACT = new ConcurrentHashMap<>();

    private final List<Expression> factors = new ArrayList<>();
    private final List<ToDoubleFunction<double[]>> values = new ArrayList<>();
    private final List<double[]> kinks = new ArrayList<>();

    /** The variable h[i] itself. */
    RuleCheck h(int i) {
        return with(GivenCovariance.h(i), h -> h[i - 1]);
    }

    /** erf(Σ c_i h_i/√2). */
    RuleCheck erf(double... c) {
        Expression argument = form(c).over(Power.sqrt(Expression.of(2)));
        return with(Apply.of(Function.ERF, argument), h -> Erf.erf(dot(c, h) / Math.sqrt(2)));
    }

    /** exp(−a h[i]²/2). */
    RuleCheck bell(int i, int a) {
        Expression square = Power.of(GivenCovariance.h(i), 2);
        Expression exponent = Expression.of(-a).over(Expression.of(2)).times(square);
        return with(Apply.of(Function.EXP, exponent), h -> Math.exp(-a * h[i - 1] * h[i - 1] / 2));
    }

    /** A function with a kink where Σ c_i h_i = 0. */
    RuleCheck kinked(Function function, double... c) {
        kinks.add(c);
        return with(Apply.of(function, form(c)), h -> value(function, dot(c, h)));
    }

    RuleCheck with(Expression factor, ToDoubleFunction<double[]> value) {
        factors.add(factor);
        values.add(value);
        return this;
    }

    List<Expression> factors() {
        return factors;
    }

    /** The value a rule gives. */
    double by(ExpectationRule rule, GivenCovariance covariance) {
        return by(rule, covariance, new KeptParts());
    }

    /** The value a rule gives in parts that it was asked to name. */
    double by(ExpectationRule rule, GivenCovariance covariance, KeptParts parts) {
        var mean = rule.apply(factors, covariance);
        assertTrue(mean.isPresent(), () -> rule.citation() + " does not apply to " + factors);
        return covariance.value(mean.get(), parts);
    }

    /** The mean by independent quadrature. */
    double exact(GivenCovariance covariance) {
        String key = factors + " " + Arrays.deepToString(covariance.matrix());
        return EXACT.computeIfAbsent(key, k -> integrated(covariance));
    }

    private double integrated(GivenCovariance covariance) {
        List<double[]> padded = kinks.stream()
                .map(c -> Arrays.copyOf(c, covariance.matrix().length))
                .toList();
        return ExactMean.kinked(ofUsed(covariance.matrix()), padded, h -> values.stream()
                .mapToDouble(v -> v.applyAsDouble(h))
                .reduce(1, (a, b) -> a * b));
    }

    /** Variables that no factor contains are set to zero, which saves the quadrature their directions. */
    private double[][] ofUsed(double[][] matrix) {
        String text = factors.toString();
        double[][] used = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                boolean both = text.contains(GivenCovariance.h(i + 1).toString())
                        && text.contains(GivenCovariance.h(j + 1).toString());
                used[i][j] = both ? matrix[i][j] : 0;
            }
        }
        return used;
    }

    /** Both, at random covariances of four variables: of full rank and degenerate ones. */
    void assertExact(ExpectationRule rule, double tolerance) {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            int rank = 4 - seed % 3;
            assertAt(GivenCovariance.random(random, 4, rank), rule, tolerance);
        }
        assertAt(coinciding(), rule, tolerance);
    }

    /** Variables one and three, two and four coincide. */
    private static GivenCovariance coinciding() {
        return GivenCovariance.of(new double[][] {{0.7, 0.2}, {-0.3, 0.9}, {0.7, 0.2}, {-0.3, 0.9}});
    }

    private void assertAt(GivenCovariance covariance, ExpectationRule rule, double tolerance) {
        double exact = exact(covariance);
        double byRule = by(rule, covariance);
        assertEquals(
                exact,
                byRule,
                tolerance * Math.max(1, Math.abs(exact)),
                () -> factors + " at " + Arrays.deepToString(covariance.matrix()));
    }

    private static Expression form(double[] c) {
        Expression form = Rational.ZERO;
        for (int i = 0; i < c.length; i++) {
            if (c[i] != 0) {
                form = form.plus(number(c[i]).times(GivenCovariance.h(i + 1)));
            }
        }
        return form;
    }

    /** Quarters, which are exact in both worlds. */
    private static Expression number(double c) {
        return Expression.of(Math.round(4 * c)).over(Expression.of(4));
    }

    private static double dot(double[] c, double[] h) {
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            sum += c[i] * h[i];
        }
        return sum;
    }

    private static double value(Function function, double x) {
        return switch (function) {
            case SIGN -> Math.signum(x);
            case UNIT_STEP -> x >= 0 ? 1 : 0;
            case RAMP -> Math.max(x, 0);
            case ABS -> Math.abs(x);
            default -> throw new IllegalArgumentException(function.text());
        };
    }
}

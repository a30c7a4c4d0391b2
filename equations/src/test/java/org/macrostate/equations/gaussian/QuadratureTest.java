package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

class QuadratureTest {
    private final KeptParts names = new KeptParts();
    private final Quadrature rule = new Quadrature(names, 32);

    private static Expression tanh(Expression argument) {
        return Apply.of(Function.TANH, argument);
    }

    private static final Expression H1 = GivenCovariance.h(1);
    private static final Expression H2 = GivenCovariance.h(2);

    private void assertExact(RuleCheck check, GivenCovariance covariance, double tolerance) {
        assertEquals(check.exact(covariance), check.by(rule, covariance, names), tolerance);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 3, 2, 1})
    void smooth_functions_of_up_to_three_fields_times_polynomials(int rank) {
        GivenCovariance c = GivenCovariance.random(new Random(rank), 4, rank);
        ToDoubleFunction<double[]> t1 = h -> Math.tanh(h[0]);
        assertExact(new RuleCheck().with(tanh(H1), t1), c, 1e-6);
        assertExact(new RuleCheck().with(tanh(H1), t1).h(2), c, 1e-6);
        assertExact(new RuleCheck().with(tanh(H1), t1).h(1).h(3).h(4), c, 1e-6);
        assertExact(
                new RuleCheck()
                        .with(tanh(H1), t1)
                        .with(tanh(H2), h -> Math.tanh(h[1]))
                        .h(3)
                        .h(3),
                c,
                1e-6);
        Expression shifted = H1.plus(H2).plus(Rational.HALF);
        assertExact(
                new RuleCheck()
                        .with(Apply.of(Function.ERF, shifted), h -> org.hipparchus.special.Erf.erf(h[0] + h[1] + 0.5)),
                c,
                1e-7);
    }

    @Test
    void the_logistic_loss_of_a_label_is_exact_on_either_side_of_its_jump() {
        GivenCovariance c = GivenCovariance.random(new Random(3), 2, 2);
        Expression label = Apply.of(Function.SIGN, H2);
        Expression loss = Apply.of(
                Function.LOG,
                Rational.ONE.plus(Apply.of(Function.EXP, label.times(H1).negate())));
        double exact = ExactMean.kinked(
                c.matrix(), List.of(new double[] {0, 1}), h -> Math.log(1 + Math.exp(-Math.signum(h[1]) * h[0])));
        Expression mean = rule.apply(List.of(loss), c).orElseThrow();
        assertEquals(exact, c.value(mean, names), 1e-9);
    }

    @Test
    void a_power_of_a_function_is_integrated() {
        GivenCovariance c = new GivenCovariance(new double[][] {{0.5}});
        assertExact(
                new RuleCheck().with(Power.of(Rational.ONE.plus(Power.of(H1, 2)), -1), h -> 1 / (1 + h[0] * h[0])),
                c,
                1e-3);
        assertExact(
                new RuleCheck().with(Apply.of(Function.COS, Expression.of(2).times(H1)), h -> Math.cos(2 * h[0])),
                c,
                1e-12);
    }

    @Test
    void a_field_of_zero_variance_is_zero() {
        GivenCovariance c = new GivenCovariance(new double[][] {{0, 0}, {0, 1}});
        RuleCheck check = new RuleCheck()
                .with(Apply.of(Function.COSH, H1), h -> Math.cosh(h[0]))
                .with(tanh(H2), h -> Math.tanh(h[1]))
                .h(2);
        assertExact(check, c, 1e-6);
    }

    @Test
    void more_fields_than_four_are_refused_with_count_and_limit() {
        List<Expression> five = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> tanh(GivenCovariance.h(i)))
                .toList();
        BadInput refused = assertThrows(BadInput.class, () -> rule.apply(five, new GivenCovariance(new double[5][5])));
        assertTrue(refused.getMessage().contains("over 5 fields is too much: at most 4"), refused.getMessage());
    }

    /** {@code E[∏ cos h_i] = 2^{−n} Σ_s exp(−sᵀCs/2)} over all signs s. */
    private static double meanOfCosines(double[][] c) {
        int n = c.length;
        double sum = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
            double square = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    square += c[i][j] * ((signs >> i ^ signs >> j) % 2 == 0 ? 1 : -1);
                }
            }
            sum += Math.exp(-square / 2);
        }
        return sum / (1 << n);
    }

    private static Expression cos(int i) {
        return Apply.of(Function.COS, GivenCovariance.h(i));
    }

    @ParameterizedTest
    @CsvSource({"4, 32, 1e-4", "2, 32, 2e-3", "2, 48, 1e-5"})
    void four_fields_have_a_quarter_of_the_nodes_each_and_even_functions_half_of_these(
            int rank, int nodes, double tolerance) {
        GivenCovariance c = GivenCovariance.random(new Random(rank), 4, rank);
        Expression mean = new Quadrature(names, nodes)
                .apply(List.of(cos(1), cos(2), cos(3), cos(4)), c)
                .orElseThrow();
        assertEquals(meanOfCosines(c.matrix()), c.value(mean, names), tolerance);
        assertTrue(names.tables().stream().anyMatch(t -> t.values().size() == nodes / 8));
    }

    @Test
    void three_fields_have_half_of_the_nodes_each() {
        GivenCovariance c = GivenCovariance.random(new Random(3), 3, 3);
        Expression mean = new Quadrature(names, 24)
                .apply(List.of(cos(1), cos(2), cos(3)), c)
                .orElseThrow();
        assertEquals(meanOfCosines(c.matrix()), c.value(mean, names), 1e-7);
        assertTrue(names.tables().stream().anyMatch(t -> t.values().size() == 6));
    }

    @Test
    void an_odd_function_has_mean_zero() {
        GivenCovariance c = GivenCovariance.random(new Random(5), 2, 2);
        Expression odd = Apply.of(Function.ARC_TAN, H1);
        assertEquals(Rational.ZERO, rule.apply(List.of(odd), c).orElseThrow());
        assertEquals(Rational.ZERO, rule.apply(List.of(cos(1), H2), c).orElseThrow());
    }

    @Test
    void three_fields_may_be_integrated_over() {
        GivenCovariance c = GivenCovariance.random(new Random(8), 3, 3);
        Expression product = Rational.ONE;
        double variance = 0;
        for (int i = 1; i <= 3; i++) {
            product = product.times(Apply.of(Function.COSH, GivenCovariance.h(i)));
            variance += c.matrix()[i - 1][i - 1];
        }
        double mixed = 0;
        double[][] m = c.matrix();
        for (int s = -1; s <= 1; s += 2) {
            for (int t = -1; t <= 1; t += 2) {
                mixed += Math.exp(variance / 2 + s * m[0][1] + t * m[0][2] + s * t * m[1][2]) / 4;
            }
        }
        Quadrature few = new Quadrature(names, 24);
        Expression mean = few.apply(product.children(), c).orElseThrow();
        assertEquals(mixed, c.value(mean, names), 1e-10);
    }

    @Test
    void variances_that_are_numbers_need_no_guard() {
        Expression even = Apply.of(Function.COSH, H1).times(Apply.of(Function.COSH, H2));
        GivenCovariance none = new GivenCovariance(new double[0][0]);
        for (double v : new double[] {0, 0.5}) {
            Expression mean =
                    rule.apply(even.children(), new NumericCovariance(v)).orElseThrow();
            assertEquals((Math.exp(1.5 * v) + Math.exp(0.5 * v)) / 2, none.value(mean, names), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 7, 102})
    void a_number_of_nodes_that_is_odd_or_out_of_range_is_refused(int nodes) {
        BadInput refused = assertThrows(BadInput.class, () -> new Quadrature(names, nodes));
        assertTrue(refused.getMessage().endsWith("was " + nodes), refused.getMessage());
    }
}

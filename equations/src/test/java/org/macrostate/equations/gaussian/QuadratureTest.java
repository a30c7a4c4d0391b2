package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
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

    private static final Expression LACK =
            Rational.ONE.minus(Apply.of(Function.SIGN, H2).times(H1));
    private static final Expression HINGE = Apply.of(Function.RAMP, LACK);
    private static final Expression STEP = Apply.of(Function.UNIT_STEP, LACK);

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

    private double mean(Expression factor, double[][] covariance) {
        GivenCovariance c = new GivenCovariance(covariance);
        return c.value(rule.apply(List.of(factor), c).orElseThrow(), names);
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** P(ζ < x). */
    private static double below(double x) {
        return org.hipparchus.special.Erf.erfc(-x / Math.sqrt(2)) / 2;
    }

    /** E[max(h − b, 0)] = s φ(b/s) − b P(ζ < −b/s), s² = E[h²]. */
    @ParameterizedTest
    @ValueSource(ints = {-40, -3, 0, 1, 2, 5, 40})
    void a_kink_away_from_zero_splits_the_integral(int quarters) {
        double b = quarters / 4.0;
        double s = Math.sqrt(0.7);
        Expression shifted =
                Apply.of(Function.RAMP, H1.minus(Expression.of(quarters).over(Expression.of(4))));
        double exact = s * density(b / s) - b * below(-b / s);
        assertEquals(exact, mean(shifted, new double[][] {{0.7}}), 1e-9 * Math.max(1, exact));
    }

    /** E[min(h², d²)] = s² (2 P(ζ < a) − 1 − 2 a φ(a)) + 2 d² P(ζ > a), a = d/s, with its two kinks. */
    @Test
    void both_kinks_of_a_clipped_square_split_the_integral() {
        double s = 1.3;
        double a = 1 / s;
        double exact = s * s * (2 * below(a) - 1 - 2 * a * density(a)) + 2 * below(-a);
        Expression square = Power.of(H1, 2);
        assertEquals(exact, mean(Apply.of(Function.MIN, square, Rational.ONE), new double[][] {{s * s}}), 1e-10);
        Expression inside = Apply.of(Function.LESS, Apply.of(Function.ABS, H1), Rational.ONE);
        Expression chosen = Apply.of(Function.IF, inside, square, Rational.ONE);
        assertEquals(exact, mean(chosen, new double[][] {{s * s}}), 1e-10);
    }

    /** P(sign(y) h < 1) = 2 ∫_0^∞ φ(y) P(ζ < (1 − r y)/√(q − r²)) dy for E[y²] = 1, the step of a hinge loss. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, -0.6})
    void a_kink_that_depends_on_another_field_splits_the_integral(double r) {
        double q = 0.8;
        double exact = 0;
        int steps = 20000;
        for (int i = 0; i < steps; i++) {
            double y = (i + 0.5) * 10 / steps;
            exact += 2 * density(y) * below((1 - r * y) / Math.sqrt(q - r * r)) * 10 / steps;
        }
        Expression margin = Apply.of(Function.SIGN, H2).times(H1);
        Expression step = Apply.of(Function.UNIT_STEP, Rational.ONE.minus(margin));
        assertEquals(exact, mean(step, new double[][] {{q, r}, {r, 1}}), 1e-8);
    }

    @Test
    void a_kink_of_fields_that_coincide_or_vanish_is_no_trouble() {
        assertEquals(1, mean(HINGE, new double[][] {{0, 0}, {0, 1}}), 1e-12);
        // The absolute value of the field, cut off at one.
        double step = 2 * below(1) - 1;
        assertEquals(step, mean(STEP, new double[][] {{1, 1}, {1, 1}}), 1e-12);
        assertEquals(step - 2 * (density(0) - density(1)), mean(HINGE, new double[][] {{1, 1}, {1, 1}}), 1e-12);
        double opposite = 2 * below(0) / 2 + 0.5;
        assertEquals(opposite, mean(STEP, new double[][] {{1, -1}, {-1, 1}}), 1e-12);
    }

    /** Given the teacher's field y > 0, h is normal of mean r y and variance s² = q − r², in panels around y = 1/r. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-8, 1e-5, 1e-3, 0.03, 0.3, 0.7, 1})
    void the_means_of_a_hinge_are_exact_however_close_its_fields_are(double left) {
        for (int sign = -1; sign <= 1; sign += 2) {
            double q = 0.8;
            double s = Math.sqrt(q * left);
            double r = sign * Math.sqrt(q - s * s);
            double hinge = 0;
            double step = 0;
            List<Double> ends = new ArrayList<>(List.of(0.0, 1.0, 3.0, 6.0, 12.0));
            for (int k = -8; k <= 8; k++) {
                ends.add(Math.max(0, Math.min(12, (1 + k * s) / Math.max(1e-9, Math.abs(r)))));
            }
            ends.sort(null);
            for (int p = 0; p + 1 < ends.size(); p++) {
                var rule = new GaussIntegratorFactory().legendre(30, ends.get(p), ends.get(p + 1));
                hinge += rule.integrate(y -> {
                    double u = (1 - r * y) / s;
                    return 2 * density(y) * s * (u * below(u) + density(u));
                });
                step += rule.integrate(y -> 2 * density(y) * below((1 - r * y) / s));
            }
            double[][] c = {{q, r}, {r, 1}};
            assertEquals(hinge, mean(HINGE, c), 1e-10);
            assertEquals(step, mean(STEP, c), 1e-10);
        }
    }

    /** E[sign(h g)] = (2/π) arcsin ρ, with jumps on two lines. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.999999, -0.5, 0, 0.2, 0.9, 0.9999, 1})
    void a_jump_of_a_product_is_one_of_either_factor(double correlation) {
        double c = correlation * Math.sqrt(1.7 * 0.4);
        double mean = mean(Apply.of(Function.SIGN, H1.times(H2)), new double[][] {{1.7, c}, {c, 0.4}});
        assertEquals(2 / Math.PI * Math.asin(correlation), mean, 1e-9);
    }

    /** Σ E|h − b|, with E|h − b| = 2 s φ(b/s) + b (2 P(ζ < b/s) − 1). */
    @Test
    void an_integral_is_split_at_up_to_three_kinks() {
        double s = Math.sqrt(0.7);
        for (int most = 1; most <= 3; most++) {
            Expression sum = Rational.ZERO;
            double exact = 0;
            for (int b : List.of(2, -1, 1).subList(0, most)) {
                sum = sum.plus(Apply.of(Function.ABS, H1.minus(Expression.of(b))));
                exact += 2 * s * density(b / s) + b * (2 * below(b / s) - 1);
            }
            assertEquals(exact, mean(sum, new double[][] {{0.7}}), 1e-12);
        }
    }

    /** E[max(1 − h²/4, 0)] and E[max(1 − |h|/2, 0)] for s = 1: both of |h| up to 2. */
    @Test
    void a_kink_inside_of_a_power_or_a_multiple_splits_the_integral() {
        double inside = 2 * below(2) - 1;
        Expression half = Apply.of(Function.ABS, H1).over(Expression.of(2));
        double square = inside - (inside - 4 * density(2)) / 4;
        assertEquals(square, mean(ramp(Rational.ONE.minus(Power.of(half, 2))), new double[][] {{1}}), 1e-12);
        double linear = inside - (density(0) - density(2));
        assertEquals(linear, mean(ramp(Rational.ONE.minus(half)), new double[][] {{1}}), 1e-12);
    }

    private static Expression ramp(Expression x) {
        return Apply.of(Function.RAMP, x);
    }

    /** E[max(1 − h, 0) erf(g/√2)] given h, where g is normal of mean r h and variance s²: erf(r h/√(2 (1 + s²))). */
    @Test
    void a_kink_of_the_first_of_two_forms_is_not_one_of_the_second() {
        double r = 0.6;
        double q = 0.9;
        double width = Math.sqrt(2 * (1 + q - r * r));
        double exact = 0;
        for (int p = -10; p < 1; p++) {
            exact += new GaussIntegratorFactory()
                    .legendre(40, p, p + 1)
                    .integrate(h -> density(h) * (1 - h) * org.hipparchus.special.Erf.erf(r * h / width));
        }
        Expression erf = Apply.of(Function.ERF, H2.over(Power.sqrt(Expression.of(2))));
        double[][] c = {{1, r}, {r, q}};
        assertEquals(exact, mean(ramp(Rational.ONE.minus(H1)).times(erf), c), 1e-9);
        assertEquals(exact, mean(erf.times(ramp(Rational.ONE.minus(H1))), c), 1e-9);
    }

    /** exp(h + g + s) grows by half the variance of its exponent; here as three functions of one field each. */
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
        Quadrature few = new Quadrature(names, 12);
        Expression mean = few.apply(product.children(), c).orElseThrow();
        assertEquals(mixed, c.value(mean, names), 1e-10);
    }

    @Test
    void a_kink_at_zero_takes_half_lines_and_smooth_functions_the_whole_line() {
        mean(Apply.of(Function.TANH, H1).times(ramp(Expression.of(2).times(H2))), new double[][] {{1, 0}, {0, 1}});
        assertEquals(
                List.of("z_M", "w_M", "z_H", "w_H"),
                names.tables().stream()
                        .map(t -> t.name().replaceAll("_\\d+$", ""))
                        .toList());
        assertTrue(names.tables().stream().allMatch(t -> t.values().size() == 32));
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

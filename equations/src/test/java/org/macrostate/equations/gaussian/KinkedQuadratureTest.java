package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/** A rule holds for every covariance, so that the program of a factor is made once for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KinkedQuadratureTest {
    private static final Expression H1 = GivenCovariance.h(1);
    private static final Expression H2 = GivenCovariance.h(2);

    private static final Expression LACK =
            Rational.ONE.minus(Apply.of(Function.SIGN, H2).times(H1));
    private static final Expression HINGE = Apply.of(Function.RAMP, LACK);
    private static final Expression STEP = Apply.of(Function.UNIT_STEP, LACK);

    private final KeptParts names = new KeptParts();
    private final Quadrature rule = new Quadrature(names, 32);
    private final Map<Expression, Program> means = new HashMap<>();

    private double mean(Expression factor, double[][] covariance) {
        GivenCovariance c = new GivenCovariance(covariance);
        return c.value(means.computeIfAbsent(
                factor, f -> c.program(rule.apply(List.of(f), c).orElseThrow(), names)));
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
        assertEquals(1, mean(STEP, new double[][] {{1, -1}, {-1, 1}}), 1e-12);
    }

    /** Given the teacher's field y > 0, h is normal of mean r y and variance s² = q − r², in panels around y = 1/r. */
    @ParameterizedTest
    @CsvSource({"1e-12,-1", "1e-4,1", "0.03,1", "0.6,-1"})
    void the_means_of_a_hinge_are_exact_however_close_its_fields_are(double left, int sign) {
        double q = 0.8;
        double s = Math.sqrt(q * left);
        double r = sign * Math.sqrt(q - s * s);
        double hinge = 0;
        double step = 0;
        List<Double> ends = new ArrayList<>(List.of(0.0, 1.0, 3.0, 6.0, 12.0));
        for (int k = -8; k <= 8; k++) {
            ends.add(Math.max(0, Math.min(12, (1 + k * s) / Math.max(1e-9, Math.abs(r)))));
        }
        ends = ends.stream().distinct().sorted().toList();
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

    /** E[sign(h g)] = (2/π) arcsin ρ, with jumps on two lines. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.9999, 0, 0.4, 1})
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
        assertEquals(exact, mean(ramp(Rational.ONE.minus(H1)).times(erf), c), 1e-6);
        assertEquals(exact, mean(erf.times(ramp(Rational.ONE.minus(H1))), c), 1e-6);
    }

    /** exp(h + g + s) grows by half the variance of its exponent; here as three functions of one field each. */
    @Test
    void a_kink_at_zero_takes_half_lines_and_smooth_functions_the_whole_line() {
        KeptParts own = new KeptParts();
        Expression factor =
                Apply.of(Function.TANH, H1).times(ramp(Expression.of(2).times(H2)));
        new Quadrature(own, 32).apply(List.of(factor), new GivenCovariance(new double[][] {{1, 0}, {0, 1}}));
        assertEquals(
                List.of("z_M", "w_M", "z_H", "w_H"),
                own.tables().stream()
                        .map(t -> t.name().replaceAll("_\\d+$", ""))
                        .toList());
        assertTrue(own.tables().stream().allMatch(t -> t.values().size() == 32));
    }
}

package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

class QuadratureTest {
    private final WrittenOut names = new WrittenOut();
    private final Quadrature rule = new Quadrature(names, 32);

    private static Expression tanh(Expression argument) {
        return Apply.of(Function.TANH, argument);
    }

    private static final Expression H1 = GivenCovariance.h(1);
    private static final Expression H2 = GivenCovariance.h(2);

    private void assertExact(RuleCheck check, GivenCovariance covariance, double tolerance) {
        assertEquals(check.exact(covariance), check.by(rule, covariance, names.tables()), tolerance);
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
        assertEquals(exact, c.value(mean, names.tables()), 1e-9);
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
    void more_fields_than_three_are_refused_with_count_and_limit() {
        List<Expression> four = List.of(tanh(H1), tanh(H2), tanh(GivenCovariance.h(3)), tanh(GivenCovariance.h(4)));
        BadInput refused = assertThrows(BadInput.class, () -> rule.apply(four, new GivenCovariance(new double[4][4])));
        assertTrue(refused.getMessage().contains("over 4 fields is too much: at most 3"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 7, 102})
    void a_number_of_nodes_that_is_odd_or_out_of_range_is_refused(int nodes) {
        BadInput refused = assertThrows(BadInput.class, () -> new Quadrature(names, nodes));
        assertTrue(refused.getMessage().endsWith("was " + nodes), refused.getMessage());
    }
}

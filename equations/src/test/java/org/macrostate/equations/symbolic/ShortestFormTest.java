package org.macrostate.equations.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.LeafCount;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

class ShortestFormTest {
    private static final Expression RHO = Symbol.parameter("rho");
    private static final Expression ETA = Symbol.parameter("eta");
    private static final Expression LAMBDA = Symbol.parameter("lambda");
    private static final Expression TAU = Symbol.parameter("tau");

    private final FunctionField field = new FunctionField(s -> Sign.POSITIVE);

    @Test
    void a_sum_that_keeps_occurring_is_kept_in_one_piece() {
        Expression k = RHO.plus(ETA);
        Expression threshold =
                Power.of(k, 2).over(Rational.ONE.plus(LAMBDA)).minus(LAMBDA).over(k);
        Expression expected = k.over(Rational.ONE.plus(LAMBDA)).minus(LAMBDA.over(k));
        assertEquals(expected, ShortestForm.of(field.of(threshold)));
    }

    @Test
    void what_is_simple_already_stays() {
        assertEquals(RHO.plus(ETA), ShortestForm.of(field.of(RHO.plus(ETA))));
        assertEquals(Rational.ZERO, ShortestForm.of(field.zero()));
        assertEquals(Power.sqrt(RHO), ShortestForm.of(field.of(Power.sqrt(RHO))));
    }

    @Test
    void a_quotient_of_roots_becomes_one_root() {
        Expression quotient = Power.sqrt(Expression.of(2).times(RHO).minus(TAU))
                .over(Power.sqrt(Expression.of(2).times(RHO)));
        assertEquals("Sqrt[1 - tau/(2 rho)]", ExpressionText.of(ShortestForm.of(field.of(quotient))));
    }

    @Test
    void a_square_is_seen() {
        Expression square = Power.of(RHO.plus(ETA.times(LAMBDA)), 2);
        RationalFunction expanded = field.of(square);
        assertEquals(square, ShortestForm.of(expanded));
    }

    @Test
    void no_random_expression_changes_its_value_or_gets_longer() {
        Random random = new Random(3);
        for (int trial = 0; trial < 40; trial++) {
            RationalFunction f = field.of(FunctionFieldTest.random(random, 3));
            Expression written = ShortestForm.of(f);
            Map<Symbol, Double> point =
                    Map.of(Symbol.parameter("x"), 0.3 + random.nextDouble(), Symbol.parameter("y"), 0.7);
            double expected = f.at(point);
            assertEquals(expected, NumericValue.of(written, point), 1e-8 * (1 + Math.abs(expected)));
            assertTrue(LeafCount.of(written) <= LeafCount.of(f.toExpression()));
        }
    }
}

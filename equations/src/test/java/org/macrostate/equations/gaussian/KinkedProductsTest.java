package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.macrostate.equations.gaussian.GivenCovariance.h;

import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;

class KinkedProductsTest {
    private static final Expression X = h(1);
    private static final Expression Y = h(2);
    private static final Symbol P = new Symbol(Kind.PARAMETER, "p", java.util.List.of());
    private static final Symbol S = new Symbol(Kind.RANDOM, "s", java.util.List.of());

    private static String split(Function function, Expression... arguments) {
        KinkedProducts products = new KinkedProducts(e -> e.equals(X) || e.equals(Y), S::equals);
        return ExpressionText.of(products.in(Apply.of(function, arguments)))
                .replace(ExpressionText.of(X), "x")
                .replace(ExpressionText.of(Y), "y");
    }

    @Test
    void the_sign_of_a_product_is_the_product_of_signs() {
        assertEquals("Sign[x] Sign[y]", split(Function.SIGN, X.times(Y)));
        assertEquals(
                "(1 - Sign[x] Sign[y])/2", split(Function.UNIT_STEP, X.times(Y).negate()));
        assertEquals("Sign[p] Sign[x] Sign[y]", split(Function.SIGN, P.times(X).times(Y)));
        assertEquals("Abs[x] Abs[y]", split(Function.ABS, X.times(Y).negate()));
        assertEquals("(x y + Abs[x] Abs[y])/2", split(Function.RAMP, X.times(Y)));
    }

    @Test
    void even_powers_have_no_sign_and_odd_functions_that_of_their_argument() {
        assertEquals("Sign[y]", split(Function.SIGN, Power.of(X, 2).times(Y)));
        assertEquals("Sign[x] Sign[y]", split(Function.SIGN, Power.of(X, 3).times(Apply.of(Function.SIGN, Y))));
        assertEquals("Sign[x]", split(Function.SIGN, Apply.of(Function.TANH, X)));
        assertEquals("x^2 Abs[y]", split(Function.ABS, Power.of(X, 2).times(Y)));
    }

    @Test
    void case_distinctions_are_steps_and_maxima_ramps() {
        Expression zero = Expression.of(0);
        Expression one = Expression.of(1);
        Expression negative = Apply.of(Function.LESS, X.times(Y), zero);
        assertEquals("1/2 - Sign[x] Sign[y]/2", split(Function.IF, negative, one, zero));
        assertEquals("1 + Ramp[x - 1] - x", split(Function.MAX, zero, one.minus(X)));
        assertEquals("x - Ramp[x - y]", split(Function.MIN, X, Y));
    }

    @Test
    void single_fields_and_factors_that_may_be_zero_stay_as_they_are() {
        assertEquals("UnitStep[p x]", split(Function.UNIT_STEP, P.times(X)));
        assertEquals("Ramp[1 + x]", split(Function.RAMP, X.plus(Expression.of(1))));
        assertEquals("UnitStep[x y s]", split(Function.UNIT_STEP, X.times(Y).times(S)));
        assertEquals("If[p < 0, x, y]", split(Function.IF, Apply.of(Function.LESS, P, Expression.of(0)), X, Y));
    }
}

package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.macrostate.equations.gaussian.GivenCovariance.h;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;

class StepProductsTest {
    private static final Expression U = h(1);
    private static final StepProducts PRODUCTS =
            new StepProducts(new GivenCovariance(new double[][] {{1, 0}, {0, 1}}), e -> false);

    private static String reduced(Expression... factors) {
        Optional<Expression> reduced = PRODUCTS.reduced(List.of(factors));
        return reduced.map(ExpressionText::of).orElse("as it was").replace(ExpressionText.of(U), "u");
    }

    private static Expression of(String function, int scale) {
        return Apply.of(Function.valueOf(function), Expression.of(scale).times(U));
    }

    /** By the values on both sides of zero. */
    @ParameterizedTest
    @CsvSource({
        "UNIT_STEP, 1, UNIT_STEP, -2, 0",
        "UNIT_STEP, -1, RAMP, 1, 0",
        "UNIT_STEP, 3, RAMP, 2, 2 Ramp[u]",
        "UNIT_STEP, -1, RAMP, -2, 2 Ramp[-u]",
        "RAMP, 1, RAMP, -1, 0",
        "SIGN, 1, ABS, 2, 2 u",
        "SIGN, -1, RAMP, 1, -Ramp[u]",
        "ABS, 1, RAMP, 1, Ramp[u]^2",
        "UNIT_STEP, 1, UNIT_STEP, 2, UnitStep[u]",
        "SIGN, 2, UNIT_STEP, -1, -UnitStep[-u]"
    })
    void two_functions_of_one_form_are_one(String f, int a, String g, int b, String expected) {
        assertEquals(expected, reduced(of(f, a), of(g, b)));
    }

    @Test
    void powers_of_steps_are_steps_and_those_of_ramps_are_left() {
        assertEquals("UnitStep[u]", reduced(Power.of(of("UNIT_STEP", 1), 2)));
        assertEquals("as it was", reduced(Power.of(of("RAMP", 1), 2)));
        assertEquals("as it was", reduced(of("SIGN", 1), Apply.of(Function.SIGN, h(2))));
    }

    @Test
    void what_is_reduced_cannot_be_reduced_again() {
        Expression square = PRODUCTS.reduced(List.of(of("SIGN", 1), Power.of(of("ABS", 3), 2)))
                .orElseThrow();
        assertEquals("9 u Abs[u]", ExpressionText.of(square).replace(ExpressionText.of(U), "u"));
        assertEquals("as it was", reduced(Apply.of(Function.ABS, U), U));
    }

    @Test
    void affine_forms_are_told_by_their_zeros() {
        Expression shifted = Expression.of(2).times(U).minus(Expression.of(1));
        assertEquals("0", reduced(Apply.of(Function.UNIT_STEP, shifted), Apply.of(Function.RAMP, shifted.negate())));
        assertEquals("as it was", reduced(Apply.of(Function.UNIT_STEP, shifted), of("RAMP", -1)));
    }
}

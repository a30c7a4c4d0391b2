package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;

/** An exponential may grow like the exponential of a field, not like that of its square. */
class TailGrowthTest {
    private static final Expression H = GivenCovariance.h(1);
    private static final Expression G = GivenCovariance.h(2);
    private static final Expression ROOT = Power.sqrt(Constant.PI);
    private static final GivenCovariance COVARIANCE = new GivenCovariance(new double[][] {{0.1, 0.05}, {0.05, 0.2}});

    private static Expression mean(Expression exponent) {
        return new ClosedForm()
                .apply(List.of(Apply.of(Function.EXP, exponent)), COVARIANCE)
                .orElse(exponent);
    }

    private static void assertRefused(String why, Expression exponent) {
        BadInput refused = assertThrows(BadInput.class, () -> mean(exponent));
        assertEquals("the expectation of Exp[" + COVARIANCE.told(List.of(exponent)) + "] " + why, refused.getMessage());
    }

    @Test
    void squares_with_coefficients_that_are_surely_positive_are_refused() {
        String why = "diverges where the field's variance is large";
        for (Expression positive :
                List.of(Expression.of(1), Expression.of(2), Constant.PI, ROOT, ROOT.times(Expression.of(3)))) {
            assertRefused(why, positive.times(Power.of(H, 2)));
        }
        assertRefused(why, Power.of(H, 2).minus(G.times(H)));
    }

    @Test
    void higher_powers_are_refused_unless_they_make_it_smaller() {
        assertRefused("diverges", Power.of(H, 3));
        assertRefused("diverges", Power.of(H, 3).negate());
        assertRefused("diverges", H.times(Power.of(G, 2)));
        assertRefused("diverges", Power.of(H, 4));
        assertRefused("diverges", Power.of(H, 2).times(Power.of(G, 2)));
        assertDoesNotThrow(() -> mean(Power.of(H, 4).negate()));
        assertDoesNotThrow(() -> mean(Power.of(H, 2).times(Power.of(G, 2)).negate()));
    }

    /** Terms of the highest degree decide together: −(h + g²)² = −h² − 2 h g² − g⁴ is never positive, h³ − h⁴ bounded above. */
    @Test
    void what_highest_terms_hold_down_is_not_refused() {
        Expression square = Power.of(H.plus(Power.of(G, 2)), 2).negate();
        Expression shifted = Power.of(H.plus(G).plus(Power.of(G, 2).minus(Expression.of(1))), 2)
                .negate();
        assertDoesNotThrow(() -> mean(square));
        assertDoesNotThrow(() -> mean(shifted));
        assertDoesNotThrow(() -> mean(Power.of(H, 3).minus(Power.of(H, 4))));
        assertDoesNotThrow(() -> mean(Power.of(H, 4).minus(Power.of(H, 6))));
        assertRefused("diverges", Power.of(H, 4).minus(Power.of(H, 3)));
        assertRefused("diverges", Power.of(H, 5).minus(Power.of(H, 4)));
        assertRefused("diverges", Power.of(H, 4).minus(Power.of(H, 2).times(Power.of(G, 2))));
    }

    /** E[exp(h)] = exp(E[h²]/2) exists, as does E[exp(a h²)] for small a, E[exp(h g)] for small variances. */
    @Test
    void what_may_have_an_expectation_is_not_refused() {
        assertDoesNotThrow(() -> mean(H));
        assertDoesNotThrow(() -> mean(Expression.of(3)));
        assertDoesNotThrow(() -> mean(Symbol.parameter("a").times(Power.of(H, 2))));
        assertDoesNotThrow(() -> mean(Symbol.parameter("a").times(ROOT).times(Power.of(H, 2))));
        assertDoesNotThrow(() -> mean(Power.sqrt(Symbol.parameter("a")).times(Power.of(H, 2))));
        double determinant = 0.95 * 0.95 - 0.1 * 0.2;
        assertEquals(1 / Math.sqrt(determinant), COVARIANCE.value(mean(H.times(G))), 1e-14);
        for (double c : new double[] {1, Math.sqrt(Math.PI)}) {
            Expression number = c == 1 ? Expression.of(1) : ROOT;
            Expression exponent = number.times(Expression.of(-1)).times(Power.of(H, 2));
            assertEquals(1 / Math.sqrt(1 + 2 * c * 0.1), COVARIANCE.value(mean(exponent)), 1e-14);
        }
    }
}

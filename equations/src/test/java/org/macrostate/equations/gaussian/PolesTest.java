package org.macrostate.equations.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** A pole that a field can reach has no mean. */
class PolesTest {
    private static final Expression H = GivenCovariance.h(1);
    private static final Expression G = GivenCovariance.h(2);
    private static final GivenCovariance COVARIANCE =
            new GivenCovariance(new double[][] {{1, 0.5, 0.1}, {0.5, 1, 0.2}, {0.1, 0.2, 1}});

    private static void assertRefused(String message, Expression... factors) {
        Quadrature rule = new Quadrature(new KeptParts(), 8);
        BadInput refused = assertThrows(BadInput.class, () -> rule.apply(List.of(factors), COVARIANCE));
        assertEquals("the expectation of " + message, refused.getMessage());
    }

    private static void assertTaken(Expression factor) {
        assertTrue(new Quadrature(new KeptParts(), 8)
                .apply(List.of(factor), COVARIANCE)
                .isPresent());
    }

    private static Expression exp(Expression x) {
        return Apply.of(Function.EXP, x);
    }

    private static Expression tanh(Expression x) {
        return Apply.of(Function.TANH, x);
    }

    @Test
    void division_by_what_is_linear_in_fields_is_refused() {
        String why = " is not integrable where its denominator vanishes";
        assertRefused("1/h[1] diverges: 1/(h[1])" + why, Power.of(H, -1));
        assertRefused("1/h[1]^3 diverges: 1/(h[1])" + why, Power.of(H, -3));
        Expression shifted = H.minus(G).plus(Rational.ONE);
        assertRefused("h[2]/(1 + h[1] - h[2]) diverges: 1/(1 + h[1] - h[2])" + why, G, Power.of(shifted, -1));
    }

    /** In spherical coordinates of the k conditions that make the denominator zero: ∫ r^(k−1−growth) dr. */
    @Test
    void what_grows_too_fast_at_zeros_of_its_denominator_is_refused() {
        Expression square = Power.of(H, 2);
        Expression squares = square.plus(Power.of(G, 2));
        String why = " diverges: at a distance r from the zeros of ";
        assertRefused(
                "1/(h[1]^2 + h[2]^2)" + why
                        + "h[1]^2 + h[2]^2 it grows like 1/r^2.0, which is not integrable in 2 dimensions",
                Power.of(squares, -1));
        assertRefused("1/h[1]^2 diverges: 1/(h[1]) is not integrable where its denominator vanishes", Power.of(H, -2));
        assertRefused(
                "1/Abs[h[1]] diverges: 1/(h[1]) is not integrable where its denominator vanishes",
                Power.of(Apply.of(Function.ABS, H), -1));
        assertRefused(
                "1/(1 + h[1] h[2])" + why
                        + "1 + h[1] h[2] it grows like 1/r^1.0, which is not integrable in 1 dimension",
                Power.of(Rational.ONE.plus(H.times(G)), -1));
        assertRefused(
                "1/Tanh[h[1]]" + why + "Tanh[h[1]] it grows like 1/r^1.0, which is not integrable in 1 dimension",
                Power.of(tanh(H), -1));
        assertRefused(
                "h[1]/(h[1]^2 + h[2]^2)^(3/2)" + why
                        + "h[1]^2 + h[2]^2 it grows like 1/r^2.0, which is not integrable in 2 dimensions",
                H,
                Power.of(squares, Rational.HALF.minus(Expression.of(2))));
    }

    /** Beyond every power: ∫ Exp[1/h²] dh diverges at 0, and so does ∫ Exp[1/h] dh from one side alone. */
    @Test
    void what_grows_beyond_every_power_is_refused() {
        String linear = " diverges: 1/(h[1]) is not integrable where its denominator vanishes";
        assertRefused("Exp[1/h[1]^2]" + linear, exp(Power.of(H, -2)));
        assertRefused("Exp[1/h[1]]" + linear, exp(Power.of(H, -1)));
        assertRefused("Exp[-1/h[1]]" + linear, exp(Power.of(H, -1).negate()));
        assertRefused(
                "Exp[1/Sqrt[Abs[h[1]]]]" + linear, exp(Power.of(Apply.of(Function.ABS, H), Rational.HALF.negate())));
        Expression squares = Power.of(H, 2).plus(Power.of(G, 2));
        assertRefused(
                "Exp[1/(h[1]^2 + h[2]^2)] diverges: at a distance r from the zeros of h[1]^2 + h[2]^2 it grows faster than"
                        + " 1/r^50, which is not integrable in 2 dimensions",
                exp(Power.of(squares, -1)));
    }

    @Test
    void what_vanishes_beyond_every_power_is_taken() {
        assertTaken(exp(Power.of(H, -2).negate()));
        assertTaken(exp(Power.of(H, -2).negate()).times(Power.of(H, -2)));
        Expression squares = Power.of(H, 2).plus(Power.of(G, 2));
        assertTaken(exp(Power.of(squares, -1).negate()));
    }

    /** 2 Cosh[h] - 2 - h² is h⁴/12 near 0, which rounds to 0 long before h does; its eighth root is that of |h|. */
    @Test
    void a_denominator_that_rounds_to_zero_is_no_growth_beyond_every_power() {
        Expression small = Expression.of(2)
                .times(Apply.of(Function.COSH, H))
                .minus(Expression.of(2))
                .minus(Power.of(H, 2));
        assertTaken(Power.of(Apply.of(Function.ABS, small), Expression.of(-1).over(Expression.of(8))));
    }

    @Test
    void a_pole_is_found_beside_functions_of_every_kind() {
        String linear = " is not integrable where its denominator vanishes";
        Expression two = Expression.of(2);
        for (Expression other : List.of(
                Apply.of(Function.MOD, G, two).plus(Rational.ONE),
                Apply.of(Function.IF, Apply.of(Function.LESS_EQUAL, G, two), two, Rational.ONE),
                Apply.of(
                        Function.IF,
                        Apply.of(
                                Function.OR,
                                Apply.of(Function.LESS, G, two),
                                Apply.of(Function.EQUAL, G, Expression.of(3))),
                        two,
                        Rational.ONE))) {
            Quadrature rule = new Quadrature(new KeptParts(), 8);
            List<Expression> product = List.of(other, Power.of(H, -1));
            BadInput refused = assertThrows(BadInput.class, () -> rule.apply(product, COVARIANCE));
            assertTrue(refused.getMessage().endsWith("1/(h[1])" + linear), refused.getMessage());
        }
    }

    @Test
    void a_tangent_of_a_field_is_refused() {
        Expression tan = Apply.of(Function.TAN, H.plus(G));
        String why = " diverges: Tan[h[1] + h[2]] is not integrable at its poles";
        assertRefused("Tan[h[1] + h[2]]" + why, tan);
        assertRefused(
                "Exp[-Tan[h[1] + h[2]]^2]" + why,
                Apply.of(Function.EXP, Power.of(tan, 2).negate()));
    }

    @Test
    void what_has_no_pole_or_an_integrable_one_is_taken() {
        assertTaken(Power.of(Rational.ONE.plus(Power.of(H, 2)), -1));
        Expression squares = Power.of(H, 2).plus(Power.of(G, 2));
        assertTaken(Power.of(squares, Rational.HALF.negate()));
        assertTaken(Power.of(squares, Expression.of(-3).over(Expression.of(4))));
        assertTaken(Apply.of(Function.LOG, Power.of(H, 2)));
        assertTaken(Power.of(squares.plus(Power.of(GivenCovariance.h(3), 2)), -1));
        assertTaken(Apply.of(Function.SIN, H).times(Power.of(H, -1)));
        assertTaken(tanh(Power.of(H, -1)).times(H));
        assertTaken(Power.of(Expression.of(2).plus(tanh(H)), -1));
        assertTaken(Power.of(Apply.of(Function.ABS, H), Rational.HALF.negate()));
        assertTaken(Power.of(H, Rational.HALF.negate()));
        assertTaken(tanh(H).times(Power.of(Symbol.parameter("a"), -1)));
        assertTaken(tanh(H).times(Apply.of(Function.TAN, Symbol.parameter("a"))));
        assertTaken(Apply.of(Function.COSH, H));
    }
}

package org.macrostate.equations.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** Arithmetic with rational functions and roots: what is zero must be seen to be zero. */
class FunctionFieldTest {
    private static final Symbol X = Symbol.parameter("x");
    private static final Symbol Y = Symbol.parameter("y");

    private final FunctionField field = new FunctionField(s -> Sign.POSITIVE);

    @Test
    void the_geometric_sum_is_its_closed_form() {
        Expression sum = Rational.ZERO;
        for (int n = 0; n < 10; n++) {
            sum = sum.plus(Power.of(X, n));
        }
        Expression closed = Power.of(X, 10).minus(Rational.ONE).over(X.minus(Rational.ONE));
        assertEquals(field.of(sum), field.of(closed));
    }

    @Test
    void the_square_of_a_root_is_what_is_under_it() {
        Expression radicand = X.plus(Y.times(Y));
        assertEquals(field.of(radicand), field.squareRoot(field.of(radicand)).power(2));
    }

    @Test
    void roots_of_numbers_are_brought_together() {
        Expression difference =
                Power.sqrt(Expression.of(8)).minus(Expression.of(2).times(Power.sqrt(Expression.of(2))));
        assertTrue(field.of(difference).isZero());
        Expression product = Power.sqrt(Expression.of(2)).times(Power.sqrt(Expression.of(3)));
        assertEquals(field.of(product), field.of(Power.sqrt(Expression.of(6))));
    }

    @Test
    void a_denominator_with_two_roots_is_made_rational() {
        Expression sum = Power.sqrt(X).plus(Power.sqrt(Y));
        RationalFunction inverse = field.one().over(field.of(sum));
        assertTrue(inverse.times(field.of(sum)).isOne());
        assertTrue(inverse.denominator().generators().stream().allMatch(Symbol.class::isInstance));
    }

    @Test
    void the_square_of_a_sum_of_unknown_sign_stays_under_its_root() {
        FunctionField signless = new FunctionField(s -> Sign.UNKNOWN);
        RationalFunction root = signless.of(Power.sqrt(Power.of(X.minus(Y), 2)));
        assertEquals(1, root.at(Map.of(X, 1.0, Y, 2.0)), 1e-15);
        assertEquals(1, root.at(Map.of(X, 2.0, Y, 1.0)), 1e-15);
    }

    @Test
    void generators_taken_in_later_change_nothing() {
        RationalFunction before = field.of(X.plus(Rational.ONE));
        field.of(Power.sqrt(Y.plus(Rational.ONE)));
        RationalFunction after = field.of(X.plus(Rational.ONE));
        assertEquals(before, after);
        assertEquals(before.hashCode(), after.hashCode());
        assertTrue(before.minus(after).isZero());
    }

    @Test
    void division_by_what_turns_out_to_be_zero_is_refused() {
        Expression zero = Plus.of(
                        Power.of(X.plus(Y), 2),
                        Power.of(X, 2).negate(),
                        Power.of(Y, 2).negate())
                .minus(Expression.of(2).times(X).times(Y));
        assertThrows(ArithmeticException.class, () -> field.of(X.over(zero)));
    }

    @Test
    void a_random_expression_keeps_its_value() {
        Random random = new Random(11);
        for (int trial = 0; trial < 50; trial++) {
            Expression e = random(random, 4);
            Map<Symbol, Double> point = Map.of(X, 0.3 + random.nextDouble(), Y, 0.4 + random.nextDouble());
            double expected = NumericValue.of(e, point);
            if (Double.isFinite(expected) && Math.abs(expected) < 1e6) {
                assertEquals(expected, field.of(e).at(point), 1e-7 * (1 + Math.abs(expected)), e::toString);
            }
        }
    }

    static Expression random(Random random, int depth) {
        if (depth == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> X;
                case 1 -> Y;
                case 2 -> Power.sqrt(X);
                default -> Expression.of(1 + random.nextInt(5));
            };
        }
        Expression a = random(random, depth - 1);
        Expression b = random(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> a.plus(b);
            case 1 -> a.minus(b);
            case 2 -> a.times(b);
            case 3 -> a.over(b.times(b).plus(Rational.ONE));
            default -> Power.of(a, 2);
        };
    }

    @Test
    void signs_follow_from_the_domains_term_by_term() {
        assertEquals(Sign.POSITIVE, field.of(X.times(Y).plus(Rational.ONE)).sign());
        assertEquals(Sign.NEGATIVE, field.of(X.negate().minus(Y)).sign());
        assertEquals(Sign.UNKNOWN, field.of(X.minus(Y)).sign());
        FunctionField nonnegative = new FunctionField(s -> Sign.NONNEGATIVE);
        assertEquals(Sign.NONNEGATIVE, nonnegative.of(X.plus(Y)).sign());
        assertEquals(Sign.POSITIVE, nonnegative.of(X.plus(Rational.ONE)).sign());
        assertFalse(nonnegative.of(X).sign() == Sign.POSITIVE);
    }
}

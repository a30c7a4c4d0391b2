package org.macrostate.equations.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What numbers decide is decided, and nothing else. */
class DecidedTest {
    private static final Expression X = new Symbol(Kind.PARAMETER, "x", List.of());
    private static final Expression Y = new Symbol(Kind.PARAMETER, "y", List.of());
    private static final Expression ONE = Rational.ONE;
    private static final Expression ZERO = Rational.ZERO;
    private static final Expression TWO = Expression.of(2);

    private static Expression less(Expression a, Expression b) {
        return Apply.of(Function.LESS, a, b);
    }

    @Test
    void comparisons_of_numbers_and_of_equals() {
        assertEquals(ONE, less(ONE, TWO));
        assertEquals(ZERO, less(TWO, ONE));
        assertEquals(ZERO, less(X, X));
        assertEquals(ONE, Apply.of(Function.LESS_EQUAL, X, X));
        assertEquals(ONE, Apply.of(Function.EQUAL, TWO, TWO));
        assertEquals(ZERO, Apply.of(Function.EQUAL, ONE, TWO));
        assertEquals(new Apply(Function.EQUAL, List.of(X, TWO)), Apply.of(Function.EQUAL, X, TWO));
    }

    @Test
    void junctions_lose_what_is_decided() {
        Expression open = less(X, Y);
        assertEquals(ZERO, Apply.of(Function.AND, open, less(TWO, ONE)));
        assertEquals(open, Apply.of(Function.AND, less(ONE, TWO), open));
        assertEquals(ONE, Apply.of(Function.OR, open, less(ONE, TWO)));
        assertEquals(open, Apply.of(Function.OR, open, less(TWO, ONE)));
        assertEquals(ONE, Apply.of(Function.NOT, less(TWO, ONE)));
        assertEquals(new Apply(Function.AND, List.of(open, less(Y, X))), Apply.of(Function.AND, open, less(Y, X)));
    }

    @Test
    void choices_take_their_branch() {
        assertEquals(X, Apply.of(Function.IF, less(ONE, TWO), X, Y));
        assertEquals(Y, Apply.of(Function.IF, less(TWO, ONE), X, Y));
        assertEquals(X, Apply.of(Function.IF, less(X, Y), X, X));
    }

    @Test
    void steps_of_numbers() {
        Expression half = Rational.HALF;
        assertEquals(ONE, Apply.of(Function.UNIT_STEP, ZERO));
        assertEquals(ZERO, Apply.of(Function.UNIT_STEP, half.negate()));
        assertEquals(half, Apply.of(Function.RAMP, half));
        assertEquals(ZERO, Apply.of(Function.RAMP, half.negate()));
        assertEquals(ZERO, Apply.of(Function.FLOOR, half));
        assertEquals(Expression.of(-1), Apply.of(Function.FLOOR, half.negate()));
        assertEquals(TWO, Apply.of(Function.FLOOR, TWO));
    }
}

package org.macrostate.equations.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipliedOutTest {
    private static final Expression Q = symbol("Q");
    private static final Expression R = symbol("R");

    private static Expression symbol(String name) {
        return new Symbol(Kind.PARAMETER, name, List.of());
    }

    private static Expression square(Expression e) {
        return e.times(e);
    }

    @Test
    void like_terms_of_different_brackets_add_up() {
        Expression twice = square(R).times(Expression.of(2));
        Expression sum = symbol("a").times(Q.plus(twice)).plus(symbol("a").times(twice));
        assertEquals("a (Q + 4 R^2)", ExpressionText.of(MultipliedOut.ifShorter(sum)));
    }

    @Test
    void what_cancels_is_gone() {
        Expression square = square(Q.plus(R));
        Expression sum =
                square.minus(square(Q)).minus(square(R)).minus(Q.times(R).times(Expression.of(2)));
        assertEquals(Rational.ZERO, MultipliedOut.ifShorter(sum));
    }

    @Test
    void a_product_of_brackets_stays_one() {
        Expression product = Q.plus(R).times(Q.minus(R).plus(Rational.ONE));
        assertSame(product, MultipliedOut.ifShorter(product));
    }

    @ParameterizedTest
    @CsvSource({"2", "60"})
    void functions_and_long_powers_stay_whole(int power) {
        Expression root = Power.of(Q.plus(R), Rational.HALF);
        Expression tall = Power.of(root.plus(Q), power).plus(R);
        assertEquals(tall, MultipliedOut.ifShorter(tall));
    }

    @Test
    void sums_over_indices_are_left_alone() {
        Index k = new Index("k", symbol("M"));
        Expression sum = IndexSum.of(k, new Symbol(Kind.PARAMETER, "x", List.of(k)))
                .plus(Q.plus(R).times(Expression.of(3)))
                .minus(Q.times(Expression.of(3)));
        assertSame(sum, MultipliedOut.ifShorter(sum));
    }
}

package org.macrostate.equations.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

class RealRootsTest {
    private static final Symbol X = new Symbol(Kind.PARAMETER, "x", List.of());
    private static final Symbol A = new Symbol(Kind.PARAMETER, "a", List.of());

    private static List<Double> roots(Expression expression, double a) {
        return RealRoots.of(new FunctionField(s -> Sign.UNKNOWN).of(expression).numerator(), X, Map.of(A, a));
    }

    private static Expression less(Expression root) {
        return Plus.of(X, Times.of(new Rational(new BigFraction(-1)), root));
    }

    @Test
    void roots_of_any_size_are_found() {
        for (double a : new double[] {1, 1e-30, 1e-300, 1e30}) {
            Expression twoAndA = Times.of(
                    less(new Rational(new BigFraction(2))), less(A), Plus.of(X, new Rational(new BigFraction(3))));
            List<Double> roots = roots(twoAndA, a);
            assertEquals(3, roots.size(), roots.toString());
            assertEquals(a, roots.get(a > 2 ? 2 : 1), 1e-15 * a);
            assertEquals(-3, roots.get(0), 1e-15);
        }
    }

    @Test
    void nothing_but_zero_is_a_root_of_a_power() {
        assertEquals(List.of(0.0), roots(Times.of(A, Power.of(X, 3)), 1));
    }

    @Test
    void zero_is_one_root_among_others() {
        assertEquals(
                List.of(-1.0, 0.0, 1.0),
                roots(Plus.of(Power.of(X, 5), Times.of(new Rational(new BigFraction(-1)), Power.of(X, 3))), 1));
    }

    @Test
    void roots_of_one_size_are_told_apart_at_any_scale() {
        Expression pair = Plus.of(Power.of(X, 2), Times.of(new Rational(new BigFraction(-1)), Power.of(A, 2)));
        assertEquals(List.of(-1e-40, 1e-40), roots(pair, 1e-40));
        assertEquals(List.of(-1e120, 1e120), roots(pair, 1e120));
    }

    @Test
    void a_pair_of_complex_numbers_is_no_root() {
        assertEquals(List.of(), roots(Plus.of(Power.of(X, 2), Power.of(A, 2)), 1e-40));
    }

    @Test
    void a_number_has_no_root() {
        assertEquals(List.of(), roots(A, 1));
        assertEquals(List.of(), roots(A, 0));
    }
}

package org.macrostate.equations.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

class PolynomialEquationTest {
    private static final Symbol X = Symbol.parameter("x");
    private static final Symbol A = Symbol.parameter("a");
    private static final Symbol B = Symbol.parameter("b");

    private final FunctionField field = new FunctionField(s -> Sign.POSITIVE);

    private List<RationalFunction> roots(Expression e) {
        PolynomialEquation equation = new PolynomialEquation(field.of(e).numerator(), X);
        return equation.factors().stream()
                .flatMap(f -> equation.roots(f).stream())
                .toList();
    }

    @Test
    void a_linear_equation_is_solved_by_a_quotient() {
        assertEquals(List.of(field.of(B.over(A))), roots(A.times(X).minus(B)));
    }

    @Test
    void an_equation_without_the_unknown_has_no_factors() {
        assertEquals(List.of(), roots(A.times(B).plus(Power.of(A, 2)).minus(B)));
    }

    @Test
    void the_two_roots_of_a_quadratic_add_and_multiply_to_its_coefficients() {
        List<RationalFunction> roots = roots(Power.of(X, 2).plus(A.times(X)).minus(B));
        assertEquals(2, roots.size());
        assertEquals(field.of(A.negate()), roots.get(0).plus(roots.get(1)));
        assertEquals(field.of(B.negate()), roots.get(0).times(roots.get(1)));
    }

    @Test
    void a_quartic_in_the_square_is_solved_by_nested_roots() {
        Expression quartic = Power.of(X, 4).minus(A.times(Power.of(X, 2))).plus(B.over(Expression.of(8)));
        List<RationalFunction> roots = roots(quartic);
        assertEquals(4, roots.size());
        for (RationalFunction root : roots) {
            double x = root.at(Map.of(A, 3.0, B, 1.0));
            assertEquals(0, Math.pow(x, 4) - 3 * x * x + 1.0 / 8, 1e-12);
        }
    }

    @Test
    void a_pure_cube_has_a_cube_root() {
        double root = roots(Power.of(X, 3).minus(A)).get(0).at(Map.of(A, 27.0));
        assertEquals(3, root, 1e-14);
    }

    @Test
    void a_general_cubic_has_no_closed_form_here() {
        Expression cubic = Power.of(X, 3).plus(A.times(X)).plus(B);
        assertTrue(roots(cubic).isEmpty());
    }

    @Test
    void an_unknown_under_a_root_is_found_with_the_conjugate() {
        // sqrt(x + b) = a, where x = a^2 - b
        List<RationalFunction> roots = roots(Power.sqrt(X.plus(B)).minus(A));
        assertEquals(List.of(field.of(A.times(A).minus(B))), roots);
    }

    @Test
    void real_roots_are_found_to_full_precision() {
        Expression product = Rational.ONE;
        for (int i = 1; i <= 10; i++) {
            product = product.times(X.minus(Expression.of(i)));
        }
        List<Double> roots = RealRoots.of(field.of(product).numerator(), X, Map.of());
        assertEquals(10, roots.size());
        for (int i = 1; i <= 10; i++) {
            assertEquals(i, roots.get(i - 1), 0);
        }
        List<Double> irrational = RealRoots.of(field.of(Power.of(X, 2).minus(A)).numerator(), X, Map.of(A, 2.0));
        assertEquals(List.of(-Math.sqrt(2), Math.sqrt(2)), irrational);
        assertTrue(RealRoots.of(field.of(Power.of(X, 2).plus(A)).numerator(), X, Map.of(A, 2.0))
                .isEmpty());
    }
}

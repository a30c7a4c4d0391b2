package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brackets multiplied out, like terms added up and common factors pulled out again, where that makes the expression shorter:
 * {@code a (Q + 2 R²) + 2 a R² = a (Q + 4 R²)}.
 */
public final class MultipliedOut {
    private static final double MOST_TERMS = 100;

    private MultipliedOut() {}

    /** The shorter of the two forms; an expression with sums over indices, or with many terms, is returned as it is. */
    public static Expression ifShorter(Expression expression) {
        if (!(terms(expression) <= MOST_TERMS)) {
            return expression;
        }
        Map<List<Expression>, Expression> coefficients = new LinkedHashMap<>();
        for (Expansion.Monomial m : Expansion.of(expression, MultipliedOut::isAtom)) {
            coefficients.merge(m.factors().stream().sorted().toList(), m.coefficient(), Expression::plus);
        }
        List<Expression> terms = new ArrayList<>();
        coefficients.forEach(
                (factors, coefficient) -> terms.add(Times.of(factors).times(coefficient)));
        Expression out = CommonFactor.everywhere(Plus.of(terms));
        return LeafCount.of(out) < LeafCount.of(expression) ? out : expression;
    }

    private static boolean isAtom(Expression e) {
        return e.children().isEmpty() && !(e instanceof Rational) && !(e instanceof Constant);
    }

    /** How many terms there are at most when all is multiplied out; infinite with a sum over indices. */
    private static double terms(Expression e) {
        if (e instanceof IndexBinder) {
            return Double.POSITIVE_INFINITY;
        }
        if (e instanceof Plus p) {
            return p.terms().stream().mapToDouble(MultipliedOut::terms).sum();
        }
        if (e instanceof Times t) {
            return t.factors().stream().mapToDouble(MultipliedOut::terms).reduce(1, (a, b) -> a * b);
        }
        if (e instanceof Power p
                && p.exponent() instanceof Rational n
                && n.value().signum() > 0) {
            return Math.pow(terms(p.base()), n.value().doubleValue());
        }
        return e.children().stream().mapToDouble(MultipliedOut::terms).max().orElse(1);
    }
}

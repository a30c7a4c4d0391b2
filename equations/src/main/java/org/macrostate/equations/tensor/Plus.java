package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.TimeLimit;

/** A sum of at least two terms, like terms collected; a number in front of a bracket is multiplied out. */
public record Plus(List<Expression> terms) implements Expression {
    public Plus {
        terms = List.copyOf(terms);
    }

    public static Expression of(Expression... terms) {
        return of(Arrays.asList(terms));
    }

    public static Expression of(List<Expression> terms) {
        TimeLimit.check();
        Map<Expression, BigFraction> collected = new TreeMap<>();
        terms.forEach(term -> collect(term, BigFraction.ONE, collected));
        List<Expression> result = new ArrayList<>();
        collected.forEach((rest, coefficient) -> {
            if (coefficient.signum() != 0) {
                result.add(Times.of(new Rational(coefficient), rest));
            }
        });
        if (result.isEmpty()) {
            return Rational.ZERO;
        }
        return result.size() == 1 ? result.get(0) : new Plus(result);
    }

    private static void collect(Expression term, BigFraction times, Map<Expression, BigFraction> collected) {
        Expression rest = Times.withoutNumber(term);
        BigFraction number = Times.number(term).multiply(times);
        if (rest instanceof Plus inner) {
            inner.terms.forEach(t -> collect(t, number, collected));
            return;
        }
        collected.merge(rest, number, BigFraction::add);
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.plus(this);
    }

    @Override
    public List<Expression> children() {
        return terms;
    }
}

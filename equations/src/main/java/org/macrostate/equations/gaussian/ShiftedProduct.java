package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;

/** A coefficient times factors. */
record ShiftedProduct(Expression coefficient, List<ShiftedFactor> factors) {
    static final ShiftedProduct ONE = new ShiftedProduct(Rational.ONE, List.of());

    ShiftedProduct {
        factors = List.copyOf(factors);
    }

    static ShiftedProduct of(ShiftedFactor factor) {
        return new ShiftedProduct(Rational.ONE, List.of(factor));
    }

    /** Without pairs of equal signs: sign² is one. */
    ShiftedProduct times(ShiftedProduct other) {
        List<ShiftedFactor> all = new ArrayList<>(factors);
        for (ShiftedFactor factor : other.factors) {
            boolean pair = factor instanceof ShiftedFactor.Sign && all.remove(factor);
            if (!pair) {
                all.add(factor);
            }
        }
        return new ShiftedProduct(coefficient.times(other.coefficient), all);
    }

    ShiftedProduct times(Expression number) {
        return new ShiftedProduct(coefficient.times(number), factors);
    }

    ShiftedProduct without(ShiftedFactor removed) {
        List<ShiftedFactor> rest = new ArrayList<>(factors);
        rest.remove(removed);
        return new ShiftedProduct(coefficient, rest);
    }

    /** All products of one of these with one of those, like ones together. */
    static List<ShiftedProduct> products(List<ShiftedProduct> some, List<ShiftedProduct> others) {
        Map<List<ShiftedFactor>, Expression> collected = new LinkedHashMap<>();
        for (ShiftedProduct left : some) {
            for (ShiftedProduct right : others) {
                ShiftedProduct product = left.times(right);
                collected.merge(product.factors, product.coefficient, Expression::plus);
            }
        }
        List<ShiftedProduct> result = new ArrayList<>();
        collected.forEach((factors, coefficient) -> {
            if (!coefficient.isZero()) {
                result.add(new ShiftedProduct(coefficient, factors));
            }
        });
        return result;
    }
}

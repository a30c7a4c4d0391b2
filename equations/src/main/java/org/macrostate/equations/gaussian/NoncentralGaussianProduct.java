package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;

/** A coefficient times factors. */
record NoncentralGaussianProduct(Expression coefficient, List<NoncentralGaussianFactor> factors) {
    static final NoncentralGaussianProduct ONE = new NoncentralGaussianProduct(Rational.ONE, List.of());

    NoncentralGaussianProduct {
        factors = List.copyOf(factors);
    }

    static NoncentralGaussianProduct of(NoncentralGaussianFactor factor) {
        return new NoncentralGaussianProduct(Rational.ONE, List.of(factor));
    }

    /** Without pairs of equal signs: sign² is one. */
    NoncentralGaussianProduct times(NoncentralGaussianProduct other) {
        List<NoncentralGaussianFactor> all = new ArrayList<>(factors);
        for (NoncentralGaussianFactor factor : other.factors) {
            boolean pair = factor instanceof NoncentralGaussianFactor.Sign && all.remove(factor);
            if (!pair) {
                all.add(factor);
            }
        }
        return new NoncentralGaussianProduct(coefficient.times(other.coefficient), all);
    }

    NoncentralGaussianProduct times(Expression number) {
        return new NoncentralGaussianProduct(coefficient.times(number), factors);
    }

    NoncentralGaussianProduct without(NoncentralGaussianFactor removed) {
        List<NoncentralGaussianFactor> rest = new ArrayList<>(factors);
        rest.remove(removed);
        return new NoncentralGaussianProduct(coefficient, rest);
    }

    /** All products of one of these with one of those, like ones together. */
    static List<NoncentralGaussianProduct> products(
            List<NoncentralGaussianProduct> some, List<NoncentralGaussianProduct> others) {
        Map<List<NoncentralGaussianFactor>, Expression> collected = new LinkedHashMap<>();
        for (NoncentralGaussianProduct left : some) {
            for (NoncentralGaussianProduct right : others) {
                NoncentralGaussianProduct product = left.times(right);
                collected.merge(product.factors, product.coefficient, Expression::plus);
            }
        }
        List<NoncentralGaussianProduct> result = new ArrayList<>();
        collected.forEach((factors, coefficient) -> {
            if (!coefficient.isZero()) {
                result.add(new NoncentralGaussianProduct(coefficient, factors));
            }
        });
        return result;
    }
}

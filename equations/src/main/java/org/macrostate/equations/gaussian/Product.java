package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;

/** A coefficient times factors. */
record Product(Expression coefficient, List<Factor> factors) {
    static final Product ONE = new Product(Rational.ONE, List.of());

    Product {
        factors = List.copyOf(factors);
    }

    Product times(Product other) {
        List<Factor> all = new ArrayList<>(factors);
        all.addAll(other.factors);
        return new Product(coefficient.times(other.coefficient), all);
    }

    Product times(Expression number) {
        return new Product(coefficient.times(number), factors);
    }

    /** Without one of the factors. */
    List<Factor> without(Factor removed) {
        List<Factor> rest = new ArrayList<>(factors);
        rest.remove(removed);
        return rest;
    }
}

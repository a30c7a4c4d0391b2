package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/** A coefficient times factors. */
record Product(Expression coefficient, List<Factor> factors) {
    static final Product ONE = new Product(Rational.ONE, List.of());

    Product {
        factors = List.copyOf(factors);
    }

    /** Two bells of one form are one narrower bell. */
    Product times(Product other) {
        List<Factor> all = new ArrayList<>(factors);
        for (Factor factor : other.factors) {
            Optional<Factor.Bell> same =
                    factor instanceof Factor.Bell bell ? bellOf(bell.form(), all) : Optional.empty();
            if (same.isPresent()) {
                Expression narrowness =
                        Power.of(same.get().width(), -1).plus(Power.of(((Factor.Bell) factor).width(), -1));
                all.set(all.indexOf(same.get()), new Factor.Bell(factor.form(), Power.of(narrowness, -1)));
            } else {
                all.add(factor);
            }
        }
        return new Product(coefficient.times(other.coefficient), all);
    }

    private static Optional<Factor.Bell> bellOf(LinearForm form, List<Factor> factors) {
        return factors.stream()
                .flatMap(f ->
                        f instanceof Factor.Bell bell && bell.form().equals(form) ? Stream.of(bell) : Stream.empty())
                .findFirst();
    }

    /** Without one of the factors. */
    List<Factor> without(Factor removed) {
        List<Factor> rest = new ArrayList<>(factors);
        rest.remove(removed);
        return rest;
    }
}

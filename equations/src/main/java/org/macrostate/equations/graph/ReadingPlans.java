package org.macrostate.equations.graph;

import java.util.IdentityHashMap;
import java.util.List;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.TermOrder;
import org.macrostate.equations.tensor.Times;

/** In what order sums and products are read, worked out once: an equation is read once for each element of its indices. */
final class ReadingPlans {
    private final IdentityHashMap<Expression, List<Term>> sums = new IdentityHashMap<>();
    private final IdentityHashMap<Expression, Fraction> fractions = new IdentityHashMap<>();

    /** A term without its sign. */
    record Term(boolean negative, Expression size) {}

    /** Factors above and below a fraction bar, and those that decide whether there is anything to compute. */
    record Fraction(List<Delta> deltas, List<Expression> above, List<Expression> below) {}

    List<Term> of(Plus sum) {
        return sums.computeIfAbsent(sum, s -> TermOrder.forReading(sum.terms()).stream()
                .map(ReadingPlans::term)
                .toList());
    }

    private static Term term(Expression term) {
        boolean negative = Times.number(term).signum() < 0;
        return new Term(negative, negative ? term.negate() : term);
    }

    Fraction of(Times product) {
        return fractions.computeIfAbsent(
                product,
                p -> new Fraction(
                        product.factors().stream()
                                .filter(Delta.class::isInstance)
                                .map(Delta.class::cast)
                                .toList(),
                        TermOrder.numerator(product),
                        TermOrder.denominator(product)));
    }
}

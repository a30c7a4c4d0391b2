package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Times;

/**
 * A linear combination of the variables without constant term.
 *
 * @param terms each with exactly one variable as its factor
 */
public record LinearForm(List<Expansion.Monomial> terms) {
    public LinearForm {
        terms = List.copyOf(terms);
    }

    /** The expression as a linear form, if it is one. */
    static Optional<LinearForm> of(Expression expression, Covariance covariance) {
        List<Expansion.Monomial> terms = Expansion.of(expression, covariance::isVariable);
        boolean linear = terms.stream()
                .allMatch(t -> t.factors().size() == 1
                        && covariance.isVariable(t.factors().get(0)));
        return linear ? Optional.of(new LinearForm(terms)) : Optional.empty();
    }

    /** As it is written. */
    Expression expression() {
        return Plus.of(terms.stream()
                .map(t ->
                        IndexSum.of(t.sums(), t.coefficient().times(t.factors().get(0))))
                .toList());
    }

    /** The variable that this form is, if it is one. */
    Optional<Expression> variable() {
        boolean one = terms.size() == 1
                && terms.get(0).sums().isEmpty()
                && terms.get(0).coefficient().isOne();
        return one ? Optional.of(terms.get(0).factors().get(0)) : Optional.empty();
    }

    /** The same form times a number. */
    LinearForm scaled(Expression by) {
        return new LinearForm(terms.stream()
                .map(t -> new Expansion.Monomial(t.sums(), t.coefficient().times(by), t.factors()))
                .toList());
    }

    /** The number in front of the first term; there must be one. */
    Rational leading() {
        return new Rational(Times.number(terms.get(0).coefficient()));
    }

    /** The same but for that number: multiples become equal. */
    LinearForm normal() {
        return scaled(Rational.ONE.over(leading()));
    }

    /** E[this · other]. */
    Expression covariance(LinearForm other, Covariance covariance) {
        List<Expression> products = new ArrayList<>();
        for (Expansion.Monomial a : terms) {
            for (Expansion.Monomial b : other.freshlyIndexed().terms) {
                Expression pair = covariance.of(a.factors().get(0), b.factors().get(0));
                List<Index> sums = new ArrayList<>(a.sums());
                sums.addAll(b.sums());
                products.add(
                        IndexSum.of(sums, a.coefficient().times(b.coefficient()).times(pair)));
            }
        }
        return Plus.of(products);
    }

    /** With sum indices of its own, so that a product with itself is a double sum. */
    private LinearForm freshlyIndexed() {
        return new LinearForm(terms.stream().map(LinearForm::freshlyIndexed).toList());
    }

    private static Expansion.Monomial freshlyIndexed(Expansion.Monomial term) {
        Map<String, IndexTerm> fresh = new HashMap<>();
        List<Index> sums = new ArrayList<>();
        for (Index index : term.sums()) {
            Index copy = Fresh.index(index.extent());
            fresh.put(index.name(), copy);
            sums.add(copy);
        }
        Substitution rename = Substitution.indices(fresh);
        return new Expansion.Monomial(
                sums,
                rename.in(term.coefficient()),
                term.factors().stream().map(rename::in).toList());
    }
}

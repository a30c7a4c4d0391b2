package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;

/**
 * A Gaussian variable with a mean.
 *
 * @param form the centred rest, with at least one term
 */
public record AffineForm(Expression mean, LinearForm form) {
    /** The expression as a constant plus a linear form, if it is that. */
    public static Optional<AffineForm> of(Expression expression, Covariance covariance) {
        List<Expression> constant = new ArrayList<>();
        List<Expansion.Monomial> terms = new ArrayList<>();
        for (Expansion.Monomial m : Expansion.of(expression, covariance::isVariable)) {
            if (m.factors().isEmpty()) {
                constant.add(IndexSum.of(m.sums(), m.coefficient()));
            } else if (m.factors().size() == 1
                    && covariance.isVariable(m.factors().get(0))) {
                terms.add(m);
            } else {
                return Optional.empty();
            }
        }
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(new AffineForm(Plus.of(constant), new LinearForm(terms)));
    }

    /** As it is written. */
    Expression expression() {
        return form.expression().plus(mean);
    }

    AffineForm scaled(Expression by) {
        Expression scaled = mean instanceof Plus p
                ? Plus.of(p.terms().stream().map(by::times).toList())
                : mean.times(by);
        return new AffineForm(scaled, form.scaled(by));
    }

    /** The number in front of the first term. */
    Rational leading() {
        return form.leading();
    }

    /** The same but for that number: forms with the same zero become equal. */
    AffineForm normal() {
        return scaled(Rational.ONE.over(leading()));
    }
}

package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;

/**
 * A named part of a system, so that equations stay readable: a covariance of fields, an averaged kernel.
 *
 * @param name a PIECE symbol's name
 * @param indices the indices {@code value} is an expression in
 * @param value in parameters, order parameters, scalars and earlier pieces
 * @param meaning what it is, in words and formulas of the model's own symbols, for example {@code E[h[k] z[l]]}
 * @param rule the rule that gave its value, with its source; empty for a definition
 * @param numerical true if the rule is a quadrature formula and no closed form
 * @param statistic what it is of fields, in its indices; empty if it is none
 * @param integrand the function of fields whose mean it is, if that is integrated by numbers
 * @param call what function of its fields it is, if others are the same function of theirs
 */
public record NamedTerm(
        String name,
        List<Index> indices,
        Expression value,
        String meaning,
        String rule,
        boolean numerical,
        Optional<Statistic> statistic,
        Optional<Expression> integrand,
        Optional<MomentCall> call) {
    public NamedTerm {
        indices = List.copyOf(indices);
    }

    /** A definition, by no rule and of nothing in particular. */
    public static NamedTerm of(String name, List<Index> indices, Expression value, String meaning) {
        return new NamedTerm(
                name, indices, value, meaning, "", false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, known by a rule. */
    public NamedTerm by(String otherRule, boolean isNumerical) {
        return new NamedTerm(name, indices, value, meaning, otherRule, isNumerical, statistic, integrand, call);
    }

    /** The same as a statistic of fields. */
    public NamedTerm of(Optional<Statistic> fields) {
        return new NamedTerm(name, indices, value, meaning, rule, numerical, fields, integrand, call);
    }

    /** The same as the mean of a function of fields. */
    public NamedTerm integrating(Optional<Expression> function) {
        return new NamedTerm(name, indices, value, meaning, rule, numerical, statistic, function, call);
    }

    /** Whether its value is a sum over nodes of a quadrature formula, which readers want to see last. */
    public boolean hasNodes() {
        return integrand.isPresent() && !(value instanceof Apply a && a.function() == Function.GAUSSIAN_MEAN);
    }

    NamedTerm with(Optional<MomentCall> other) {
        return new NamedTerm(name, indices, value, meaning, rule, numerical, statistic, integrand, other);
    }

    /** For a reader: the mean that it is, where its value is only how that is integrated. */
    public Expression shown() {
        return integrand.<Expression>map(f -> Apply.of(Function.MEAN, f)).orElse(value);
    }
}

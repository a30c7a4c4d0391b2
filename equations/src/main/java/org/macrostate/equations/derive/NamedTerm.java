package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.tensor.Expression;
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
 */
public record NamedTerm(
        String name,
        List<Index> indices,
        Expression value,
        String meaning,
        String rule,
        boolean numerical,
        Optional<Statistic> statistic) {
    public NamedTerm {
        indices = List.copyOf(indices);
    }

    /** What is no statistic of fields. */
    public NamedTerm(
            String name, List<Index> indices, Expression value, String meaning, String rule, boolean numerical) {
        this(name, indices, value, meaning, rule, numerical, Optional.empty());
    }

    /** A definition. */
    public NamedTerm(String name, List<Index> indices, Expression value, String meaning) {
        this(name, indices, value, meaning, "", false);
    }
}

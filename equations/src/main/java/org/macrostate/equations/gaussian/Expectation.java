package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Plus;

/** E[...] of an indexed expression over a fresh sample: expands into monomials and asks the rules, first come first served. */
public final class Expectation {
    private final Covariance covariance;
    private final List<ExpectationRule> rules;
    private final MomentNames names;

    public Expectation(Covariance covariance, List<ExpectationRule> rules, MomentNames names) {
        this.covariance = covariance;
        this.rules = List.copyOf(rules);
        this.names = names;
    }

    /**
     * The expectation, with what contains no random variable kept in one piece.
     *
     * @throws BadInput if no rule applies to a term
     */
    public Expression of(Expression expression) {
        List<Expression> terms = new ArrayList<>();
        for (Expansion.Monomial monomial : Expansion.of(expression, covariance::isVariable)) {
            Expression mean = moment(monomial.factors());
            terms.add(IndexSum.of(monomial.sums(), monomial.coefficient().times(mean)));
        }
        return Plus.of(terms);
    }

    /** Moments of variables themselves stay in covariances; others are worth a name. */
    private Expression moment(List<Expression> factors) {
        boolean polynomial = factors.stream().allMatch(covariance::isVariable);
        return polynomial ? mean(factors).value() : names.named(factors, this::mean);
    }

    private Evaluation mean(List<Expression> factors) {
        for (ExpectationRule rule : rules) {
            Optional<Expression> mean = rule.apply(factors, covariance);
            if (mean.isPresent()) {
                return new Evaluation(mean.get(), rule.citation(), rule.isNumerical());
            }
        }
        throw new BadInput("no rule gives the expectation of "
                + factors.stream().map(ExpressionText::of).collect(Collectors.joining(" ")));
    }
}

package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Derivative;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Times;

/**
 * Stated steps in the limit of small rates: of {@code η A + η² B} there is {@code η A}, and {@code η A/(1 + η B)} is {@code
 * η A}, too. Terms beyond the first order are of the order of the fluctuation terms that the limit drops, and go with them.
 */
final class SmallRates {
    private final Set<Expression> rates;
    private final boolean product;

    private SmallRates(Set<Expression> rates, boolean product) {
        this.rates = rates;
        this.product = product;
    }

    /**
     * The rates of a problem: each parameter in learning rates is one; what multiplies every stated update is, as a whole, one
     * rate, of which a coupling {@code b²} in {@code η b y x − η b² h w} is no second order.
     */
    static SmallRates of(LearningProblem problem) {
        return problem.dynamics() instanceof Dynamics.Updates
                ? new SmallRates(Set.copyOf(Times.factorsOf(new Rates(problem).reference())), true)
                : new SmallRates(new Rates(problem).symbols(), false);
    }

    /** The terms of a step up to first order in every rate. */
    Expression leading(Expression step) {
        List<Expression> kept = new ArrayList<>();
        for (Expansion.Monomial monomial : Expansion.of(step, rates::contains)) {
            Expression term = Rational.ONE;
            for (Expression factor : monomial.factors()) {
                term = term.times(rates.contains(factor) ? factor : leadingFactor(factor));
            }
            if (!term.isZero() && isFirstOrder(term)) {
                kept.add(IndexSum.of(monomial.sums(), monomial.coefficient().times(term)));
            }
        }
        return Plus.of(kept);
    }

    /** A function of rates where they are zero; one that vanishes there is its derivative times the rate. */
    private Expression leadingFactor(Expression factor) {
        if (factor instanceof Power p && rates.contains(p.base())) {
            return factor;
        }
        Expression value = atZero(factor);
        if (!value.isZero()) {
            return value;
        }
        List<Expression> slopes = new ArrayList<>();
        for (Expression rate : rates) {
            slopes.add(rate.times(atZero(Derivative.of(factor, rate))));
        }
        return Plus.of(slopes);
    }

    private Expression atZero(Expression e) {
        return Substitution.atoms(atom -> rates.contains(atom) ? Rational.ZERO : atom)
                .in(e);
    }

    private boolean isFirstOrder(Expression term) {
        return product
                ? rates.isEmpty() || rates.stream().anyMatch(rate -> order(term, rate) <= 1)
                : rates.stream().allMatch(rate -> order(term, rate) <= 1);
    }

    private static double order(Expression term, Expression rate) {
        double order = 0;
        for (Expression factor : Times.factorsOf(term)) {
            if (factor.equals(rate)) {
                order++;
            } else if (factor instanceof Power p && p.base().equals(rate) && p.exponent() instanceof Rational n) {
                order += n.value().doubleValue();
            }
        }
        return order;
    }
}

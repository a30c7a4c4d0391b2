package org.macrostate.equations.gaussian;

import java.util.List;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/** A normal density is positive everywhere: what has a pole at some value of a field has no expectation. */
final class Poles {
    private final Covariance covariance;
    private final String product;

    /** @param factors whose expectation is asked for, for the message */
    Poles(List<Expression> factors, Covariance covariance) {
        this.covariance = covariance;
        this.product = covariance.told(factors);
    }

    /**
     * Looks at a function of fields.
     *
     * @throws BadInput if it is divided by a linear form, or has a tangent of one
     */
    void refuse(Expression e) {
        if (e instanceof Power p
                && p.exponent() instanceof Rational n
                && n.value().doubleValue() <= -1
                && isLinear(p.base())) {
            throw diverges("1/(" + told(p.base()) + ") is not integrable where its denominator vanishes");
        }
        if (e instanceof Apply a && a.function() == Function.TAN && depends(a)) {
            throw diverges(told(a) + " is not integrable at its poles");
        }
        e.children().forEach(this::refuse);
    }

    private BadInput diverges(String why) {
        return new BadInput("the expectation of " + product + " diverges: " + why);
    }

    private String told(Expression e) {
        return covariance.told(List.of(e));
    }

    private boolean depends(Expression e) {
        return Expansion.contains(e, covariance::isVariable);
    }

    private boolean isLinear(Expression base) {
        return depends(base)
                && Expansion.of(base, covariance::isVariable).stream()
                        .allMatch(m ->
                                m.factors().size() <= 1 && m.factors().stream().allMatch(covariance::isVariable));
    }
}

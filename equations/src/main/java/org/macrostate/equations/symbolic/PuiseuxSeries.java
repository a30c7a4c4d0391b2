package org.macrostate.equations.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * The beginning of a fractional power series, {@code Σ_k c_k t^((first + k) / ramification)}.
 *
 * @param small t
 * @param first the lowest exponent is {@code first / ramification}; may be negative
 * @param coefficients free of t; the first is not zero
 */
public record PuiseuxSeries(Symbol small, int first, int ramification, List<RationalFunction> coefficients) {
    public PuiseuxSeries {
        coefficients = List.copyOf(coefficients);
    }

    /** The sum of the terms, each coefficient written for people. */
    public Expression expression() {
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < coefficients.size(); k++) {
            if (!coefficients.get(k).isZero()) {
                Expression power = Power.of(small, new Rational(new BigFraction(first + k, ramification)));
                terms.add(ShortestForm.of(coefficients.get(k)).times(power));
            }
        }
        return Plus.of(terms);
    }

    /** The sum at parameters that give t a positive value; NaN where a coefficient is not real. */
    public double at(Map<Symbol, Double> values) {
        double t = values.getOrDefault(small, Double.NaN);
        double sum = 0;
        for (int k = 0; k < coefficients.size(); k++) {
            sum += coefficients.get(k).at(values) * Math.pow(t, (double) (first + k) / ramification);
        }
        return sum;
    }

    /** The exponent of the first power that was left out. */
    public double omitted() {
        return (double) (first + coefficients.size()) / ramification;
    }
}

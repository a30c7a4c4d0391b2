package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** Fixed-point conditions in index form: each rate less the factors all its terms share and that cannot vanish. */
public final class FixedPointConditions {
    private final OrderParameterSystem system;

    private FixedPointConditions(OrderParameterSystem system) {
        this.system = system;
    }

    /**
     * One condition, {@code vanishing = 0}; the variable's rate is {@code factor · vanishing}.
     *
     * @param factor numbers and parameters that are positive throughout their domains
     */
    public record Condition(StateVariable variable, Expression factor, Expression vanishing) {}

    /** One condition an equation, in the order of the state. */
    public static List<Condition> of(OrderParameterSystem system) {
        FixedPointConditions conditions = new FixedPointConditions(system);
        return system.equations().stream().map(conditions::of).toList();
    }

    private Condition of(Equation equation) {
        Expression factor = commonFactor(equation.rate());
        List<Expression> reduced =
                terms(equation.rate()).stream().map(term -> term.over(factor)).toList();
        Expression vanishing = Plus.of(reduced);
        // A bracket is opened once its factor is gone, and may then share a factor again.
        Expression inner = vanishing.equals(equation.rate()) ? Rational.ONE : commonFactor(vanishing);
        return inner.isOne()
                ? new Condition(equation.variable(), factor, vanishing)
                : new Condition(
                        equation.variable(),
                        factor.times(inner),
                        Plus.of(terms(vanishing).stream()
                                .map(t -> t.over(inner))
                                .toList()));
    }

    private static List<Expression> terms(Expression e) {
        return e instanceof Plus p ? p.terms() : List.of(e);
    }

    private Expression commonFactor(Expression rate) {
        List<Expression> terms = terms(rate);
        if (rate.isZero()) {
            return Rational.ONE;
        }
        Map<Expression, BigFraction> shared = powers(terms.get(0));
        BigFraction number = Times.number(terms.get(0)).abs();
        boolean allNegative = true;
        for (Expression term : terms) {
            Map<Expression, BigFraction> powers = powers(term);
            shared.keySet().retainAll(powers.keySet());
            shared.replaceAll((base, exponent) -> smaller(exponent, powers.getOrDefault(base, exponent)));
            number = commonDivisor(number, Times.number(term).abs());
            allNegative &= Times.number(term).signum() < 0;
        }
        List<Expression> factors = new ArrayList<>();
        factors.add(new Rational(allNegative ? number.negate() : number));
        shared.forEach((base, exponent) -> factors.add(Power.of(base, new Rational(exponent))));
        return Times.of(factors);
    }

    /** Exponents of the positive parameters in a term. */
    private Map<Expression, BigFraction> powers(Expression term) {
        Map<Expression, BigFraction> powers = new TreeMap<>();
        for (Expression factor : Times.factorsOf(term)) {
            Expression base = factor instanceof Power p ? p.base() : factor;
            Expression exponent = factor instanceof Power p ? p.exponent() : Rational.ONE;
            if (base instanceof Symbol s && isPositive(s) && exponent instanceof Rational n) {
                powers.put(s, n.value());
            }
        }
        return powers;
    }

    private boolean isPositive(Symbol symbol) {
        return symbol.kind() == Kind.PARAMETER
                && system.problem()
                        .parameter(symbol.name())
                        .map(p -> p.domain() == Domain.POSITIVE || p.domain() == Domain.UNIT)
                        .orElse(false);
    }

    private static BigFraction smaller(BigFraction a, BigFraction b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static BigFraction commonDivisor(BigFraction a, BigFraction b) {
        java.math.BigInteger above = a.getNumerator()
                .multiply(b.getDenominator())
                .gcd(b.getNumerator().multiply(a.getDenominator()));
        return new BigFraction(above, a.getDenominator().multiply(b.getDenominator()));
    }
}

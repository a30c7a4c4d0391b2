package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * Products of exponentials and of powers of {@code 1 ± Erf} with one exponent: far out, where a bell and {@code 1 + Erf} are both
 * below the smallest number, their quotient {@code Exp[-a] / (1 + Erf[x])} is {@code Exp[-a - Log[1 + Erf[x]]]}; and {@code
 * Exp[x]^2/(1 + Exp[x])^2} is {@code (1 + Exp[-x])^-2}, which does not overflow.
 */
final class Exponents {
    private Exponents() {}

    static Expression joined(Expression product) {
        List<Expression> exponents = new ArrayList<>();
        List<Expression> rest = new ArrayList<>();
        boolean errors = false;
        for (Expression factor : Times.factorsOf(product)) {
            Expression base = factor instanceof Power p ? p.base() : factor;
            Rational power = factor instanceof Power p && p.exponent() instanceof Rational n ? n : Rational.ONE;
            boolean plain = !(factor instanceof Power p) || p.exponent() instanceof Rational;
            if (plain && base instanceof Apply a && a.function() == Function.EXP) {
                exponents.add(power.times(a.arguments().get(0)));
            } else if (plain && power.value().signum() < 0 && isComplement(base)) {
                exponents.add(power.times(Apply.of(Function.LOG, base)));
                errors = true;
            } else {
                rest.add(factor);
            }
        }
        if (errors) {
            rest.add(Apply.of(Function.EXP, Plus.of(exponents)));
            return Times.of(rest);
        }
        return logistic(product);
    }

    /** {@code 1 ± Erf[x]}. */
    private static boolean isComplement(Expression e) {
        if (!(e instanceof Plus p) || p.terms().size() != 2 || !p.terms().contains(Rational.ONE)) {
            return false;
        }
        Expression other = e.minus(Rational.ONE);
        return isError(other) || isError(other.negate());
    }

    private static boolean isError(Expression e) {
        return e instanceof Apply a && a.function() == Function.ERF;
    }

    /** {@code Exp[x]^n} with {@code (1 + Exp[x])^-m}, m ≥ n: n of the latter are of the opposite sign. */
    private static Expression logistic(Expression product) {
        List<Expression> factors = new ArrayList<>(Times.factorsOf(product));
        for (int i = 0; i < factors.size(); i++) {
            Expression exponential = base(factors.get(i));
            int n = exponent(factors.get(i));
            if (n < 1 || !(exponential instanceof Apply a) || a.function() != Function.EXP) {
                continue;
            }
            for (int j = 0; j < factors.size(); j++) {
                int m = -exponent(factors.get(j));
                if (m >= n && base(factors.get(j)).equals(Rational.ONE.plus(exponential))) {
                    Expression opposite = Rational.ONE.plus(
                            Apply.of(Function.EXP, a.arguments().get(0).negate()));
                    factors.set(i, Power.of(opposite, -n));
                    factors.set(j, Power.of(base(factors.get(j)), n - m));
                    break;
                }
            }
        }
        return Times.of(factors);
    }

    private static Expression base(Expression factor) {
        return factor instanceof Power p && isWhole(p.exponent()) ? p.base() : factor;
    }

    private static int exponent(Expression factor) {
        return factor instanceof Power p && isWhole(p.exponent())
                ? ((Rational) p.exponent()).value().getNumeratorAsInt()
                : 1;
    }

    private static boolean isWhole(Expression e) {
        return e instanceof Rational n && n.value().getDenominator().equals(java.math.BigInteger.ONE);
    }
}

package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Times;

/**
 * Centred Gaussian variables may all change sign together: {@code E[f(h)] = E[f(−h)]}. Of two products that are reflections of
 * each other one is kept, so that {@code UnitStep[-(m + h)]} and {@code UnitStep[h - m]} have one mean.
 *
 * @param odd whether the mean is minus that of the factors
 * @param factors with the sign of odd and even functions outside; none of a product that is minus its reflection, whose mean is zero
 */
record Reflection(boolean odd, List<Expression> factors) {
    private static final Set<Function> ODD = Set.of(
            Function.ERF, Function.SIGN, Function.SIN, Function.TAN, Function.SINH, Function.TANH, Function.ARC_TAN);

    private static final Set<Function> EVEN = Set.of(Function.ABS, Function.COS, Function.COSH);

    /** The one of a product and its reflection that has fewer minus signs, first those of variables. */
    static Reflection of(List<Expression> product, Predicate<Expression> variable) {
        Reflection plain = normal(product, variable);
        Reflection reflected = normal(
                product.stream()
                        .map(f -> Substitution.atoms(a -> variable.test(a) ? a.negate() : a)
                                .in(f))
                        .toList(),
                variable);
        if (plain.factors.equals(reflected.factors)) {
            return plain.odd == reflected.odd ? plain : new Reflection(plain.odd, List.of());
        }
        int negated = Integer.compare(reflected.negated(variable), plain.negated(variable));
        int fewer = negated != 0 ? negated : Integer.compare(reflected.minusSigns(), plain.minusSigns());
        boolean other = fewer < 0 || (fewer == 0 && reflected.text().compareTo(plain.text()) < 0);
        return other ? reflected : plain;
    }

    private static Reflection normal(List<Expression> product, Predicate<Expression> variable) {
        boolean odd = false;
        List<Expression> factors = new ArrayList<>();
        for (Expression factor : product) {
            Expression f = distributed(factor, variable);
            Expression leading = f instanceof Plus sum
                    ? sum.terms().stream()
                            .filter(t -> Expansion.contains(t, variable))
                            .findFirst()
                            .orElse(f)
                    : f;
            if (Times.number(leading).signum() < 0) {
                odd = !odd;
                f = distributed(f.negate(), variable);
            }
            factors.add(f);
        }
        return new Reflection(odd, List.copyOf(factors));
    }

    /** Numbers in sums; signs of arguments before odd functions and away from even ones. */
    private static Expression distributed(Expression e, Predicate<Expression> variable) {
        if (!Expansion.contains(e, variable) || e.children().isEmpty() || variable.test(e)) {
            return e;
        }
        Expression inner = Rebuilt.of(e, child -> distributed(child, variable));
        if (inner instanceof Times t
                && t.factors().size() == 2
                && t.factors().get(0) instanceof Rational n
                && t.factors().get(1) instanceof Plus p) {
            return Plus.of(p.terms().stream().map(n::times).toList());
        }
        if (inner instanceof Apply a && (ODD.contains(a.function()) || EVEN.contains(a.function()))) {
            Expression x = a.arguments().get(0);
            Expression first = x instanceof Plus p ? p.terms().get(0) : x;
            if (Times.number(first).signum() < 0) {
                Expression positive = distributed(Rational.ONE.negate().times(x), variable);
                Expression value = Apply.of(a.function(), positive);
                return ODD.contains(a.function()) ? value.negate() : value;
            }
        }
        return inner;
    }

    /** Whether the product is minus its own reflection. */
    boolean vanishes() {
        return factors.isEmpty();
    }

    /** How many variables have a minus sign. */
    private int negated(Predicate<Expression> variable) {
        return factors.stream().mapToInt(f -> negated(f, variable)).sum();
    }

    private static int negated(Expression e, Predicate<Expression> variable) {
        if (variable.test(e) || !Expansion.contains(e, variable)) {
            return 0;
        }
        int own = Times.number(e).signum() < 0 ? 1 : 0;
        return own
                + e.children().stream()
                        .mapToInt(child -> negated(child, variable))
                        .sum();
    }

    private int minusSigns() {
        return (int) text().chars().filter(c -> c == '-').count();
    }

    private String text() {
        return OrderedFactors.of(factors).key();
    }
}

package org.macrostate.equations.derive;

import java.util.List;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** Which factors of a {@link MomentShape} are even or odd in their field with its mean. */
final class FactorParity {
    private FactorParity() {}

    /** A field, or an error function of one. */
    static boolean isOdd(Expression factor) {
        return isField(factor)
                || (factor instanceof Apply a
                        && a.function() == Function.ERF
                        && isMultiple(a.arguments().get(0)));
    }

    /** A field with its mean. */
    private static boolean isField(Expression e) {
        return e instanceof Symbol
                || (e instanceof Plus p
                        && p.terms().stream().allMatch(t -> t instanceof Symbol || t instanceof FieldFunction));
    }

    /** A number times a field with its mean, or times an error function of one. */
    private static boolean isMultiple(Expression e) {
        List<Expression> varying = Times.factorsOf(e).stream()
                .filter(f -> Expansion.contains(f, FactorParity::isPlace))
                .toList();
        return varying.size() == 1 && isOdd(varying.get(0));
    }

    private static boolean isPlace(Expression e) {
        return e instanceof Symbol s && s.kind() == Kind.FIELD;
    }

    /** Even: the exponential of a square. */
    static boolean isBell(Expression factor) {
        return factor instanceof Apply a
                && a.function() == Function.EXP
                && Times.withoutNumber(a.arguments().get(0)) instanceof Power p
                && p.exponent().equals(Expression.of(2))
                && isMultiple(p.base());
    }
}

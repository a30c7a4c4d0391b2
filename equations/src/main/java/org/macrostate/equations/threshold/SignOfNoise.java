package org.macrostate.equations.threshold;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Switches;

/**
 * An integrand in which all kinks are signs and steps of one form of its fields: {@code even + sign(of) odd}, as that of a
 * binary unit with noise.
 *
 * @param even half the sum of the integrands with the sign 1 and −1
 * @param odd half their difference
 */
record SignOfNoise(Expression of, Expression even, Expression odd) {

    /** Empty if there are other kinks, or signs of several forms. */
    static Optional<SignOfNoise> in(Expression body) {
        List<Expression> kinks = Switches.of(body).stream()
                .filter(zero -> Expansion.contains(zero, CollapsedMean::isPlace))
                .toList();
        if (kinks.isEmpty()) {
            return Optional.empty();
        }
        Expression of = kinks.get(0);
        Expression plus = replaced(body, of, 1);
        Expression minus = replaced(body, of, -1);
        boolean others = Switches.of(plus).stream().anyMatch(zero -> Expansion.contains(zero, CollapsedMean::isPlace));
        return others
                ? Optional.empty()
                : Optional.of(new SignOfNoise(
                        of, Rational.HALF.times(plus.plus(minus)), Rational.HALF.times(plus.minus(minus))));
    }

    private static Expression replaced(Expression e, Expression of, int sign) {
        if (e instanceof Apply a && (a.function() == Function.SIGN || a.function() == Function.UNIT_STEP)) {
            Expression argument = a.arguments().get(0);
            int side = argument.equals(of) ? sign : argument.negate().equals(of) ? -sign : 0;
            if (side != 0) {
                return a.function() == Function.SIGN ? Expression.of(side) : Expression.of(side > 0 ? 1 : 0);
            }
        }
        return e.children().isEmpty() ? e : Rebuilt.of(e, child -> replaced(child, of, sign));
    }
}

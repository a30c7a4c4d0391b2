package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/** In products, {@code y Sign[y]} is {@code Abs[y]} and {@code Sign[y]^2} is one: a field is zero with probability zero. */
final class AbsoluteValues {
    private AbsoluteValues() {}

    static Expression in(Expression product) {
        List<Expression> factors = new ArrayList<>(Times.factorsOf(product));
        factors.removeIf(AbsoluteValues::isSquareOfSign);
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i) instanceof Apply sign && sign.function() == Function.SIGN) {
                int other = factors.indexOf(sign.arguments().get(0));
                if (other >= 0) {
                    factors.set(other, Apply.of(Function.ABS, sign.arguments().get(0)));
                    factors.set(i, Rational.ONE);
                }
            }
        }
        return Times.of(factors);
    }

    private static boolean isSquareOfSign(Expression e) {
        return e instanceof Power p
                && p.exponent().equals(Expression.of(2))
                && p.base() instanceof Apply a
                && a.function() == Function.SIGN;
    }
}

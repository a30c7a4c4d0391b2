package org.macrostate.equations.graph;

import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/** Evaluates an extent exactly. */
final class SizeValue {
    private SizeValue() {}

    static int of(Expression extent, Map<String, Integer> values) {
        Expression value = Substitution.atoms(atom -> atom instanceof Symbol s && values.containsKey(s.name())
                        ? Expression.of(values.get(s.name()))
                        : atom)
                .in(extent);
        if (value instanceof Rational r && r.value().getDenominator().equals(java.math.BigInteger.ONE)) {
            return r.value().getNumeratorAsInt();
        }
        throw new BadInput("'" + ExpressionText.of(extent) + "' is no whole number of copies");
    }
}

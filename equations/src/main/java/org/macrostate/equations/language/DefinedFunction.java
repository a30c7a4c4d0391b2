package org.macrostate.equations.language;

import java.util.Set;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/** Functions that are defined by others, so that no further rule is needed for them. */
final class DefinedFunction {
    static final Set<String> NAMES = Set.of("Erfc", "Erfcx", "LogErfc", "LogisticSigmoid", "Softplus", "SiLU", "GELU");

    private DefinedFunction() {}

    static Expression of(String name, Expression x) {
        return switch (name) {
            case "Erfc" -> complement(x);
            case "Erfcx" -> Apply.of(Function.EXP, Power.of(x, 2)).times(complement(x));
            case "LogErfc" -> Apply.of(Function.LOG, complement(x));
            case "LogisticSigmoid" -> logistic(x);
            case "Softplus" -> Apply.of(Function.LOG, Rational.ONE.plus(Apply.of(Function.EXP, x)));
            case "SiLU" -> x.times(logistic(x));
            case "GELU" ->
                x.times(Rational.ONE.plus(Apply.of(Function.ERF, x.over(Power.sqrt(Expression.of(2))))))
                        .times(Rational.HALF);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Expression complement(Expression x) {
        return Rational.ONE.minus(Apply.of(Function.ERF, x));
    }

    private static Expression logistic(Expression x) {
        return Power.of(Rational.ONE.plus(Apply.of(Function.EXP, x.negate())), -1);
    }
}

package org.macrostate.reports.code;

import java.util.List;
import java.util.function.Function;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;

/** Conditions of expressions as conditions of a programming language. */
final class ConditionCode {
    private final CodeSyntax syntax;
    private final Function<Expression, String> value;

    /** @param value of an expression, as an operand of a comparison */
    ConditionCode(CodeSyntax syntax, Function<Expression, String> value) {
        this.syntax = syntax;
        this.value = value;
    }

    /** A condition as the language's own. */
    String of(Expression e) {
        if (!(e instanceof Apply a && a.function().isCondition())) {
            return value.apply(e) + " != " + syntax.whole("0");
        }
        List<Expression> arguments = a.arguments();
        return switch (a.function()) {
            case LESS -> compared(arguments, " < ");
            case LESS_EQUAL -> compared(arguments, " <= ");
            case EQUAL -> syntax.equal(value.apply(arguments.get(0)), value.apply(arguments.get(1)));
            case AND -> syntax.and(arguments.stream().map(this::of).toList());
            case OR -> syntax.or(arguments.stream().map(this::of).toList());
            case NOT -> syntax.not(of(arguments.get(0)));
            default -> throw ExpressionCode.foreign(a);
        };
    }

    private String compared(List<Expression> sides, String sign) {
        return value.apply(sides.get(0)) + sign + value.apply(sides.get(1));
    }
}

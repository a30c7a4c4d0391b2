package org.macrostate.equations.tensor;

import java.util.List;
import java.util.function.UnaryOperator;

/** An expression with other operands, in canonical form again. */
public final class Rebuilt {
    private Rebuilt() {}

    /** The same operation on what {@code change} makes of each operand; an atom is returned as it is. */
    public static Expression of(Expression e, UnaryOperator<Expression> change) {
        return e.match(new ExpressionCases<>() {
            @Override
            public Expression rational(Rational number) {
                return number;
            }

            @Override
            public Expression constant(Constant constant) {
                return constant;
            }

            @Override
            public Expression symbol(Symbol symbol) {
                return symbol;
            }

            @Override
            public Expression overlap(Overlap overlap) {
                return overlap;
            }

            @Override
            public Expression field(Field field) {
                return field;
            }

            @Override
            public Expression fieldFunction(FieldFunction function) {
                return function;
            }

            @Override
            public Expression delta(Delta delta) {
                return delta;
            }

            @Override
            public Expression plus(Plus sum) {
                return Plus.of(all(sum.terms(), change));
            }

            @Override
            public Expression times(Times product) {
                return Times.of(all(product.factors(), change));
            }

            @Override
            public Expression power(Power power) {
                return Power.of(change.apply(power.base()), change.apply(power.exponent()));
            }

            @Override
            public Expression apply(Apply application) {
                return Apply.of(application.function(), all(application.arguments(), change));
            }

            @Override
            public Expression sum(IndexSum sum) {
                return sum.over(sum.index(), change.apply(sum.body()));
            }

            @Override
            public Expression list(IndexList list) {
                return list.over(list.index(), change.apply(list.body()));
            }
        });
    }

    private static List<Expression> all(List<Expression> operands, UnaryOperator<Expression> change) {
        return operands.stream().map(change).toList();
    }
}

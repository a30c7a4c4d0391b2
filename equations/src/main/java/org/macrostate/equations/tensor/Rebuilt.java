package org.macrostate.equations.tensor;

import java.util.List;
import java.util.function.UnaryOperator;

/** An expression with other operands, in canonical form again. */
public final class Rebuilt {
    private Rebuilt() {}

    /** The same operation on what {@code change} makes of each operand; an atom is returned as it is. */
    public static Expression of(Expression e, UnaryOperator<Expression> change) {
        if (e instanceof Plus p) {
            return Plus.of(all(p.terms(), change));
        }
        if (e instanceof Times t) {
            return Times.of(all(t.factors(), change));
        }
        if (e instanceof Power p) {
            return Power.of(change.apply(p.base()), change.apply(p.exponent()));
        }
        if (e instanceof Apply a) {
            return Apply.of(a.function(), all(a.arguments(), change));
        }
        return e instanceof IndexBinder b ? b.over(b.index(), change.apply(b.body())) : e;
    }

    private static List<Expression> all(List<Expression> operands, UnaryOperator<Expression> change) {
        return operands.stream().map(change).toList();
    }
}

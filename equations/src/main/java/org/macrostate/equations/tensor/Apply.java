package org.macrostate.equations.tensor;

import java.util.Arrays;
import java.util.List;

/** A function of expressions. */
public record Apply(Function function, List<Expression> arguments) implements Expression {
    /** How the names of places in a {@link Function#GAUSSIAN_MEAN} begin: {@code field_1}, {@code field_4_3}. */
    public static final String PLACE = "field_";

    public Apply {
        arguments = List.copyOf(arguments);
    }

    public static Expression of(Function function, Expression... arguments) {
        return of(function, Arrays.asList(arguments));
    }

    /** The function's value where it is exact (zero arguments, minima and comparisons of numbers), else the application itself. */
    public static Expression of(Function function, List<Expression> arguments) {
        return Decided.of(function, arguments).orElseGet(() -> new Apply(function, arguments));
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.apply(this);
    }

    @Override
    public List<Expression> children() {
        return arguments;
    }
}

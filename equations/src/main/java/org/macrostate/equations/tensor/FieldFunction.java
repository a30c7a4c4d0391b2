package org.macrostate.equations.tensor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function of fields in the notation of the literature, {@code C[x[k],x[l]|x[j]]}: of x_k and x_l, given x_j. It occurs
 * only in printed formulas, never in computed ones.
 *
 * @param fields what it is of
 * @param given what is known
 */
public record FieldFunction(String name, List<Expression> fields, List<Expression> given) implements Expression {
    public FieldFunction {
        fields = List.copyOf(fields);
        given = List.copyOf(given);
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.fieldFunction(this);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }

    String text() {
        return fields.isEmpty()
                ? name
                : name + "[" + listed(fields) + (given.isEmpty() ? "" : "|" + listed(given)) + "]";
    }

    private static String listed(List<Expression> fields) {
        return fields.stream().map(ExpressionText::of).collect(Collectors.joining(","));
    }
}

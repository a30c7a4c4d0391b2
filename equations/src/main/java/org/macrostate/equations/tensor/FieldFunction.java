package org.macrostate.equations.tensor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function of fields as readers write it, {@code C[x[k],x[l]|x[j]]}: of x_k and x_l, given x_j. Only in what is shown,
 * never in what is computed.
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

package org.macrostate.equations.derive;

import java.util.List;
import java.util.function.UnaryOperator;
import org.macrostate.equations.tensor.Expression;

/**
 * A named part as a {@link MomentFunction} of its fields.
 *
 * @param function its name
 * @param fields in the places of the function's; with their means
 * @param arguments the function's parameters here, in order
 */
public record MomentCall(String function, List<Expression> fields, List<Expression> arguments) {
    public MomentCall {
        fields = List.copyOf(fields);
        arguments = List.copyOf(arguments);
    }

    MomentCall named(String other) {
        return new MomentCall(other, fields, arguments);
    }

    MomentCall with(UnaryOperator<Expression> change) {
        return new MomentCall(
                function,
                fields.stream().map(change).toList(),
                arguments.stream().map(change).toList());
    }
}

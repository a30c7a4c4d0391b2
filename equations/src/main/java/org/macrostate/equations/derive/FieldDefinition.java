package org.macrostate.equations.derive;

import java.util.List;
import org.macrostate.equations.tensor.Expression;

/**
 * What a function stands for in formulas.
 *
 * @param left the function
 * @param right in simpler ones
 * @param where what is to be said of it, with {@code {}} in place of formulas; may be empty
 * @param formulas of {@code where}, in order
 */
public record FieldDefinition(Expression left, Expression right, String where, List<Expression> formulas) {
    public FieldDefinition {
        formulas = List.copyOf(formulas);
    }

    FieldDefinition(Expression left, Expression right) {
        this(left, right, "", List.of());
    }
}

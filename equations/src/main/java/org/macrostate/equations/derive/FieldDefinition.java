package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/**
 * What a function stands for in formulas.
 *
 * @param left the function
 * @param mean the mean that it is; empty if it is none, or nothing simpler
 * @param right in simpler ones
 * @param where what is to be said of it, with {@code {}} in place of formulas; may be empty
 * @param formulas of {@code where}, in order
 */
public record FieldDefinition(
        Expression left, Optional<Expression> mean, Expression right, String where, List<Expression> formulas) {
    public FieldDefinition {
        formulas = List.copyOf(formulas);
    }

    FieldDefinition(Expression left, Expression right) {
        this(left, Optional.empty(), right);
    }

    FieldDefinition(Expression left, Optional<Expression> mean, Expression right) {
        this(left, mean, right, "", List.of());
    }

    FieldDefinition(Expression left, Expression right, String where, List<Expression> formulas) {
        this(left, Optional.empty(), right, where, formulas);
    }
}

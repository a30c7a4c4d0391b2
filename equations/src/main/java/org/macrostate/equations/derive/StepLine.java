package org.macrostate.equations.derive;

import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/**
 * One formula of a step.
 *
 * @param left what is computed, in words of the language (for example {@code Mean[h[k] z[l]]}), without what the relation
 *     does to it
 * @param relation how the two sides belong together
 * @param right in the model's own names
 * @param rule the rule that gave it, with its source; empty if the step's own rule says it all
 */
public record StepLine(String left, Relation relation, Expression right, String rule) {
    public StepLine(String left, Expression right, String rule) {
        this(left, Relation.EQUALS, right, rule);
    }

    public StepLine(String left, Expression right) {
        this(left, right, "");
    }

    /** The formula in plain text, without its rule. */
    public String text() {
        return relation.text(left, ExpressionText.of(right));
    }
}

package org.macrostate.equations.derive;

import org.macrostate.equations.tensor.Expression;

/**
 * One formula of a step: {@code left = right}.
 *
 * @param left what is computed, in words of the language (for example {@code E[h[k] z[l]]})
 * @param rule the rule that gave it, with its source; empty if the step's own rule says it all
 */
public record StepLine(String left, Expression right, String rule) {
    public StepLine(String left, Expression right) {
        this(left, right, "");
    }
}

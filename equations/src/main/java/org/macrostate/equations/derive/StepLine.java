package org.macrostate.equations.derive;

import org.macrostate.equations.tensor.Expression;

/**
 * One formula of a step: {@code left = right}.
 *
 * @param left what is computed, in words of the language (for example {@code E[h[k] z[l]]})
 */
public record StepLine(String left, Expression right) {}

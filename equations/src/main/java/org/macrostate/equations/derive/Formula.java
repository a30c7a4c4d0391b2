package org.macrostate.equations.derive;

import org.macrostate.equations.tensor.Expression;

/** A named expression in order parameters: an observable, or a phase's condition. */
public record Formula(String name, Expression value) {}

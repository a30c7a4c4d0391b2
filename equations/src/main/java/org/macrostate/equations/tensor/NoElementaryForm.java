package org.macrostate.equations.tensor;

/**
 * An expression contains a function that algebra has no rules for, such as an expectation that is integrated when it is
 * evaluated: it has neither a value nor a tree of a computer algebra system. Callers that wanted a form in symbols continue
 * numerically.
 */
public final class NoElementaryForm extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message what has no such form */
    public NoElementaryForm(String message) {
        super(message);
    }
}

package org.macrostate.solvers.integrate;

/** Leaves a loop from inside a right-hand side or a step handler; never leaves this package. */
final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the loop is left. */
    enum Reason {
        TOO_MANY_EVALUATIONS,
        /** A value is no finite number, or absurdly large. */
        NOT_ORDINARY,
        /** Something was found at the end of a step. */
        EVENT
    }

    private final Reason reason;

    Halt(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}

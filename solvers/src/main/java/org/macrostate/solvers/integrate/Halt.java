package org.macrostate.solvers.integrate;

/** Leaves Hipparchus' loop from inside a callback; never leaves this package. */
final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the loop is left. */
    enum Reason {
        /** A value is not finite or absurdly large. */
        NOT_ORDINARY,
        TOO_MANY_EVALUATIONS,
        /** The step is held down by stability, not by accuracy. */
        STIFF,
        STOPPED
    }

    private final Reason reason;
    private final double time;
    private final String what;

    /** @param time at which it was found; of a step's inside, not a time the solution reached */
    Halt(Reason reason, double time, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.time = time;
        this.what = message;
    }

    Reason reason() {
        return reason;
    }

    String what() {
        return what;
    }

    double time() {
        return time;
    }
}

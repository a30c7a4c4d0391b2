package org.macrostate.engine.study.claim;

/** A number that cannot be had of the answers; says why. It ends where a claim is judged and becomes a finding there. */
final class NotMeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotMeasured(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}

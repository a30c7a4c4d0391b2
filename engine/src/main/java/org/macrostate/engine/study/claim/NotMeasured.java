package org.macrostate.engine.study.claim;

/** A number that the answers do not contain, with the reason. It is caught where a claim is judged, and becomes a finding. */
final class NotMeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotMeasured(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}

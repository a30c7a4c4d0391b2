package org.macrostate.equations.derive;

/** How much of a derivation is told. */
public enum Length {
    /** What comes out: the equations and the parts they are written in. */
    RESULT("result"),
    /** Also what is asked, the update, the increments of the overlaps and the limit that is taken. */
    KEY("key"),
    /** Also the law of the fields, and every expectation with the rule that gave it. */
    ALL("all");

    private final String text;

    Length(String text) {
        this.text = text;
    }

    /** The name as an option. */
    public String text() {
        return text;
    }
}

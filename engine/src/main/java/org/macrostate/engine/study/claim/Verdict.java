package org.macrostate.engine.study.claim;

/** What is to be said of a claim or of one of its criteria. */
public enum Verdict {
    HOLDS("holds"),
    FAILS("does not hold"),
    UNDECIDED("could not be decided");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** A verb for a sentence. */
    public String text() {
        return text;
    }
}

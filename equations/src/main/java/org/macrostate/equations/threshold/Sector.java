package org.macrostate.equations.threshold;

/** What a block of directions is about. */
public enum Sector {
    /** Contains overlaps with fixed vectors. */
    SIGNAL("signal"),
    /** Overlaps among trained vectors only, possibly with scalars. */
    NOISE("noise"),
    /** Trained numbers only. */
    SCALAR("scalar");

    private final String text;

    Sector(String text) {
        this.text = text;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }
}

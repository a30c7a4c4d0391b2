package org.macrostate.equations.derive;

/** What a line of a derivation says of its two sides. */
public enum Relation {
    /** {@code left = right}. */
    EQUALS("equals"),
    /** {@code left -> left + right}: what one step adds. */
    CHANGES_BY("changes by"),
    /** {@code N (change of left in one step) = right}, up to terms of order 1/N. */
    INCREMENT("N times the change in one step"),
    /** {@code d left / dt = right}, t = steps / N. */
    RATE("time derivative");

    private final String words;

    Relation(String words) {
        this.words = words;
    }

    /** What it says of the left side, in words. */
    public String words() {
        return words;
    }

    /** Both sides in plain text. */
    String text(String left, String right) {
        return switch (this) {
            case EQUALS -> left + " = " + right;
            case CHANGES_BY ->
                left + " -> " + left + (right.startsWith("-") ? " - " + right.substring(1) : " + " + right);
            case INCREMENT -> "N Delta " + left + " = " + right;
            case RATE -> "d" + left + "/dt = " + right;
        };
    }
}

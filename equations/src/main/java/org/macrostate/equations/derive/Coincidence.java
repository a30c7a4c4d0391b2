package org.macrostate.equations.derive;

/** Which overlaps of two families' copies one order parameter stands for. */
public enum Coincidence {
    /** All of them, or the one that its indices say. */
    ANY,
    /** Those of copies with the same number. */
    SAME,
    /** Those of copies with different numbers. */
    DIFFERENT;

    /** Whether the overlap of these copies is meant. */
    public boolean holds(int left, int right) {
        return this == ANY || (left == right) == (this == SAME);
    }
}

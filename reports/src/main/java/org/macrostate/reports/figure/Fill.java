package org.macrostate.reports.figure;

/** How a region is painted. */
public enum Fill {
    /** In the slot's tint. */
    PLAIN,
    /** In the slot's tint with stripes: two phases coexist. */
    HATCHED,
    /** Neutral with thin stripes: nothing could be decided; the slot does not matter. */
    UNDECIDED
}

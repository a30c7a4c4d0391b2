package org.macrostate.solvers.cycle;

/** A point of a branch of limit cycles at which their number or stability changes. */
public record CycleBifurcation(Kind kind, CyclePoint point) {
    /** What happens. */
    public enum Kind {
        /** Two cycles meet and are gone beyond: a multiplier passes 1 where the parameter turns back. */
        FOLD("fold of cycles"),
        /** A multiplier passes 1 and the branch goes on: other cycles of the same period cross. */
        BRANCH_POINT("branch point of cycles"),
        /** A multiplier passes −1: a cycle of twice the period leaves. */
        PERIOD_DOUBLING("period doubling"),
        /** A complex pair passes the unit circle: a torus leaves. */
        NEIMARK_SACKER("Neimark-Sacker");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}

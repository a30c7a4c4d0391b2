package org.macrostate.solvers.phase;

/**
 * One curve on which a state ceases to be stable, as points in order along it.
 *
 * @param curve its number, from 1
 * @param phase of the state that is stable on one side only
 * @param x first parameter at each point; not to be modified
 * @param y second parameter at each point; not to be modified
 */
public record PhaseBoundary(int curve, Kind kind, String phase, double[] x, double[] y) {

    /** What happens to the state. */
    public enum Kind {
        /** A real eigenvalue passes zero and the state goes on, unstable. */
        BRANCH_POINT("branch point"),
        /** A real eigenvalue reaches zero and the state ends. */
        FOLD("fold"),
        /** A complex pair of eigenvalues passes the imaginary axis. */
        HOPF("hopf"),
        /** The state stays stable and runs to infinity. */
        DIVERGENCE("divergence"),
        /** The state stays stable and meets the condition of another phase. */
        CROSSOVER("crossover"),
        /** The state stays stable and leaves the physical region. */
        PHYSICAL_LIMIT("physical limit");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}

package org.macrostate.solvers.continuation;

import java.util.Optional;

/**
 * A point of a branch at which the number of fixed points or their stability changes.
 *
 * @param branch number of the branch on which it was found, from 1
 * @param point where it is
 * @param symmetryBreaking whether the critical direction leaves the states that have the symmetries of {@code state}
 * @param frequency modulus of the imaginary part of a Hopf point's eigenvalues; 0 for other kinds
 * @param multiplicity how many eigenvalues (or complex pairs) pass zero together
 * @param lyapunov first Lyapunov coefficient of a Hopf point with unit critical vector (Kuznetsov, Elements of Applied
 *     Bifurcation Theory, equation 5.34): negative where stable cycles are born within the critical directions; NaN for
 *     other kinds, and where several pairs pass together
 * @param normalForm of the flow along the critical direction of a fold or branch point; empty for other kinds, where
 *     several eigenvalues pass together, along continuous families and where rates have no derivatives
 */
public record Bifurcation(
        Kind kind,
        int branch,
        BranchPoint point,
        boolean symmetryBreaking,
        double frequency,
        int multiplicity,
        double lyapunov,
        Optional<NormalForm> normalForm) {

    /** The varied parameter there. */
    public double parameter() {
        return point.parameter();
    }

    /** n; not to be modified. */
    public double[] state() {
        return point.state();
    }

    /** What happens. */
    public enum Kind {
        /** The branch turns back in the parameter. */
        FOLD("fold"),
        /** Branches cross: a pitchfork or transcritical bifurcation. */
        BRANCH_POINT("branch point"),
        /** A complex pair of eigenvalues passes the imaginary axis. */
        HOPF("hopf");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}

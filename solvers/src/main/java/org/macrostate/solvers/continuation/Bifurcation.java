package org.macrostate.solvers.continuation;

import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.kernel.StateUnits;

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
 * @param leaving the symmetries of the branches that leave a symmetry-breaking branch point, one of each class of images
 * @param images how many points are images of it under the symmetries of the equations, of which it stands for all; 1 where
 *     there are none; empty if too many
 */
public record Bifurcation(
        Kind kind,
        int branch,
        BranchPoint point,
        boolean symmetryBreaking,
        double frequency,
        int multiplicity,
        double lyapunov,
        Optional<NormalForm> normalForm,
        List<BranchIsotropy> leaving,
        Optional<Long> images) {
    /** The list is copied. */
    public Bifurcation {
        leaving = List.copyOf(leaving);
    }

    /**
     * What was found in other units, in the flow's own. Coefficients stay those of a critical vector of unit length in the
     * units of the search; their signs are the same in all.
     */
    Bifurcation unscaled(StateUnits units) {
        return new Bifurcation(
                kind,
                branch,
                point.unscaled(units),
                symmetryBreaking,
                frequency * units.rate(),
                multiplicity,
                lyapunov,
                normalForm,
                leaving,
                images);
    }

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
        HOPF("hopf"),
        /** The branch turns back at a kink of the rates, without an eigenvalue that passes zero: a nonsmooth fold. */
        BORDER_FOLD("border collision, nonsmooth fold"),
        /** At a kink of the rates eigenvalues jump across the imaginary axis, or the branch breaks. */
        BORDER_COLLISION("border collision");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /** Whether rates have a kink there, so that there is no defining system of derivatives. */
        public boolean isAtKink() {
            return this == BORDER_FOLD || this == BORDER_COLLISION;
        }
    }
}

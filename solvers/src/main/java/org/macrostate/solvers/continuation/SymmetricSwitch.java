package org.macrostate.solvers.continuation;

import java.util.Optional;
import org.macrostate.solvers.fixedpoint.FixedSpace;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * A branch point and a direction in which another branch may leave it, in the states that have the symmetries of both: there it
 * is a simple one, if the direction is determined by these (the equivariant branching lemma: Golubitsky, Stewart and Schaeffer,
 * "Singularities and Groups in Bifurcation Theory II", section XIII.3).
 *
 * @param equations of what leaves
 * @param origin the branch point, n + 1
 * @param direction of length 1, n + 1
 */
record SymmetricSwitch(BranchEquations equations, double[] origin, double[] direction) {
    /** How far along the direction states are compared, in units of the point; no round part. */
    private static final double ASIDE = 0.0618;

    /** Of a direction that keeps all symmetries of the branch point: what else it has is not known better. */
    private static final double REST = 0.1;

    /**
     * The switch.
     *
     * @param from the branch that the point is on, which may have fewer symmetries
     * @param point the branch point, n + 1
     * @param direction n + 1
     */
    static SymmetricSwitch of(Symmetries symmetries, BranchEquations from, double[] point, double[] direction) {
        Optional<FixedSpace> own = symmetries.fixedSpace(from.state(point));
        double[] origin = own.map(space -> projected(space, from, point)).orElse(point);
        double[] kept = own.map(space -> projected(space, from, direction)).orElse(direction);
        boolean keepsAll = own.isPresent() && Vector.norm(Vector.moved(direction, -1, kept)) <= REST;
        double far = ASIDE * Math.max(1, Vector.maxNorm(origin));
        Optional<FixedSpace> both =
                keepsAll ? own : symmetries.fixedSpace(from.state(Vector.moved(origin, far, direction)));
        BranchEquations equations = from.inside(both, from.state(origin), origin[origin.length - 1]);
        double[] way = both.map(space -> projected(space, from, direction)).orElse(direction);
        return new SymmetricSwitch(equations, origin, Vector.unit(way));
    }

    /** A scaled point or direction with its state moved into a space. */
    private static double[] projected(FixedSpace space, BranchEquations equations, double[] vector) {
        return equations.point(space.projected(equations.state(vector)), vector[vector.length - 1]);
    }
}

package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
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

    private static final double SAME = 1e-6;

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

    /** Of the directions of a branch point, one of each class of images: what leaves along these are images. */
    static List<double[]> directions(Symmetries symmetries, BranchEquations equations, CriticalPoint crossing) {
        if (crossing.directions().size() < 2) {
            return crossing.directions();
        }
        double[] centre = crossing.state().point();
        double far = ASIDE * Math.max(1, Vector.maxNorm(centre));
        List<double[]> chosen = new ArrayList<>();
        List<double[]> beside = new ArrayList<>();
        for (double[] direction : crossing.directions()) {
            double[] there = Vector.moved(centre, far, direction);
            if (beside.stream().noneMatch(other -> areImages(symmetries, equations, there, other))) {
                chosen.add(direction);
                beside.add(there);
                beside.add(Vector.moved(centre, -far, direction));
            }
        }
        return chosen;
    }

    /** Whether points at one value of the parameter are images of one another. */
    static boolean areImages(Symmetries symmetries, BranchEquations equations, double[] one, double[] other) {
        double[] state = equations.state(one);
        int last = one.length - 1;
        return Math.abs(one[last] - other[last]) <= SAME
                && symmetries.areImages(state, equations.state(other), SAME * (1 + Vector.maxNorm(state)));
    }

    /** A scaled point or direction with its state moved into a space. */
    private static double[] projected(FixedSpace space, BranchEquations equations, double[] vector) {
        return equations.point(space.projected(equations.state(vector)), vector[vector.length - 1]);
    }
}

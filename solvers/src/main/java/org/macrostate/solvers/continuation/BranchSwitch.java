package org.macrostate.solvers.continuation;

import java.util.Optional;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Steps from a branch point on to the branches that cross there: a prediction along a critical direction, corrected in
 * the hyperplane across that direction, which the branch already known does not meet.
 */
final class BranchSwitch {
    /** Of the size of the point, where that is large: else rates are rounding all the way. */
    private static final double[] DISTANCES = {1e-2, 3e-3, 1e-3, 1e-4};

    private static final double FARTHEST = 5;

    private final BranchEquations equations;

    BranchSwitch(BranchEquations equations) {
        this.equations = equations;
    }

    /** A physical point of another branch near a branch point, on the side a direction points to; empty if none is. */
    Optional<double[]> from(double[] origin, double[] direction) {
        double size = Math.max(1, Vector.maxNorm(origin));
        for (double part : DISTANCES) {
            double distance = part * size;
            Optional<double[]> point = equations.corrected(Vector.moved(origin, distance, direction), direction);
            if (point.isPresent()
                    && Vector.norm(Vector.moved(point.get(), -1, origin)) <= FARTHEST * distance
                    && inRange(point.get())
                    && equations.isPhysical(point.get())) {
                return point;
            }
        }
        return Optional.empty();
    }

    /** Whether no point of another branch is found on a side at all, in the range or outside, physical or not. */
    boolean fails(double[] origin, double[] direction) {
        double size = Math.max(1, Vector.maxNorm(origin));
        for (double part : DISTANCES) {
            double distance = part * size;
            Optional<double[]> point = equations.corrected(Vector.moved(origin, distance, direction), direction);
            if (point.isPresent() && Vector.norm(Vector.moved(point.get(), -1, origin)) <= FARTHEST * distance) {
                return false;
            }
        }
        return true;
    }

    private static boolean inRange(double[] point) {
        double part = point[point.length - 1];
        return part >= 0 && part <= 1;
    }
}

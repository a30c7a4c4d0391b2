package org.macrostate.solvers.fixedpoint;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Whether the rates beside a fixed point are those that its Jacobian says: the Jacobian is measured by differences of the
 * compiled rates at states that vectors can have, and compared. At an edge of the physical region, as at zero vectors, an
 * entry of the Jacobian is a limit from inside, and rates with a root or a kink there have none.
 */
final class GrowthCheck {
    /** Differences are taken over these parts of a coordinate; one that agrees is enough, as scales differ. */
    private static final double[] STEPS = {1e-4, 1e-6, 1e-8};

    /** Entries that agree to this part of the largest are the same. */
    private static final double SAME = 1e-6;

    /** Up to this part an entry may differ if the leading eigenvalue does not. */
    private static final double CLOSE = 1e-2;

    private static final double SAME_GROWTH = 0.02;
    /** Differences on both sides that are further apart than this part of the largest entry show a kink. */
    private static final double KINK = 0.1;

    /** Coordinates below this part of the largest are moved by parts of the largest. */
    private static final double SMALL = 1e-6;

    private static final double INSIDE = 1e-13;
    private static final int HALVINGS = 40;

    private final SystemAt system;
    private final PhysicalRegion region;
    private final int n;

    GrowthCheck(SystemAt system, PhysicalRegion region) {
        this.system = system;
        this.region = region;
        this.n = system.length();
    }

    /** @param point a fixed point in the physical region */
    boolean agrees(double[] point, List<Complex> eigenvalues) {
        double[] jacobian = new double[n * n];
        system.jacobian(point, jacobian);
        double size = Vector.maxNorm(jacobian);
        for (double step : STEPS) {
            double[] measured = measured(point, step, jacobian);
            double difference = Vector.distance(jacobian, measured);
            if (difference <= SAME * size) {
                return true;
            }
            if (difference <= CLOSE * size) {
                double growth = eigenvalues.get(0).getRealPart();
                double seen = system.spectrum(measured).get(0).getRealPart();
                if (Math.abs(seen - growth) <= SAME_GROWTH * Math.abs(growth)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The Jacobian by differences, row by row; trained vectors are a little longer than at the point. Of a column the
     * central difference, or at a kink the difference on the side of which the Jacobian is.
     */
    private double[] measured(double[] point, double part, double[] jacobian) {
        double[] base = region.isOnEdge(point) ? region.lengthened(point, 2 * part) : point;
        double largest = Vector.maxNorm(point) > 0 ? Vector.maxNorm(point) : 1;
        double[] measured = new double[n * n];
        for (int j = 0; j < n; j++) {
            double step = step(base, j, part * (Math.abs(base[j]) > SMALL * largest ? Math.abs(base[j]) : largest));
            boolean ahead = isInside(base, j, step);
            boolean behind = isInside(base, j, -step);
            double[] forward = ahead || !behind ? difference(base, j, 0, step) : difference(base, j, -step, 0);
            double[] backward = behind || !ahead ? difference(base, j, -step, 0) : forward;
            double[] nearest;
            if (Vector.distance(forward, backward) <= KINK * Vector.maxNorm(jacobian)) {
                nearest = middle(forward, backward);
            } else {
                boolean first = distance(forward, jacobian, j) <= distance(backward, jacobian, j);
                nearest = first ? forward : backward;
            }
            for (int i = 0; i < n; i++) {
                measured[i * n + j] = nearest[i];
            }
        }
        return measured;
    }

    private double[] difference(double[] base, int j, double from, double to) {
        double[] column = new double[n];
        double[] behind = new double[n];
        system.rates(moved(base, j, to), column);
        system.rates(moved(base, j, from), behind);
        for (int i = 0; i < n; i++) {
            column[i] = (column[i] - behind[i]) / (to - from);
        }
        return column;
    }

    private static double[] middle(double[] one, double[] other) {
        double[] middle = one.clone();
        for (int i = 0; i < middle.length; i++) {
            middle[i] = (one[i] + other[i]) / 2;
        }
        return middle;
    }

    private double distance(double[] column, double[] jacobian, int j) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(column[i] - jacobian[i * n + j]));
        }
        return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
    }

    /** The step or a smaller one that stays inside both ways; the step itself if there is none, as at the edge of a domain. */
    private double step(double[] base, int j, double most) {
        double step = most;
        for (int i = 0; i < HALVINGS; i++) {
            if (isInside(base, j, step) && isInside(base, j, -step)) {
                return step;
            }
            step /= 2;
        }
        return most;
    }

    private boolean isInside(double[] base, int j, double step) {
        return region.contains(moved(base, j, step), INSIDE);
    }

    private static double[] moved(double[] base, int j, double step) {
        double[] moved = base.clone();
        moved[j] += step;
        return moved;
    }
}

package org.macrostate.solvers.fixedpoint;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.Spectrum;
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
            double[] measured = measured(point, step);
            double difference = Vector.distance(jacobian, measured);
            if (difference <= SAME * size) {
                return true;
            }
            if (difference <= CLOSE * size) {
                double growth = eigenvalues.get(0).getRealPart();
                double seen = Spectrum.of(measured, n).get(0).getRealPart();
                if (Math.abs(seen - growth) <= SAME_GROWTH * Math.abs(growth)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The Jacobian by differences, row by row; trained vectors are a little longer than at the point. */
    private double[] measured(double[] point, double part) {
        double[] base = region.isOnEdge(point) ? region.lengthened(point, 2 * part) : point;
        double largest = Vector.maxNorm(point) > 0 ? Vector.maxNorm(point) : 1;
        double[] measured = new double[n * n];
        double[] ahead = new double[n];
        double[] behind = new double[n];
        for (int j = 0; j < n; j++) {
            double step = step(base, j, part * (Math.abs(base[j]) > SMALL * largest ? Math.abs(base[j]) : largest));
            double forward = isInside(base, j, step) ? step : 0;
            double backward = isInside(base, j, -step) ? step : 0;
            if (forward + backward == 0) {
                forward = step;
                backward = step;
            }
            system.rates(moved(base, j, forward), ahead);
            system.rates(moved(base, j, -backward), behind);
            for (int i = 0; i < n; i++) {
                measured[i * n + j] = (ahead[i] - behind[i]) / (forward + backward);
            }
        }
        return measured;
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

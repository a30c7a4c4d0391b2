package org.macrostate.solvers.homotopy;

import java.util.Optional;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Where a path ends at t = 0, though the end be singular: x is a power series in t^(1/w), and its mean over w turns of t round zero is
 * the end (A. P. Morgan, A. J. Sommese and C. W. Wampler, Numer. Math. 58, 669 (1991)).
 */
final class CauchyEndgame {
    private static final int SAMPLES = 12;
    private static final int MOST_TURNS = 40;
    private static final int LEVELS = 12;
    private static final double SHRINK = 0.3;
    private static final double CLOSED = 1e-7;
    private static final double AGREED = 1e-9;
    private static final double NEARLY_AGREED = 1e-6;
    private static final int MOST_STEPS = 200;

    private final PathTracker tracker;

    CauchyEndgame(PathTracker tracker) {
        this.tracker = tracker;
    }

    /**
     * An end.
     *
     * @param x n + 1 complex numbers
     * @param turns after which the path closes
     */
    record End(double[] x, int turns) {}

    /**
     * The end of a path; empty if estimates do not agree.
     *
     * @param start the solution at t = radius
     */
    Optional<End> of(double[] start, double radius) {
        double[] x = start.clone();
        double r = radius;
        Optional<End> before = Optional.empty();
        Optional<End> best = Optional.empty();
        double least = NEARLY_AGREED;
        for (int level = 0; level < LEVELS; level++) {
            Optional<End> now = mean(x, r);
            if (now.isPresent() && before.isPresent()) {
                double apart = Vector.distance(now.get().x(), before.get().x())
                        / Vector.norm(now.get().x());
                if (apart <= AGREED) {
                    return now;
                }
                best = apart < least ? now : best;
                least = Math.min(least, apart);
            }
            before = now;
            if (!tracker.track(x, r, 0, SHRINK * r, 0, MOST_STEPS)) {
                return best;
            }
            r *= SHRINK;
        }
        return best;
    }

    /** Over as many turns as it takes to come back. */
    private Optional<End> mean(double[] start, double r) {
        double[] y = start.clone();
        double[] sum = new double[y.length];
        for (int turns = 1; turns <= MOST_TURNS; turns++) {
            for (int k = 0; k < SAMPLES; k++) {
                sum = Vector.moved(sum, 1, y);
                double from = 2 * Math.PI * k / SAMPLES;
                double to = 2 * Math.PI * (k + 1) / SAMPLES;
                boolean last = k == SAMPLES - 1;
                if (!tracker.track(
                        y,
                        r * Math.cos(from),
                        k == 0 ? 0 : r * Math.sin(from),
                        r * Math.cos(to),
                        last ? 0 : r * Math.sin(to),
                        MOST_STEPS)) {
                    return Optional.empty();
                }
            }
            if (Vector.distance(y, start) <= CLOSED * Vector.norm(start)) {
                return Optional.of(new End(Vector.moved(new double[sum.length], 1.0 / (SAMPLES * turns), sum), turns));
            }
        }
        return Optional.empty();
    }
}

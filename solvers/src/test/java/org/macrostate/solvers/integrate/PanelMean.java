package org.macrostate.solvers.integrate;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Reference means of functions of one or two Gaussian fields with kinks of any shape: panels of the standard normal variables
 * with Gauss–Legendre formulas of 12 nodes, halved until the halves agree with the whole, split at zeros of the kinks' functions that a
 * dense scan finds. The second variable is the inner one where fields are taken in their order, or in the reverse one: the
 * difference of both tells how far the reference is off.
 */
final class PanelMean {
    private static final double LEAST_END = 8.5;
    private static final double MOST_END = 80;
    private static final double NEGLIGIBLE = 1e-18;
    private static final int SCAN = 120;
    private static final int DENSE = 10;
    private static final int MOST_PIECES = 20_000;
    private static final int NODES = 12;
    private static final int LINES = 32;
    private static final int DEEPEST = 46;

    /** What takes more has no reference. */
    private static final long MOST_EVALUATIONS = 15_000_000;

    private static final double ALONE = 2e-14;
    private static final double OUTER = 2e-12;
    private static final double ROUGH = 0.11;
    private static final double INNER = 2e-14;
    private static final double ROUNDING = 2e-15;
    private static final double[] POINTS = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
        for (int i = 0; i < NODES; i++) {
            POINTS[i] = rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i);
        }
    }

    /** A function on the line. */
    private interface Line {
        double at(double x);
    }

    private final RandomFunction f;
    private final double[] mean;
    private final double[][] root;
    private final double unit;
    private final double[] u;
    private final double end;
    private long evaluations;

    private PanelMean(RandomFunction f, double[] mean, double[][] root, double unit) {
        this.f = f;
        this.mean = mean;
        this.root = root;
        this.unit = unit;
        this.u = new double[mean.length];
        this.end = end();
    }

    /** Where the function times the density is negligible along lines through the origin. */
    private double end() {
        double most = 0;
        double far = LEAST_END;
        for (double t = 0; t < MOST_END; t += 0.25) {
            double here = 0;
            for (int line = 0; line < (root[0].length > 1 ? LINES : 2); line++) {
                double angle = 2 * Math.PI * line / (root[0].length > 1 ? LINES : 2);
                double value = value(t * Math.cos(angle), t * Math.sin(angle)) * Math.exp(-t * t / 2);
                here = Math.max(here, Math.abs(value));
            }
            most = Math.max(most, here);
            far = here > NEGLIGIBLE * most ? Math.max(far, t) : far;
        }
        return far;
    }

    /**
     * The mean.
     *
     * @param root fields are {@code mean + root z}
     * @param unit of which the reference is off by 1e-13 or so
     */
    static double of(RandomFunction f, double[] mean, double[][] root, double unit) {
        return new PanelMean(f, mean, root, unit).value();
    }

    /** That of the absolute value, roughly. */
    static double size(RandomFunction f, double[] mean, double[][] root) {
        PanelMean at = new PanelMean(f, mean, root, 1);
        boolean two = root[0].length > 1;
        double total = 0;
        for (double x = -at.end; x <= at.end; x += ROUGH) {
            for (double y = two ? -at.end : at.end; y <= at.end; y += ROUGH) {
                total += Math.abs(at.value(x, y)) * ROUGH * density(x) * (two ? ROUGH * density(y) : 1);
            }
        }
        return total;
    }

    private void place(double x, double y) {
        for (int i = 0; i < u.length; i++) {
            u[i] = mean[i] + root[i][0] * x + (root[i].length > 1 ? root[i][1] * y : 0);
        }
    }

    private double value() {
        if (root[0].length == 1) {
            return pieces(x -> value(x, 0), kink -> x -> kink(kink, x, 0), ALONE);
        }
        TreeSet<Double> ends = new TreeSet<>(List.of(-end, end));
        for (int k = (int) -end; k < end; k++) {
            ends.add((double) k);
        }
        for (RandomFunction.Field kink : f.kinks()) {
            if (kink(kink, 0.3, 0.7) == kink(kink, 0.3, -1.1) && kink(kink, -1.7, 0.2) == kink(kink, -1.7, 2.1)) {
                zeros(x -> kink(kink, x, 0), ends);
            }
        }
        double step = 2 * end / SCAN;
        List<Integer> order = order(-end);
        for (int k = 1; k <= SCAN; k++) {
            double x = -end + k * step;
            List<Integer> next = order(x);
            if (!next.equals(order)) {
                ends.add(change(x - step, order, x));
                ends.add(change(x, next, x - step));
            }
            order = next;
        }
        double total = 0;
        double before = -end;
        for (double next : ends) {
            if (next - before > 1e-14) {
                total += halved(x -> inner(x) * density(x), before, next, OUTER * unit, DEEPEST);
            }
            before = next;
        }
        return total;
    }

    /** The numbers of the kinks that the inner variable meets. */
    private List<Integer> order(double x) {
        TreeMap<Double, Integer> met = new TreeMap<>();
        for (int k = 0; k < f.kinks().size(); k++) {
            RandomFunction.Field kink = f.kinks().get(k);
            TreeSet<Double> zeros = new TreeSet<>();
            zeros(y -> kink(kink, x, y), zeros);
            for (double zero : zeros) {
                met.put(zero, k);
            }
        }
        return List.copyOf(met.values());
    }

    /** Where another order begins than at the first of two values. */
    private double change(double first, List<Integer> there, double last) {
        double a = first;
        double b = last;
        for (int n = 0; n < 50; n++) {
            double middle = (a + b) / 2;
            if (order(middle).equals(there)) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return (a + b) / 2;
    }

    private double inner(double x) {
        return pieces(y -> value(x, y), kink -> y -> kink(kink, x, y), INNER);
    }

    private interface KinkOnLine {
        Line of(RandomFunction.Field kink);
    }

    private double value(double x, double y) {
        if (++evaluations > MOST_EVALUATIONS) {
            return Double.NaN;
        }
        place(x, y);
        return f.value().at(u);
    }

    private double kink(RandomFunction.Field kink, double x, double y) {
        place(x, y);
        return kink.at(u);
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private double pieces(Line line, KinkOnLine kinks, double tolerance) {
        TreeSet<Double> ends = new TreeSet<>(List.of(-end, -4.5, -3.0, -1.5, 0.0, 1.5, 3.0, 4.5, end));
        for (RandomFunction.Field kink : f.kinks()) {
            zeros(kinks.of(kink), ends);
        }
        double total = 0;
        Double before = null;
        for (double end : ends) {
            if (before != null && end - before > 1e-14) {
                total += halved(x -> line.at(x) * density(x), before, end, tolerance * unit, DEEPEST);
            }
            before = end;
        }
        return total;
    }

    /** Whether a function changes its sign so often that two changes may be within one piece. */
    private boolean isDense(Line f, int pieces) {
        int changes = 0;
        double before = f.at(-end);
        for (int k = 1; k <= pieces; k++) {
            double here = f.at(-end + 2 * end * k / pieces);
            changes += before * here < 0 ? 1 : 0;
            before = here;
        }
        return DENSE * changes > pieces;
    }

    private void zeros(Line f, TreeSet<Double> found) {
        int pieces = SCAN;
        while (pieces < MOST_PIECES && isDense(f, pieces)) {
            pieces *= 2;
        }
        double step = 2 * end / pieces;
        double left = f.at(-end);
        double middle = f.at(-end + step);
        bisected(f, -end, left, -end + step, middle, found);
        for (int k = 2; k <= pieces; k++) {
            double x = -end + k * step;
            double right = f.at(x);
            bisected(f, x - step, middle, x, right, found);
            if (left * middle > 0
                    && middle * right > 0
                    && 2 * Math.abs(middle) <= Math.max(Math.abs(left), Math.abs(right))
                    && Math.abs(middle) <= Math.min(Math.abs(left), Math.abs(right))) {
                double s = Math.signum(middle);
                double a = x - 2 * step;
                double b = x;
                for (int n = 0; n < 70; n++) {
                    double p = a + (b - a) * 0.382;
                    double q = a + (b - a) * 0.618;
                    if (s * f.at(p) < s * f.at(q)) {
                        b = q;
                    } else {
                        a = p;
                    }
                }
                double least = f.at(a);
                if (s * least < 0) {
                    bisected(f, x - 2 * step, left, a, least, found);
                    bisected(f, a, least, x, right, found);
                }
            }
            left = middle;
            middle = right;
        }
    }

    private static void bisected(Line f, double from, double atFrom, double to, double atTo, TreeSet<Double> found) {
        if (atFrom == 0 && atTo != 0) {
            found.add(from);
        }
        if (!(atFrom * atTo < 0)) {
            return;
        }
        double a = from;
        double b = to;
        while (true) {
            double middle = (a + b) / 2;
            if (middle <= a || middle >= b) {
                found.add(middle);
                return;
            }
            if (f.at(middle) * atFrom > 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
    }

    /** The formula's value, and that of the absolute value. */
    private static double[] gauss(Line f, double a, double b) {
        double total = 0;
        double absolute = 0;
        for (int i = 0; i < NODES; i++) {
            double value = WEIGHTS[i] * f.at((a + b) / 2 + (b - a) / 2 * POINTS[i]);
            total += value;
            absolute += Math.abs(value);
        }
        return new double[] {total * (b - a) / 2, absolute * (b - a) / 2};
    }

    private static double halved(Line f, double a, double b, double tolerance, int depth) {
        return halved(f, a, b, gauss(f, a, b)[0], tolerance, depth);
    }

    private static double halved(Line f, double a, double b, double whole, double tolerance, int depth) {
        double middle = (a + b) / 2;
        double[] left = gauss(f, a, middle);
        double[] right = gauss(f, middle, b);
        double both = left[0] + right[0];
        if (depth == 0 || Double.isNaN(both) || Math.abs(both - whole) <= tolerance + ROUNDING * (left[1] + right[1])) {
            return both;
        }
        return halved(f, a, middle, left[0], tolerance, depth - 1)
                + halved(f, middle, b, right[0], tolerance, depth - 1);
    }
}

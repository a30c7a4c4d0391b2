package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where an integral over one variable after the other is split so that integrands with kinks on planes are smooth on every
 * piece: a plane splits the last variable it depends on; where two of them that split the same variable cross, the integral
 * over it has a kink in those before, and so on down to the first variable. A plane that is almost independent of the variable it splits
 * makes the integral over that variable change fast in a strip of those before, whose borders split them, too.
 */
final class BreakPlanes {
    private static final double SAME = 1e-12;
    private static final double STEEP = 0.3;
    private static final int MOST = 12;

    /** Long pieces are cut here: formulas converge as fast as singularities beside a piece are far from it, in its lengths. */
    static final double MIDDLE = 2.5;

    private final double far;
    private final List<List<double[]>> of = new ArrayList<>();
    private boolean tooMany;

    private BreakPlanes(int variables, double far) {
        this.far = far;
        for (int i = 0; i < variables; i++) {
            of.add(new ArrayList<>());
        }
    }

    /** Of smooth functions. */
    static BreakPlanes none(int variables) {
        return new BreakPlanes(variables, 0);
    }

    /**
     * @param planes each with its normal, then what is added: {@code n·z + d = 0}
     * @param far variables go from −far to far
     */
    static BreakPlanes of(double[][] planes, int variables, double far) {
        BreakPlanes breaks = new BreakPlanes(variables, far);
        for (double[] plane : planes) {
            breaks.add(Arrays.copyOf(plane, variables), plane[variables]);
        }
        return breaks;
    }

    /** Whether there are more than are worth splitting at. */
    boolean areTooMany() {
        return tooMany;
    }

    boolean isSplit(int variable) {
        return !of.get(variable).isEmpty();
    }

    /**
     * The ends of the pieces of a variable, in ascending order.
     *
     * @param z the variables before
     * @param r the first and last end are ∓r
     */
    double[] ends(int variable, double[] z, double r) {
        List<double[]> planes = of.get(variable);
        double[] ends = new double[planes.size() + 2 + 2];
        ends[0] = -r;
        int count = 1;
        if (r > MIDDLE) {
            ends[count++] = -MIDDLE;
            ends[count++] = MIDDLE;
        }
        for (double[] plane : planes) {
            double at = plane[variable];
            for (int j = 0; j < variable; j++) {
                at += plane[j] * z[j];
            }
            if (at > -r && at < r) {
                ends[count++] = at;
            }
        }
        ends[count++] = r;
        Arrays.sort(ends, 0, count);
        return count == ends.length ? ends : Arrays.copyOf(ends, count);
    }

    private void add(double[] normal, double offset) {
        double length = Math.sqrt(Arrays.stream(normal).map(n -> n * n).sum());
        int last = normal.length - 1;
        while (last >= 0 && !(Math.abs(normal[last]) > SAME * length)) {
            last--;
        }
        if (last < 0 || tooMany) {
            return;
        }
        // The variable's value on the plane: coefficients of the variables before, then a constant.
        double[] plane = new double[last + 1];
        for (int j = 0; j < last; j++) {
            plane[j] = -normal[j] / normal[last];
        }
        plane[last] = -offset / normal[last];
        List<double[]> others = of.get(last);
        if (others.stream().anyMatch(other -> isSame(other, plane))) {
            return;
        }
        if (others.size() == MOST) {
            tooMany = true;
            return;
        }
        List<double[]> crossed = List.copyOf(others);
        others.add(plane);
        if (last == 0) {
            return;
        }
        double[] before = Arrays.copyOf(plane, last);
        double slope = Math.sqrt(Arrays.stream(before).map(n -> n * n).sum());
        if (slope * STEEP > 1) {
            add(before, plane[last]);
            add(before, plane[last] - far);
            add(before, plane[last] + far);
        }
        for (double[] other : crossed) {
            double[] difference = new double[last];
            for (int j = 0; j < last; j++) {
                difference[j] = plane[j] - other[j];
            }
            add(difference, plane[last] - other[last]);
        }
    }

    private static boolean isSame(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > SAME * (1 + Math.abs(a[i]))) {
                return false;
            }
        }
        return true;
    }
}

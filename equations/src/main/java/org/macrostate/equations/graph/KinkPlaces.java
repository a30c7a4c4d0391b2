package org.macrostate.equations.graph;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Where an integral over one variable after the other has kinks: in the last variable at zeros of the functions that tell of
 * them; in one before, where such a zero appears or vanishes, that is at zeros of the largest or the least value of the function over all
 * later variables. Signs are looked at on a grid, and between its points where a value close to zero has its neighbours farther away.
 */
final class KinkPlaces {
    /** Functions whose zeros are kinks. */
    @FunctionalInterface
    interface Kinks {
        void at(double[] z, double[] values);
    }

    /** Of a finer grid no more is asked. */
    private static final int MOST_PIECES = 5000;

    /** One change of sign in so many pieces or fewer asks for a finer grid. */
    private static final int DENSE = 8;

    private final Kinks kinks;
    private final int count;
    private final double[] z;
    private final double[] values;
    private final double far;
    private final int scan;
    private boolean atEnd;

    /**
     * @param count how many functions there are
     * @param far variables are within a ball of this radius
     * @param scan pieces of a variable's range on which signs are looked at
     */
    KinkPlaces(Kinks kinks, int count, int variables, double far, int scan) {
        this.kinks = kinks;
        this.count = count;
        this.z = new double[variables];
        this.values = new double[count];
        this.far = far;
        this.scan = scan;
    }

    /**
     * Adds the places in variable {@code i}.
     *
     * @param given the variables before; not modified
     * @param reach the variable is between −reach and reach
     */
    void add(int i, double[] given, double reach, TreeSet<Double> found) {
        if (count == 0) {
            return;
        }
        System.arraycopy(given, 0, z, 0, i);
        if (i == z.length - 1) {
            int pieces = scan;
            double[][] all = signs(reach, pieces);
            // as of jumps of Floor[h] with h of a large variance
            while (isDense(all) && pieces < MOST_PIECES) {
                pieces *= 2;
                all = signs(reach, pieces);
            }
            for (int k = 0; k < count; k++) {
                int kink = k;
                add(all[k], x -> most(i, x, kink, 1), reach, found);
            }
            return;
        }
        for (int k = 0; k < count; k++) {
            int kink = k;
            for (int side = -1; side <= 1; side += 2) {
                int sign = side;
                double[] all = new double[scan + 1];
                for (int s = 0; s <= scan; s++) {
                    all[s] = most(i, -reach + 2 * reach * s / scan, kink, side);
                }
                add(all, x -> most(i, x, kink, sign), reach, found);
            }
        }
        if (i == z.length - 2 && count > 1) {
            KinkCrossings crossings = new KinkCrossings(
                    (x, y) -> {
                        z[i] = x;
                        z[i + 1] = y;
                        kinks.at(z, values);
                        return values.clone();
                    },
                    reach,
                    scan);
            found.addAll(crossings.found());
        }
    }

    /** Values on a grid of the last variable, one row a function. */
    private double[][] signs(double reach, int pieces) {
        double[][] all = new double[count][pieces + 1];
        for (int s = 0; s <= pieces; s++) {
            z[z.length - 1] = -reach + 2 * reach * s / pieces;
            kinks.at(z, values);
            for (int k = 0; k < count; k++) {
                all[k][s] = values[k];
            }
        }
        return all;
    }

    /** Whether the sign of a function changes so often that two changes may be within one piece. */
    private static boolean isDense(double[][] all) {
        for (double[] row : all) {
            int changes = 0;
            for (int s = 1; s < row.length; s++) {
                changes += row[s - 1] * row[s] < 0 ? 1 : 0;
            }
            if (DENSE * changes > row.length) {
                return true;
            }
        }
        return false;
    }

    /** Of a function on a grid its zeros, but those that are where a variable ends. */
    private void add(double[] all, DoubleUnaryOperator f, double reach, TreeSet<Double> found) {
        int pieces = all.length - 1;
        double width = 2 * reach / pieces;
        for (int s = 0; s <= pieces; s++) {
            double x = -reach + width * s;
            if (all[s] == 0) {
                found.add(x);
            } else if (s > 0 && all[s - 1] * all[s] < 0) {
                zero(f, x - width, all[s - 1], x, all[s], found);
            } else if (s > 1 && isNear(all[s - 2], all[s - 1], all[s])) {
                double sign = Math.signum(all[s - 1]);
                LeastValue nearest = LeastValue.of(y -> sign * f.applyAsDouble(y), x - 2 * width, x, 0);
                if (nearest.value() < 0) {
                    zero(f, x - 2 * width, all[s - 2], nearest.place(), sign * nearest.value(), found);
                    zero(f, nearest.place(), sign * nearest.value(), x, all[s], found);
                }
            }
        }
    }

    private void zero(
            DoubleUnaryOperator f, double from, double atFrom, double to, double atTo, TreeSet<Double> found) {
        atEnd = false;
        double zero = KinkCrossings.zero(from, atFrom, to, atTo, f);
        if (!atEnd) {
            found.add(zero);
        }
    }

    /** Whether a function that is no steeper between three points than beside may reach zero there, all its values having one sign. */
    private static boolean isNear(double left, double middle, double right) {
        double sign = Math.signum(middle);
        double a = sign * left;
        double b = sign * middle;
        double c = sign * right;
        return b > 0 && a >= b && c >= b && 2 * b <= Math.max(a, c);
    }

    /** The largest value of side times a function over the variables after i, at x. */
    private double most(int i, double x, int kink, int side) {
        z[i] = x;
        int next = i + 1;
        if (next == z.length) {
            kinks.at(z, values);
            return side * values[kink];
        }
        double left = far * far;
        for (int j = 0; j <= i; j++) {
            left -= z[j] * z[j];
        }
        double reach = Math.sqrt(Math.max(0, left));
        double[] all = new double[scan + 1];
        int best = 0;
        for (int s = 0; s <= scan; s++) {
            all[s] = most(next, -reach + 2 * reach * s / scan, kink, side);
            best = all[s] > all[best] ? s : best;
        }
        if (best == 0 || best == scan || isFlat(all)) {
            atEnd = (best == 0 || best == scan) && !isFlat(all);
            return all[best];
        }
        double width = 2 * reach / scan;
        LeastValue least = LeastValue.of(
                y -> -most(next, y, kink, side),
                -reach + width * (best - 1),
                -reach + width * (best + 1),
                Double.NEGATIVE_INFINITY);
        atEnd = false;
        return Math.max(all[best], -least.value());
    }

    private static boolean isFlat(double[] all) {
        return Arrays.stream(all).allMatch(v -> v == all[0]);
    }
}

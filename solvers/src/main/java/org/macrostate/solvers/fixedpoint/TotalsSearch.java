package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.solvers.nonlinear.LuFactors;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/** Finds the linear totals that a flow conserves. */
final class TotalsSearch {
    private static final double REGULAR = 1e-9;
    private static final double NULL = 1e-12;
    private static final double NOTHING = 1e-6;
    private static final double CONSERVED = 1e-9;
    private static final int LARGEST_DENOMINATOR = 24;
    private static final int CHECKS = 4;

    private TotalsSearch() {}

    /**
     * Found at random states as null vectors of rates, and taken if they hold at others.
     *
     * @param system without totals, at the parameters in question
     * @param start n, the state that fixes the values
     */
    static ConservedTotals find(SystemAt system, Starts starts, double[] start) {
        int n = system.length();
        double[] sample = new double[n * n];
        for (int k = 0; k < n; k++) {
            System.arraycopy(rates(system, starts.generic()), 0, sample, k * n, n);
        }
        if (!Double.isFinite(Vector.maxNorm(sample))) {
            return ConservedTotals.NONE;
        }
        double[] scale = columnScales(sample, n);
        LuFactors factors = new LuFactors(n);
        if (factors.factor(sample) && factors.smallestPivot() > REGULAR) {
            return ConservedTotals.NONE;
        }
        List<SingularVectors.Mode> modes = new SingularVectors(sample, n).modes();
        List<double[]> nulls = new ArrayList<>();
        for (SingularVectors.Mode mode : modes) {
            if (mode.value() <= NULL * modes.get(0).value()) {
                double[] row = mode.right().clone();
                for (int i = 0; i < n; i++) {
                    row[i] /= scale[i];
                }
                nulls.add(row);
            }
        }
        List<double[]> rows = echelon(nulls, scale, n);
        rows.removeIf(row -> !holds(system, starts, row));
        if (rows.isEmpty() || rows.size() == n) {
            return ConservedTotals.NONE;
        }
        return new ConservedTotals(
                rows, rows.stream().map(row -> Vector.dot(row, start)).toList());
    }

    private static double[] rates(SystemAt system, double[] state) {
        double[] f = new double[state.length];
        system.rates(state, f);
        return f;
    }

    /** Divides columns by their largest elements and rows then by theirs; a column of zeros has scale 1. */
    private static double[] columnScales(double[] sample, int n) {
        double[] scale = new double[n];
        for (int i = 0; i < n * n; i++) {
            scale[i % n] = Math.max(scale[i % n], Math.abs(sample[i]));
        }
        for (int i = 0; i < n; i++) {
            scale[i] = scale[i] > 0 ? scale[i] : 1;
        }
        for (int k = 0; k < n; k++) {
            double largest = 0;
            for (int i = 0; i < n; i++) {
                sample[k * n + i] /= scale[i];
                largest = Math.max(largest, Math.abs(sample[k * n + i]));
            }
            for (int i = 0; i < n && largest > 0; i++) {
                sample[k * n + i] /= largest;
            }
        }
        return scale;
    }

    /** Gauss–Jordan elimination; coefficients that are rational numbers to rounding become these. */
    private static List<double[]> echelon(List<double[]> nulls, double[] scale, int n) {
        List<double[]> left = new ArrayList<>(nulls);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < n && !left.isEmpty(); i++) {
            int column = i;
            double[] pivot = left.stream()
                    .max(java.util.Comparator.comparingDouble(row -> Math.abs(row[column]) * scale[column]))
                    .orElseThrow();
            if (Math.abs(pivot[i]) * scale[i] <= NOTHING) {
                continue;
            }
            left.remove(pivot);
            double[] row = Vector.moved(new double[n], 1 / pivot[i], pivot);
            left.replaceAll(other -> Vector.moved(other, -other[column], row));
            rows.replaceAll(other -> Vector.moved(other, -other[column], row));
            rows.add(row);
        }
        rows.forEach(TotalsSearch::round);
        return rows;
    }

    private static void round(double[] row) {
        double largest = Vector.maxNorm(row);
        for (int i = 0; i < row.length; i++) {
            for (int q = 1; q <= LARGEST_DENOMINATOR; q++) {
                double near = Math.rint(row[i] * q) / q;
                if (Math.abs(row[i] - near) <= 1e-7 * largest) {
                    row[i] = near == 0 ? 0 : near;
                    break;
                }
            }
        }
    }

    /** Whether a total is conserved at some states. */
    static boolean holds(SystemAt system, Starts starts, double[] row) {
        for (int k = 0; k < CHECKS; k++) {
            double[] f = rates(system, starts.generic());
            double size = 0;
            for (int i = 0; i < f.length; i++) {
                size += Math.abs(row[i] * f[i]);
            }
            if (!(Math.abs(Vector.dot(row, f)) <= CONSERVED * size)) {
                return false;
            }
        }
        return true;
    }
}

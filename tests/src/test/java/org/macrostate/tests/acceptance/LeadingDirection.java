package org.macrostate.tests.acceptance;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Spectrum;

/** The direction in which deviations from a state grow fastest, and how far a state has gone in it. */
final class LeadingDirection {
    private static final double BESIDE = 1e-7;
    private static final int ITERATIONS = 60;

    private final List<String> labels;
    private final double[] state;
    private final double growth;
    private final RealVector right;
    private final RealVector left;
    private final List<PhysicalRegion.Gram> grams;

    LeadingDirection(CompiledSystem system, double[] parameters, double[] state) {
        int n = state.length;
        double[] entries = new SystemAt(system, parameters).jacobian(state);
        List<Complex> spectrum = Spectrum.of(entries, n);
        this.labels = system.bound().state().labels();
        this.state = state;
        this.growth = spectrum.get(0).getRealPart();
        this.grams = PhysicalRegion.of(system.bound(), parameters).grams();
        RealMatrix jacobian = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n * n; i++) {
            jacobian.setEntry(i / n, i % n, entries[i]);
        }
        this.right = outward(eigenvector(jacobian, new ArrayRealVector(n, 1)));
        this.left = eigenvector(jacobian.transpose(), right);
    }

    /** The largest real part of the Jacobian's eigenvalues. */
    double growth() {
        return growth;
    }

    private RealVector eigenvector(RealMatrix jacobian, RealVector from) {
        int n = jacobian.getRowDimension();
        double beside = growth + BESIDE * (1 + jacobian.getNorm1());
        RealMatrix shifted =
                jacobian.subtract(MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(beside));
        RealVector vector = from;
        for (int i = 0; i < ITERATIONS; i++) {
            vector = new LUDecomposition(shifted, 0).getSolver().solve(vector).unitVector();
        }
        for (int i = 0; i < n; i++) {
            vector.setEntry(i, Math.abs(vector.getEntry(i)) < 1e-9 ? 0 : vector.getEntry(i));
        }
        return vector;
    }

    /** Lengths of vectors become longer. */
    private RealVector outward(RealVector direction) {
        double lengths = 0;
        for (PhysicalRegion.Gram gram : grams) {
            for (int i = 0; i < gram.place().length; i++) {
                lengths += gram.place()[i][i] >= 0 ? direction.getEntry(gram.place()[i][i]) : 0;
            }
        }
        return lengths < 0 ? direction.mapMultiply(-1) : direction;
    }

    /** Whether it is one of vectors beside the fixed ones, with lengths alone: distances in it are squares of lengths. */
    boolean isNoise() {
        boolean noise = true;
        boolean[] lengths = new boolean[state.length];
        for (PhysicalRegion.Gram gram : grams) {
            int[][] place = gram.place();
            for (int i = 0; i < place.length; i++) {
                for (int j = 0; j < place.length; j++) {
                    if (place[i][i] >= 0 && place[j][j] >= 0 && place[i][j] >= 0) {
                        lengths[place[i][j]] = true;
                    }
                }
            }
        }
        for (int i = 0; i < state.length; i++) {
            noise &= lengths[i] || right.getEntry(i) == 0;
        }
        return noise;
    }

    /** How far a state is from the fixed point in the direction, where all other directions count nothing. */
    double distance(double[] at) {
        return left.dotProduct(new ArrayRealVector(at, false).subtract(new ArrayRealVector(state, false)));
    }

    /** The state so far away, with the overlaps among trained vectors that their moves along fixed vectors give them. */
    double[] moved(double distance) {
        double[] moved = state.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += distance * right.getEntry(i);
        }
        double[] completed = moved.clone();
        boolean[] done = new boolean[moved.length];
        for (PhysicalRegion.Gram gram : grams) {
            int[][] place = gram.place();
            for (int i = 0; i < place.length; i++) {
                for (int j = 0; j < place.length; j++) {
                    if (place[i][i] >= 0 && place[j][j] >= 0 && place[i][j] >= 0 && !done[place[i][j]]) {
                        done[place[i][j]] = true;
                        completed[place[i][j]] += along(place, i, j, moved) - along(place, i, j, state);
                    }
                }
            }
        }
        return completed;
    }

    /** The product of two vectors' parts along the fixed ones, which are orthonormal. */
    private static double along(int[][] place, int i, int j, double[] at) {
        double sum = 0;
        for (int f = 0; f < place.length; f++) {
            if (place[f][f] < 0 && place[i][f] >= 0 && place[j][f] >= 0) {
                sum += at[place[i][f]] * at[place[j][f]];
            }
        }
        return sum;
    }

    /** A start as the commands read it. */
    String start(double[] at) {
        StringJoiner start = new StringJoiner(",");
        for (int i = 0; i < at.length; i++) {
            start.add(String.format(Locale.ROOT, "%s=%s", labels.get(i), at[i]));
        }
        return start.toString();
    }

    /** The state in a row of a table. */
    double[] state(List<String> names, List<String> row) {
        return labels.stream()
                .mapToDouble(label -> Double.parseDouble(row.get(names.indexOf(label))))
                .toArray();
    }
}

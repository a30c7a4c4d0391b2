package org.macrostate.solvers.nonlinear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.svd.SvdImplicitQrDecompose_DDRM;

/** Singular values of a square matrix with their vectors on both sides: A right = value · left. */
public final class SingularVectors implements NullVectors {
    private final List<Mode> modes;

    /**
     * One mode: {@code A right = value · left}.
     *
     * @param right of length 1, n; not to be modified
     * @param left of length 1, n; not to be modified
     */
    public record Mode(double value, double[] right, double[] left) {}

    /**
     * Of a matrix; where an element is not finite, values and vectors are NaN.
     *
     * @param a n·n, row by row; not modified
     */
    public SingularVectors(double[] a, int n) {
        double size = Vector.maxNorm(a);
        List<Mode> found = new ArrayList<>();
        if (Double.isFinite(size) && size > 0) {
            SvdImplicitQrDecompose_DDRM svd = new SvdImplicitQrDecompose_DDRM(false, true, true, false);
            double[] scaled = Vector.moved(new double[n * n], 1 / size, a);
            if (svd.decompose(DMatrixRMaj.wrap(n, n, scaled)) || svd.decompose(blurred(a, size, n))) {
                DMatrixRMaj left = svd.getU(null, true);
                DMatrixRMaj right = svd.getV(null, true);
                for (int k = 0; k < n; k++) {
                    found.add(new Mode(
                            size * svd.getSingularValues()[k],
                            java.util.Arrays.copyOfRange(right.data, k * n, (k + 1) * n),
                            java.util.Arrays.copyOfRange(left.data, k * n, (k + 1) * n)));
                }
                found.sort(Comparator.comparingDouble(Mode::value).reversed());
            }
        }
        if (found.isEmpty()) {
            for (int k = 0; k < n; k++) {
                double[] axis = new double[n];
                axis[k] = size == 0 ? 1 : Double.NaN;
                found.add(new Mode(size == 0 ? 0 : Double.NaN, axis, axis));
            }
        }
        modes = List.copyOf(found);
    }

    /** A rounding error away from a matrix at which the iteration does not end. */
    private static DMatrixRMaj blurred(double[] a, double size, int n) {
        double[] blurred = Vector.moved(new double[n * n], 1 / size, a);
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] += Math.ulp(1.0) * (i * 7 % 11 - 5);
        }
        return DMatrixRMaj.wrap(n, n, blurred);
    }

    /** By falling singular value. */
    public List<Mode> modes() {
        return modes;
    }

    @Override
    public double[] sizes() {
        return modes.stream().mapToDouble(Mode::value).toArray();
    }

    @Override
    public List<double[]> lastRight(int count) {
        return last(count).stream().map(Mode::right).toList();
    }

    @Override
    public List<double[]> lastLeft(int count) {
        return last(count).stream().map(Mode::left).toList();
    }

    private List<Mode> last(int count) {
        return modes.subList(modes.size() - count, modes.size());
    }
}

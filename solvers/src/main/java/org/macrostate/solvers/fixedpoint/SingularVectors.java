package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Singular values and right singular vectors of a small square matrix by one-sided Jacobi rotations (M. R. Hestenes, J.
 * SIAM 6, 51, 1958), which finds small singular values to high relative accuracy. Hipparchus' decomposition is one
 * method so large that the virtual machine spends longer compiling it than a whole phase diagram takes.
 */
public final class SingularVectors {
    private static final int SWEEPS = 40;
    private static final double ORTHOGONAL = 1e-15;
    /** What rounding leaves of a null vector's image, in units of the matrix; it turns for ever. */
    private static final double NOTHING = 1e-16;

    private final List<Mode> modes = new ArrayList<>();

    /**
     * One mode: {@code A right = value left}.
     *
     * @param image A right, which is value · left
     */
    public record Mode(double value, double[] right, double[] image) {}

    /** @param a n·n, row by row; not modified */
    public SingularVectors(double[] a, int n) {
        double[][] images = new double[n][n];
        double[][] rights = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                images[j][i] = a[i * n + j];
            }
            rights[j][j] = 1;
        }
        double nothing = NOTHING * NOTHING * Vector.dot(a, a);
        for (int sweep = 0; sweep < SWEEPS && sweep(images, rights, nothing); sweep++) {}
        for (int j = 0; j < n; j++) {
            modes.add(new Mode(Vector.norm(images[j]), rights[j], images[j]));
        }
        modes.sort(Comparator.comparingDouble(Mode::value).reversed());
    }

    /** By falling singular value. */
    public List<Mode> modes() {
        return modes;
    }

    public static double[] transposed(double[] a, int n) {
        double[] transposed = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j * n + i] = a[i * n + j];
            }
        }
        return transposed;
    }

    private static boolean sweep(double[][] images, double[][] rights, double nothing) {
        boolean rotated = false;
        for (int p = 0; p < images.length; p++) {
            for (int q = p + 1; q < images.length; q++) {
                double pp = Vector.dot(images[p], images[p]);
                double qq = Vector.dot(images[q], images[q]);
                double pq = Vector.dot(images[p], images[q]);
                boolean oblique = Math.abs(pq) > ORTHOGONAL * Math.sqrt(pp * qq) && Math.abs(pq) > Double.MIN_NORMAL;
                if (oblique && Math.min(pp, qq) > nothing) {
                    double zeta = (qq - pp) / (2 * pq);
                    double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
                    double cosine = 1 / Math.sqrt(1 + t * t);
                    rotate(images[p], images[q], cosine, t * cosine);
                    rotate(rights[p], rights[q], cosine, t * cosine);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private static void rotate(double[] x, double[] y, double cosine, double sine) {
        for (int i = 0; i < x.length; i++) {
            double kept = x[i];
            x[i] = cosine * kept - sine * y[i];
            y[i] = sine * kept + cosine * y[i];
        }
    }
}

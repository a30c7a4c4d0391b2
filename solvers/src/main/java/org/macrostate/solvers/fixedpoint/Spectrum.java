package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;

/** Eigenvalues of a Jacobian. */
public final class Spectrum {
    private static final Comparator<Complex> FALLING = Comparator.comparingDouble(Complex::getRealPart)
            .thenComparingDouble(Complex::getImaginaryPart)
            .reversed();

    private Spectrum() {}

    /**
     * By falling real part, then falling imaginary part; NaN where the matrix is not finite or the iteration fails.
     *
     * @param jacobian n·n, row by row
     */
    public static List<Complex> of(double[] jacobian, int n) {
        double size = Vector.maxNorm(jacobian);
        if (size == 0) {
            return java.util.Collections.nCopies(n, Complex.ZERO);
        }
        if (!Double.isFinite(size)) {
            return java.util.Collections.nCopies(n, Complex.NaN);
        }
        try {
            Complex[] values = new EigenDecompositionNonSymmetric(LinearSystem.matrix(jacobian, n)).getEigenvalues();
            List<Complex> sorted = new ArrayList<>(List.of(values));
            sorted.sort(FALLING);
            return sorted;
        } catch (MathRuntimeException failed) {
            return java.util.Collections.nCopies(n, Complex.NaN);
        }
    }

    /**
     * What counts as zero among a Jacobian's eigenvalues: a part in 10⁹ of their median modulus, or what rounding leaves
     * of the largest entry where that is more.
     */
    public static double zero(List<Complex> eigenvalues, double[] jacobian) {
        double[] moduli =
                eigenvalues.stream().mapToDouble(Complex::norm).sorted().toArray();
        return Math.max(1e-9 * moduli[moduli.length / 2], 1e-14 * moduli.length * Vector.maxNorm(jacobian));
    }

    /** Whether two spectra agree to a part in a million of their size. */
    static boolean same(List<Complex> one, List<Complex> other) {
        double size = 0;
        double difference = 0;
        for (int i = 0; i < one.size(); i++) {
            size = Math.max(size, one.get(i).norm());
            difference = Math.max(difference, one.get(i).subtract(other.get(i)).norm());
        }
        return difference <= 1e-6 * size;
    }
}

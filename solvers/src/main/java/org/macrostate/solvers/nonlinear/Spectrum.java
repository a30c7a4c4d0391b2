package org.macrostate.solvers.nonlinear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;

/** Eigenvalues of a Jacobian. */
public final class Spectrum {
    private static final Comparator<Complex> FALLING = Spectrum::falling;

    private static final int POWERS = 8;

    private Spectrum() {}

    private static int falling(Complex one, Complex other) {
        int order = Double.compare(other.getRealPart(), one.getRealPart());
        return order != 0 ? order : Double.compare(other.getImaginaryPart(), one.getImaginaryPart());
    }

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
        List<Complex> values = new ArrayList<>(new FrancisIteration(jacobian, n).eigenvalues());
        if (values.isEmpty()) {
            values.addAll(new FrancisIteration(blurred(jacobian, size), n).eigenvalues());
        }
        values.sort(FALLING);
        return values.isEmpty() ? java.util.Collections.nCopies(n, Complex.NaN) : values;
    }

    /** An iteration that fails at an exactly singular matrix does not a rounding error away from it. */
    private static double[] blurred(double[] jacobian, double size) {
        double[] blurred = jacobian.clone();
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] += Math.ulp(size) * (i * 7 % 11 - 5);
        }
        return blurred;
    }

    /**
     * What counts as zero among a Jacobian's eigenvalues: a part in 10⁹ of their median modulus (of the least that is
     * not zero to rounding where that is more), or what rounding leaves of the largest entry where that is more.
     */
    public static double zero(List<Complex> eigenvalues, double[] jacobian) {
        double rounding = 1e-14 * eigenvalues.size() * Vector.maxNorm(jacobian);
        double[] moduli =
                eigenvalues.stream().mapToDouble(Complex::norm).sorted().toArray();
        int typical = moduli.length / 2;
        while (typical < moduli.length - 1 && moduli[typical] <= rounding) {
            typical++;
        }
        return Math.max(1e-9 * moduli[typical], rounding);
    }

    /**
     * Whether two spectra agree: by their power sums Σ λᵏ, which rounding moves little where it splits defective
     * eigenvalues.
     */
    public static boolean same(List<Complex> one, List<Complex> other) {
        double size = one.stream().mapToDouble(Complex::norm).max().orElse(0);
        for (int power = 1; power <= POWERS; power++) {
            double difference = powerSum(one, size, power) - powerSum(other, size, power);
            if (!(Math.abs(difference) <= 1e-7)) {
                return false;
            }
        }
        return true;
    }

    private static double powerSum(List<Complex> values, double size, int power) {
        double sum = 0;
        for (Complex value : values) {
            sum += value.divide(size).pow(power).getRealPart();
        }
        return sum;
    }
}

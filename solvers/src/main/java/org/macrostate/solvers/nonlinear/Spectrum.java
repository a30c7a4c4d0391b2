package org.macrostate.solvers.nonlinear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;

/** Eigenvalues of a Jacobian. */
public final class Spectrum {
    private static final Comparator<Complex> FALLING = Spectrum::falling;

    /** More unknowns than this are worth a look for sets that do not act on one another. */
    private static final int LARGEST_WHOLE = 24;

    private static final int POWERS = 8;
    private static final int TRIALS = 2;

    /** Eigenvalues below this part of the largest are taken from the inverse. */
    private static final double APART = 1e-8;

    private static final double SINGULAR = 1e-30;

    /** Part of a typical modulus that counts as zero. */
    private static final double SMALL = 1e-9;

    /** A mode that is slower than the next by no more than this is one in a spectrum of many scales. */
    private static final double SLOWER = 1e-7;

    private static final double LAST_DIGITS = 1e-14;

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
        List<Complex> values = new ArrayList<>(SymmetricSpectrum.of(jacobian, n));
        if (values.isEmpty() && n > LARGEST_WHOLE) {
            values.addAll(ofBlocks(jacobian, n));
        }
        if (values.isEmpty()) {
            values.addAll(new FrancisIteration(jacobian, n).eigenvalues());
        }
        if (values.isEmpty()) {
            values.addAll(new FrancisIteration(blurred(jacobian, size), n).eigenvalues());
        }
        if (values.isEmpty()) {
            return java.util.Collections.nCopies(n, Complex.NaN);
        }
        withSmallOnes(values, jacobian, n);
        values.sort(FALLING);
        return values;
    }

    /** Eigenvalues by falling real part, then falling imaginary part. */
    public static List<Complex> falling(List<Complex> values) {
        return values.stream().sorted(FALLING).toList();
    }

    /** Those of sets of unknowns that act on one another; empty where all act on all. */
    private static List<Complex> ofBlocks(double[] jacobian, int n) {
        List<int[]> sets = DecoupledBlocks.of(jacobian, n);
        return sets.size() == 1
                ? List.of()
                : sets.stream()
                        .flatMap(set -> of(DecoupledBlocks.block(jacobian, n, set), set.length).stream())
                        .toList();
    }

    /**
     * Where moduli are many decades apart, the small ones as inverses of the large eigenvalues of the inverse matrix:
     * rounding of large entries hides them in the matrix itself.
     */
    private static void withSmallOnes(List<Complex> values, double[] jacobian, int n) {
        values.sort(Comparator.comparingDouble(Complex::norm).reversed());
        double largest = values.get(0).norm();
        double least = values.get(n - 1).norm();
        LuFactors factors = new LuFactors(n);
        if (least > APART * largest || !factors.factor(jacobian)) {
            return;
        }
        double[] inverse = factors.inverse();
        double most = Vector.maxNorm(inverse);
        // An exactly singular matrix has, by rounding, the inverse of another.
        if (!Double.isFinite(most) || !(most * largest * SINGULAR < 1)) {
            return;
        }
        List<Complex> inverses = new ArrayList<>(new FrancisIteration(inverse, n).eigenvalues());
        inverses.sort(Comparator.comparingDouble(Complex::norm).reversed());
        int large = largeOnes(values);
        for (int i = large; i < n && inverses.size() == n; i++) {
            values.set(i, inverses.get(n - 1 - i).reciprocal());
        }
    }

    /** How many come before the widest gap between moduli, which are sorted to fall. */
    private static int largeOnes(List<Complex> values) {
        int large = 1;
        double widest = 0;
        for (int i = 1; i < values.size(); i++) {
            double gap = values.get(i - 1).norm() / Math.max(values.get(i).norm(), Double.MIN_NORMAL);
            if (gap > widest) {
                widest = gap;
                large = i;
            }
        }
        return large;
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
     * not zero to rounding where that is more), less where slow modes follow one another over many decades; or what
     * rounding leaves of the largest entry where that is more and an eigenvalue below it does move that much when all
     * entries change in their last digits.
     *
     * @param part of the largest entry, times n, that rounding may leave
     */
    public static double zero(List<Complex> eigenvalues, double[] jacobian, double part) {
        double rounding = part * eigenvalues.size() * Vector.maxNorm(jacobian);
        double[] moduli =
                eigenvalues.stream().mapToDouble(Complex::norm).sorted().toArray();
        double median = moduli[moduli.length / 2];
        boolean doubtful = eigenvalues.stream()
                .anyMatch(value -> value.norm() > (median > rounding ? SMALL * median : 0)
                        && Math.abs(value.getRealPart()) <= rounding);
        double lost = doubtful ? Math.min(rounding, moved(eigenvalues, jacobian, rounding)) : rounding;
        int typical = moduli.length / 2;
        while (typical < moduli.length - 1 && moduli[typical] <= lost) {
            typical++;
        }
        return Math.max(lost, slowest(moduli, lost, SMALL * moduli[typical]));
    }

    /** Less than a small modulus where there is one that is no zero: larger than rounding, and next to others in size. */
    private static double slowest(double[] moduli, double lost, double small) {
        for (int i = 0; i < moduli.length - 1 && moduli[i] <= small; i++) {
            if (moduli[i] > 2 * lost && moduli[i] > SLOWER * moduli[i + 1]) {
                return moduli[i] / 2;
            }
        }
        return small;
    }

    /** How far the eigenvalues of small real part move when entries change in their last digits. */
    private static double moved(List<Complex> eigenvalues, double[] jacobian, double rounding) {
        double most = 0;
        for (int trial = 1; trial <= TRIALS; trial++) {
            double[] changed = jacobian.clone();
            for (int i = 0; i < changed.length; i++) {
                changed[i] *= 1 + LAST_DIGITS * Math.sin(1.0 + trial * 17.0 * i);
            }
            most = Math.max(most, change(eigenvalues, of(changed, eigenvalues.size()), rounding));
        }
        return most;
    }

    /** The largest change of the real part of an eigenvalue whose real part is small. */
    public static double change(List<Complex> eigenvalues, List<Complex> others, double small) {
        double most = 0;
        for (Complex value : eigenvalues) {
            if (Math.abs(value.getRealPart()) <= small) {
                Complex nearest = others.stream()
                        .min(Comparator.comparingDouble(
                                other -> other.subtract(value).norm()))
                        .orElse(value);
                double change = Math.abs(nearest.getRealPart() - value.getRealPart());
                most = Double.isNaN(change) ? small : Math.max(most, change);
            }
        }
        return most;
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

    /**
     * Whether a matrix has a spectrum, as {@link #same} tells: from traces of its powers, without its eigenvalues.
     *
     * @param jacobian n·n, row by row
     */
    public static boolean isOf(List<Complex> values, double[] jacobian, int n) {
        double size = values.stream().mapToDouble(Complex::norm).max().orElse(0);
        if (!(size > 0) || !Double.isFinite(size) || values.size() != n) {
            return false;
        }
        double[] one = Vector.moved(new double[n * n], 1 / size, jacobian);
        if (!close(trace(one, n), powerSum(values, size, 1))
                || !close(product(one, one, n), powerSum(values, size, 2))) {
            return false;
        }
        double[] two = Vector.squared(one, n);
        double[] four = Vector.squared(two, n);
        for (int power = 3; power <= POWERS; power++) {
            double sum =
                    switch (power) {
                        case 3 -> product(one, two, n);
                        case 4 -> trace(four, n);
                        case 5 -> product(one, four, n);
                        case 6 -> product(two, four, n);
                        case 7 -> {
                            double[] three = Vector.product(one, two, n);
                            yield product(three, four, n);
                        }
                        default -> product(four, four, n);
                    };
            if (!close(sum, powerSum(values, size, power))) {
                return false;
            }
        }
        return true;
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) <= 1e-7;
    }

    /** The sum of a spectrum, whose imaginary parts cancel. */
    public static double sum(List<Complex> values) {
        return values.stream().mapToDouble(Complex::getRealPart).sum();
    }

    /** The sum of the diagonal entries of an n·n matrix, row by row. */
    public static double trace(double[] a, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i * n + i];
        }
        return sum;
    }

    /** The trace of a b. */
    private static double product(double[] a, double[] b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += a[i * n + j] * b[j * n + i];
            }
        }
        return sum;
    }

    private static double powerSum(List<Complex> values, double size, int power) {
        double sum = 0;
        for (Complex value : values) {
            sum += value.divide(size).pow(power).getRealPart();
        }
        return sum;
    }
}

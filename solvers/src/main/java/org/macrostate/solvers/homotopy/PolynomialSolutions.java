package org.macrostate.solvers.homotopy;

import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.hipparchus.fraction.BigFraction;

/**
 * What the paths of a homotopy ended at.
 *
 * @param paths how many were followed: Bezout's number
 * @param solutions isolated ones, those without multiplicity first
 * @param atInfinity paths that ended there
 * @param families points at which paths ended on continuous families of solutions
 * @param unknown paths whose end was not found, or is a solution that another path should have reached
 */
public record PolynomialSolutions(
        int paths, List<Solution> solutions, int atInfinity, List<Solution> families, int unknown) {
    private static final double REAL = 1e-9;
    private static final double SAME = 1e-6;

    public PolynomialSolutions {
        solutions = List.copyOf(solutions);
        families = List.copyOf(families);
    }

    /**
     * A solution.
     *
     * @param re n real parts; not to be modified
     * @param im n imaginary parts; not to be modified
     * @param multiplicity how many paths ended there
     */
    public record Solution(double[] re, double[] im, int multiplicity) {
        /** Whether all unknowns are real to the accuracy of the path's end. */
        public boolean isReal() {
            return farthestFromReal() <= (multiplicity > 1 ? SAME : REAL);
        }

        /** The largest modulus of an imaginary part, relative to 1 and the largest real part. */
        public double farthestFromReal() {
            double size = 1;
            double most = 0;
            for (int i = 0; i < re.length; i++) {
                size = Math.max(size, Math.abs(re[i]));
                most = Math.max(most, Math.abs(im[i]));
            }
            return most / size;
        }

        /**
         * The modulus of a polynomial there relative to those of its terms.
         *
         * @param polynomial coefficients by exponents
         */
        public double relativeSize(Map<List<Integer>, BigFraction> polynomial) {
            Complex sum = Complex.ZERO;
            double moduli = 0;
            for (Map.Entry<List<Integer>, BigFraction> term : polynomial.entrySet()) {
                Complex value = new Complex(term.getValue().doubleValue());
                for (int i = 0; i < re.length; i++) {
                    for (int power = 0; power < term.getKey().get(i); power++) {
                        value = value.multiply(new Complex(re[i], im[i]));
                    }
                }
                sum = sum.add(value);
                moduli += value.norm();
            }
            return sum.norm() / moduli;
        }
    }

    /** Whether every path has an end that is isolated or at infinity: the solutions are then all that there are. */
    public boolean isComplete() {
        return families.isEmpty() && unknown == 0;
    }

    /** Isolated ones, as often as their multiplicity says. */
    public int count() {
        return solutions.stream().mapToInt(Solution::multiplicity).sum();
    }
}

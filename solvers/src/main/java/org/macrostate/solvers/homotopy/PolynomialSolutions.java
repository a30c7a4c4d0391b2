package org.macrostate.solvers.homotopy;

import java.util.List;

/**
 * What the paths of a homotopy ended at.
 *
 * @param paths how many were followed: Bezout's number
 * @param solutions isolated ones, those without multiplicity first
 * @param atInfinity paths that ended there
 * @param inFamilies paths that ended on continuous families of solutions
 * @param unknown paths whose end was not found, or is a solution that another path should have reached
 */
public record PolynomialSolutions(
        int paths, List<Solution> solutions, int atInfinity, int inFamilies, int unknown) {
    public PolynomialSolutions {
        solutions = List.copyOf(solutions);
    }

    /**
     * An isolated solution.
     *
     * @param re n real parts; not to be modified
     * @param im n imaginary parts; not to be modified
     * @param multiplicity how many paths ended there
     */
    public record Solution(double[] re, double[] im, int multiplicity) {
        /** Whether all unknowns are real to the accuracy of the path's end. */
        public boolean isReal() {
            double size = 1;
            double most = 0;
            for (int i = 0; i < re.length; i++) {
                size = Math.max(size, Math.abs(re[i]));
                most = Math.max(most, Math.abs(im[i]));
            }
            return most <= (multiplicity > 1 ? SAME : REAL) * size;
        }
    }

    static final double REAL = 1e-9;
    static final double SAME = 1e-6;

    /** Whether every path has an end that is isolated or at infinity: the solutions are then all that there are. */
    public boolean isComplete() {
        return inFamilies == 0 && unknown == 0;
    }

    /** Isolated ones, as often as their multiplicity says. */
    public int count() {
        return solutions.stream().mapToInt(Solution::multiplicity).sum();
    }
}

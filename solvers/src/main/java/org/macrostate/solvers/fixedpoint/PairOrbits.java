package org.macrostate.solvers.fixedpoint;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The orbits of pairs of elements under symmetries: matrices that commute with these have equal or opposite entries at the
 * pairs of an orbit, or zeros (D. G. Higman, Math. Z. 86, 145 (1964)). The Jacobian is such a matrix at a state that they keep.
 *
 * @param n elements of a state
 * @param representative of each pair i * n + j the first pair of its orbit, or -1 where entries are zero
 * @param sign of each pair relative to that one, 1 or -1
 */
record PairOrbits(int n, int[] representative, int[] sign) {
    /** @param generators of the symmetries */
    static PairOrbits of(List<SignedPermutation> generators, int n) {
        SignedClasses classes = new SignedClasses(n * n);
        for (SignedPermutation symmetry : generators) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    classes.join(
                            i * n + j,
                            symmetry.target()[i] * n + symmetry.target()[j],
                            symmetry.sign()[i] * symmetry.sign()[j]);
                }
            }
        }
        int[] representative = new int[n * n];
        int[] sign = new int[n * n];
        for (int pair = 0; pair < n * n; pair++) {
            representative[pair] = classes.isZero(pair) ? -1 : classes.root(pair);
            sign[pair] = classes.sign(pair);
        }
        return new PairOrbits(n, representative, sign);
    }

    /** One pair of each orbit at which entries may be other than zero. */
    int[] representatives() {
        return IntStream.range(0, n * n)
                .filter(pair -> representative[pair] == pair)
                .toArray();
    }

    /** A commuting matrix in general position, n·n: one of the numbers sin(a), sin(2a) … an orbit. */
    double[] generic(double angle) {
        double[] matrix = new double[n * n];
        for (int pair = 0; pair < n * n; pair++) {
            int orbit = representative[pair];
            matrix[pair] = orbit < 0 ? 0 : sign[pair] * Math.sin(angle * (orbit + 1));
        }
        return matrix;
    }
}

package org.macrostate.solvers.continuation;

import java.util.List;

/**
 * A point at which a curve of bifurcations changes its nature (Kuznetsov, Elements of Applied Bifurcation Theory,
 * chapter 8).
 *
 * @param curves numbers of the curves it lies on
 * @param p the varied parameter
 * @param q the parameter in which curves are followed
 * @param state n; not to be modified
 */
public record CodimensionTwo(Kind kind, List<Integer> curves, double p, double q, double[] state) {
    public CodimensionTwo {
        curves = List.copyOf(curves);
    }

    /** Which one. */
    public enum Kind {
        /** Two folds meet and are gone beyond. */
        CUSP("cusp"),
        /** A double zero eigenvalue with one direction: a curve of Hopf points ends on one of folds. */
        BOGDANOV_TAKENS("Bogdanov-Takens"),
        /**
         * An imaginary pair whose first Lyapunov coefficient is zero: cycles are born stable on one side of it, unstable on
         * the other, and a curve of folds of cycles begins.
         */
        BAUTIN("Bautin"),
        /** A zero eigenvalue and an imaginary pair. */
        ZERO_HOPF("zero-Hopf"),
        /** Two imaginary pairs. */
        DOUBLE_HOPF("double Hopf"),
        /** Two zero eigenvalues with a direction each. */
        DOUBLE_ZERO("double zero"),
        /** A pitchfork whose cubic coefficient is zero: continuous on one side of it, a jump on the other, and folds begin. */
        TRICRITICAL("tricritical");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}

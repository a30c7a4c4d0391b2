package org.macrostate.solvers.finitesize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.special.Beta;

/** Tail probabilities of distributions, and Holm's correction of them for many comparisons. */
final class TailProbability {
    private TailProbability() {}

    /** P(|T| ≥ |t|) of Student's law; 0 for an infinite t, 1 for none. */
    static double student(double t, double degrees) {
        if (Double.isNaN(t)) {
            return 0;
        }
        return Beta.regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /** Two-sided tail of a ratio of variances, each with its degrees of freedom. */
    static double variances(double ratio, double above, double below) {
        double lower = Beta.regularizedBeta(above * ratio / (above * ratio + below), above / 2, below / 2);
        return Math.min(1, 2 * Math.min(lower, 1 - lower));
    }

    /**
     * Adjusted p-values: each may be held against the level wanted of the whole family, whatever the dependence
     * (S. Holm, Scand. J. Statist. 6, 65, 1979).
     */
    static List<Double> holm(List<Double> p) {
        int m = p.size();
        List<Integer> order = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(p::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(p);
        double largest = 0;
        for (int rank = 0; rank < m; rank++) {
            int i = order.get(rank);
            largest = Math.max(largest, Math.min(1, (m - rank) * p.get(i)));
            adjusted.set(i, largest);
        }
        return adjusted;
    }
}

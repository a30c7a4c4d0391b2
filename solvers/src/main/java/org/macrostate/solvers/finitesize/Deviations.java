package org.macrostate.solvers.finitesize;

/**
 * Deviations of runs from theory, of one quantity at one time and dimension.
 *
 * @param deviations one a run
 * @param theory mean over the runs
 */
record Deviations(int dimension, double[] deviations, double mean, double variance, double theory) {
    static Deviations of(int dimension, double[] deviations, double theory) {
        double mean = 0;
        for (double d : deviations) {
            mean += d / deviations.length;
        }
        double squares = 0;
        for (double d : deviations) {
            squares += (d - mean) * (d - mean);
        }
        return new Deviations(dimension, deviations, mean, squares / (deviations.length - 1), theory);
    }

    int runs() {
        return deviations.length;
    }

    double standardError() {
        return Math.sqrt(variance / runs());
    }

    /** The variance without one of the runs. */
    double varianceWithout(int run) {
        int n = runs();
        double off = deviations[run] - mean;
        return ((n - 1) * variance - off * off * n / (n - 1)) / (n - 2);
    }
}

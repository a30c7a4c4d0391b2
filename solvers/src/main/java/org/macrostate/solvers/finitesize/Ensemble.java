package org.macrostate.solvers.finitesize;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The runs of one dimension beside what theory says of each; every array is {@code [time][quantity]}.
 *
 * @param dimension N
 * @param simulation one array a run that reached the last time
 * @param theory one array a run: from its own start where starts are random
 * @param predicted standard deviation of √N (simulation - theory), if it was predicted
 * @param lost runs that diverged or were interrupted, and are not in {@code simulation}
 */
public record Ensemble(
        int dimension, List<double[][]> simulation, List<double[][]> theory, Optional<double[][]> predicted, int lost) {
    public Ensemble {
        simulation = List.copyOf(simulation);
        theory = List.copyOf(theory);
        if (simulation.size() != theory.size()) {
            throw new IllegalArgumentException("each run needs its theory: " + simulation.size() + " runs, "
                    + theory.size() + " theories at dimension " + dimension);
        }
    }

    /** Runs that share their start, and so their theory. */
    public static Ensemble sharing(int dimension, List<double[][]> simulation, double[][] theory) {
        return new Ensemble(dimension, simulation, Collections.nCopies(simulation.size(), theory), Optional.empty(), 0);
    }

    public Ensemble withPredicted(double[][] deviation) {
        return new Ensemble(dimension, simulation, theory, Optional.of(deviation), lost);
    }

    public Ensemble withLost(int runs) {
        return new Ensemble(dimension, simulation, theory, predicted, runs);
    }

    /** The statistics of one quantity at one time. */
    Spread spread(int time, int quantity) {
        int n = simulation.size();
        double[] deviations = new double[n];
        double theoryMean = 0;
        for (int run = 0; run < n; run++) {
            deviations[run] = simulation.get(run)[time][quantity] - theory.get(run)[time][quantity];
            theoryMean += theory.get(run)[time][quantity] / n;
        }
        return Spread.of(dimension, deviations, theoryMean);
    }
}

package org.macrostate.solvers.finitesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.solvers.sgd.Run;

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

    /**
     * The runs of one dimension that reached the last time, each beside the theory from its own first row; the others
     * count as lost.
     *
     * @param runs of a simulation that looks at t = 0 first
     * @param columns of the runs, one for each of the theory's order parameters
     * @param theory trajectory {@code [time][quantity]} from a start; asked once for equal starts
     */
    public static Ensemble of(int dimension, List<Run> runs, int[] columns, Function<double[], double[][]> theory) {
        List<double[][]> simulated = new ArrayList<>();
        List<double[][]> expected = new ArrayList<>();
        Map<List<Double>, double[][]> known = new HashMap<>();
        int lost = 0;
        for (Run run : runs) {
            if (run.dimension() != dimension) {
                continue;
            }
            if (!run.completed()) {
                lost++;
                continue;
            }
            double[][] states = run.states().stream()
                    .map(row -> Arrays.stream(columns).mapToDouble(c -> row[c]).toArray())
                    .toArray(double[][]::new);
            simulated.add(states);
            List<Double> start = Arrays.stream(states[0]).boxed().toList();
            expected.add(known.computeIfAbsent(start, s -> theory.apply(states[0].clone())));
        }
        return new Ensemble(dimension, simulated, expected, Optional.empty(), lost);
    }

    public Ensemble withPredicted(double[][] deviation) {
        return new Ensemble(dimension, simulation, theory, Optional.of(deviation), lost);
    }

    /** The statistics of one quantity at one time. */
    Deviations spread(int time, int quantity) {
        int n = simulation.size();
        double[] deviations = new double[n];
        double theoryMean = 0;
        for (int run = 0; run < n; run++) {
            deviations[run] = simulation.get(run)[time][quantity] - theory.get(run)[time][quantity];
            theoryMean += theory.get(run)[time][quantity] / n;
        }
        return Deviations.of(dimension, deviations, theoryMean);
    }
}

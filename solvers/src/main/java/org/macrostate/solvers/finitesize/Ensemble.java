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
     * The runs of one dimension that reached the last time, each beside the theory from its own first row; those that did not,
     * and those whose theory does not reach it, count as lost.
     *
     * @param runs of a simulation that looks at t = 0 first, also of other dimensions
     * @param observed quantities of a run {@code [time][quantity]}, the order parameters of the theory first
     * @param theory the same from a first row; asked once for equal ones
     */
    public static Ensemble of(
            int dimension,
            List<Run> runs,
            Function<Run, double[][]> observed,
            Function<double[], Optional<double[][]>> theory) {
        List<double[][]> simulated = new ArrayList<>();
        List<double[][]> expected = new ArrayList<>();
        Map<List<Double>, Optional<double[][]>> known = new HashMap<>();
        int lost = 0;
        for (Run run : runs) {
            if (run.dimension() != dimension) {
                continue;
            }
            double[][] rows = observed.apply(run);
            Optional<double[][]> own = run.completed()
                    ? known.computeIfAbsent(
                            Arrays.stream(rows[0]).boxed().toList(), start -> theory.apply(rows[0].clone()))
                    : Optional.empty();
            if (own.isPresent()) {
                simulated.add(rows);
                expected.add(own.get());
            } else {
                lost++;
            }
        }
        return new Ensemble(dimension, simulated, expected, Optional.empty(), lost);
    }

    /** The first n quantities at the first time, their mean over the runs; zeros without runs. */
    public double[] start(int n) {
        double[] start = new double[n];
        for (double[][] rows : simulation) {
            for (int i = 0; i < n; i++) {
                start[i] += rows[0][i];
            }
        }
        for (int i = 0; i < n; i++) {
            start[i] /= Math.max(1, simulation.size());
        }
        return start;
    }

    /** Without the first time, at which each run's theory is the run itself. */
    public Ensemble afterStart() {
        return new Ensemble(dimension, later(simulation), later(theory), predicted, lost);
    }

    private static List<double[][]> later(List<double[][]> all) {
        return all.stream()
                .map(rows -> Arrays.copyOfRange(rows, 1, rows.length))
                .toList();
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

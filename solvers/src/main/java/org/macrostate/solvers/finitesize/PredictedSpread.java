package org.macrostate.solvers.finitesize;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.StepLaw;

/**
 * The error bars that finite-N runs should have: the diffusion is sampled from the model's own steps along the theory's
 * trajectory, the Jacobian is the theory's.
 *
 * @param columns of the simulation, one for each of the theory's n order parameters; all columns, in any order
 * @param theory the state at a time, n
 * @param jacobian of the theory's right-hand side
 * @param draws steps sampled at each knot, for example 2000
 */
public record PredictedSpread(
        Simulation simulation,
        int[] columns,
        DoubleFunction<double[]> theory,
        Jacobian jacobian,
        int draws,
        long seed) {
    private static final int KNOTS = 100;

    /** n·n, row by row. */
    @FunctionalInterface
    public interface Jacobian {
        double[] at(double t, double[] state);
    }

    /**
     * Standard deviations of √N (simulation - theory), {@code [time][quantity]}, for runs that start where the theory
     * starts.
     *
     * @param times ascending from 0 on
     */
    public double[][] at(List<Double> times) {
        TreeSet<Double> places = new TreeSet<>(times);
        double last = places.last();
        for (int k = 0; k <= KNOTS; k++) {
            places.add(last * k / KNOTS);
        }
        List<Double> at = new ArrayList<>(places);
        List<Fluctuations.Knot> knots = at.stream().map(this::knot).toList();
        Fluctuations fluctuations = new Fluctuations(columns.length);
        List<double[]> covariances = fluctuations.covariances(knots, new double[columns.length * columns.length]);
        double[][] deviations = new double[times.size()][];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = fluctuations.deviations(covariances.get(at.indexOf(times.get(i))));
        }
        return deviations;
    }

    private Fluctuations.Knot knot(double t) {
        double[] state = theory.apply(t);
        int n = columns.length;
        double[] arranged = new double[n];
        for (int i = 0; i < n; i++) {
            arranged[columns[i]] = state[i];
        }
        StepLaw law = simulation.stepLaw(t, arranged, draws, seed);
        double[] diffusion = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                diffusion[i * n + j] = law.covariance()[columns[i] * n + columns[j]];
            }
        }
        return new Fluctuations.Knot(t, jacobian.at(t, state), diffusion);
    }
}

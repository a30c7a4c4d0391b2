package org.macrostate.solvers.finitesize;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hipparchus.util.MathArrays;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.sgd.Simulation;

/**
 * A diffusion without a closed form, sampled from the model's own steps at knots along a trajectory and linear in time
 * between them; it does not look at the state.
 *
 * @param knots ascending times
 * @param values n·n at each knot
 */
public record SampledDiffusion(double[] knots, double[][] values) implements Kernel {
    /** Knots equally spaced in time, and as many where the trajectory moves. */
    private static final int KNOTS = 60;

    private static final int FINE = 17 * KNOTS;

    /** The times at which {@link #along} is told the trajectory. */
    public static double[] times(double end) {
        return IntStream.rangeClosed(0, FINE).mapToDouble(k -> end * k / FINE).toArray();
    }

    /**
     * Samples along a trajectory.
     *
     * @param columns of the simulation, one for each of the theory's n order parameters; all columns, in any order
     * @param times as {@link #times} gives them
     * @param states of the theory at these times, {@code [time][n]}
     * @param draws steps sampled at each knot, for example 2000
     */
    public static SampledDiffusion along(
            Simulation simulation, int[] columns, double[] times, double[][] states, int draws, long seed) {
        int[] rows = knots(states);
        double[][] values = new double[rows.length][];
        for (int k = 0; k < rows.length; k++) {
            values[k] = at(simulation, columns, times[rows[k]], states[rows[k]], draws, seed);
        }
        return new SampledDiffusion(
                IntStream.of(rows).mapToDouble(row -> times[row]).toArray(), values);
    }

    private static double[] at(Simulation simulation, int[] columns, double t, double[] state, int draws, long seed) {
        int n = columns.length;
        double[] arranged = new double[n];
        for (int i = 0; i < n; i++) {
            arranged[columns[i]] = state[i];
        }
        double[] covariance = simulation.stepLaw(t, arranged, draws, seed).covariance();
        double[] diffusion = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                diffusion[i * n + j] = covariance[columns[i] * n + columns[j]];
            }
        }
        return diffusion;
    }

    private static int[] knots(double[][] states) {
        double[] length = new double[FINE + 1];
        for (int k = 1; k <= FINE; k++) {
            length[k] = length[k - 1] + MathArrays.distance(states[k], states[k - 1]);
        }
        TreeSet<Integer> knots = new TreeSet<>();
        for (int k = 0; k <= FINE; k += FINE / KNOTS) {
            knots.add(k);
        }
        int next = 1;
        for (int k = 1; k < FINE; k++) {
            if (length[FINE] > 0 && length[k] >= length[FINE] * next / KNOTS) {
                knots.add(k);
                next = 1 + (int) (length[k] / length[FINE] * KNOTS);
            }
        }
        return knots.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        int found = Arrays.binarySearch(knots, t);
        int above = Math.min(knots.length - 1, Math.max(1, found >= 0 ? found : -found - 1));
        if (knots.length == 1) {
            System.arraycopy(values[0], 0, out, 0, values[0].length);
            return;
        }
        double share = (t - knots[above - 1]) / (knots[above] - knots[above - 1]);
        double inside = Math.min(1, Math.max(0, share));
        for (int i = 0; i < values[above].length; i++) {
            out[i] = (1 - inside) * values[above - 1][i] + inside * values[above][i];
        }
    }

    @Override
    public int outputLength() {
        return values[0].length;
    }

    @Override
    public int workLength() {
        return 0;
    }

    @Override
    public int stateLength() {
        return 0;
    }

    @Override
    public int parameterLength() {
        return 0;
    }
}

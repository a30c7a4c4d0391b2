package org.macrostate.solvers.finitesize;

import java.util.Arrays;
import java.util.TreeSet;
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

    private static final int FINE = 1000;

    /**
     * Samples along a trajectory.
     *
     * @param columns of the simulation, one for each of the theory's n order parameters; all columns, in any order
     * @param theory the states at {@link #grid}, n each
     * @param draws steps sampled at each knot, for example 2000
     */
    public static SampledDiffusion along(
            Simulation simulation, int[] columns, double[][] theory, double end, int draws, long seed) {
        double[] grid = grid(end);
        int[] places = knots(theory);
        double[] knots = Arrays.stream(places).mapToDouble(k -> grid[k]).toArray();
        double[][] values = new double[knots.length][];
        for (int k = 0; k < knots.length; k++) {
            values[k] = at(simulation, columns, knots[k], theory[places[k]], draws, seed);
        }
        return new SampledDiffusion(knots, values);
    }

    /** The times at which the states of a trajectory are needed, from 0 to its end; one if it ends where it starts. */
    public static double[] grid(double end) {
        double[] grid = new double[end > 0 ? FINE + 1 : 1];
        for (int k = 0; k < grid.length; k++) {
            grid[k] = end * k / FINE;
        }
        return grid;
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

    /** Places in the grid. */
    private static int[] knots(double[][] theory) {
        int last = theory.length - 1;
        double[] length = new double[last + 1];
        for (int k = 1; k <= last; k++) {
            double square = 0;
            for (int i = 0; i < theory[k].length; i++) {
                square += Math.pow(theory[k][i] - theory[k - 1][i], 2);
            }
            length[k] = length[k - 1] + Math.sqrt(square);
        }
        TreeSet<Integer> knots = new TreeSet<>();
        for (int k = 0; k <= KNOTS; k++) {
            knots.add(last * k / KNOTS);
        }
        int next = 1;
        for (int k = 1; k < last; k++) {
            if (length[last] > 0 && length[k] >= length[last] * next / KNOTS) {
                knots.add(k);
                next = 1 + (int) (length[k] / length[last] * KNOTS);
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

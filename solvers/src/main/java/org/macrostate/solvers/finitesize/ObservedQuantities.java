package org.macrostate.solvers.finitesize;

import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.Simulation;

/** Quantities of runs in the theory's order: order parameters as in its state, then observables. */
public final class ObservedQuantities {
    private final int[] columns;
    private final Kernel observables;
    private final double[] parameters;

    /**
     * @param system with the schedules that observables may depend on
     * @param parameters in the system's order; not modified
     * @param simulation of the same model
     */
    public ObservedQuantities(CompiledSystem system, double[] parameters, Simulation simulation) {
        this.columns = simulation.columns(system.bound().state().labels());
        this.observables = system.observables();
        this.parameters = parameters;
    }

    /**
     * One row for each time that the run reached, {@code [time][quantity]}.
     *
     * @param times of the run, t = steps / N
     */
    public double[][] of(Run run, double[] times) {
        double[][] rows = new double[run.states().size()][];
        for (int i = 0; i < rows.length; i++) {
            double[] simulated = run.states().get(i);
            double[] state = new double[columns.length];
            for (int k = 0; k < state.length; k++) {
                state[k] = simulated[columns[k]];
            }
            rows[i] = row(state, times[i]);
        }
        return rows;
    }

    /** A state of the theory with its observables behind. */
    double[] row(double[] state, double t) {
        double[] values = new double[observables.outputLength()];
        observables.eval(t, state, parameters, values, new double[observables.workLength()]);
        double[] row = java.util.Arrays.copyOf(state, state.length + values.length);
        System.arraycopy(values, 0, row, state.length, values.length);
        return row;
    }
}

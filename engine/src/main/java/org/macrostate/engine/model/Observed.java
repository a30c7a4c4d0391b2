package org.macrostate.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.derive.Formula;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.Simulation;

/** A simulation's rows in the theory's order: order parameters as in its state, then observables. */
public final class Observed {
    private final int[] columns;
    private final Kernel observables;
    private final double[] parameters;

    /** @param system with the schedules that observables may depend on */
    public Observed(ModelInstance subject, CompiledSystem system, Simulation simulation) {
        this.columns = simulation.columns(system.bound().state().labels());
        this.observables = system.observables();
        this.parameters = subject.parameters();
    }

    /** Names of the columns. */
    public static List<String> names(ModelInstance subject) {
        List<String> names = new ArrayList<>(subject.compiled().bound().state().labels());
        subject.system().observables().stream().map(Formula::name).forEach(names::add);
        return names;
    }

    /** One row for each time that the run reached. */
    public double[][] of(Run run, TimeGrid times) {
        double[][] rows = new double[run.states().size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(run.states().get(i), times.times().get(i));
        }
        return rows;
    }

    private double[] row(double[] simulated, double t) {
        double[] state = new double[columns.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = simulated[columns[i]];
        }
        return row(state, t, observables, parameters);
    }

    /** A state with its observables behind. */
    public static double[] row(double[] state, double t, Kernel observables, double[] parameters) {
        double[] values = new double[observables.outputLength()];
        observables.eval(t, state, parameters, values, new double[observables.workLength()]);
        double[] row = java.util.Arrays.copyOf(state, state.length + values.length);
        System.arraycopy(values, 0, row, state.length, values.length);
        return row;
    }
}

package org.macrostate.engine.study.question;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.solvers.finitesize.PredictedSpread;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.sgd.Simulation;

/**
 * The spread that runs should have around the theory, from the theory itself; for order parameters, not for observables.
 *
 * @param start the state they start from, or the mean of those
 */
record Prediction(Subject subject, Simulation simulation, double[] start, long seed) {
    private static final int DRAWS = 2000;

    /**
     * Standard deviations of √N (simulation - theory), {@code [time][quantity]}, NaN for observables; empty where the
     * theory does not reach the end.
     */
    Optional<double[][]> at(List<Double> times) {
        CompiledSystem system = subject.compiled();
        int n = system.length();
        if (!state(times.get(times.size() - 1)).completed()) {
            return Optional.empty();
        }
        Map<Double, double[]> known = new HashMap<>();
        PredictedSpread spread = new PredictedSpread(
                simulation,
                simulation.columns(system.bound().state().labels()),
                t -> known.computeIfAbsent(t, at -> state(at).states()[0]),
                this::jacobian,
                DRAWS,
                seed);
        double[][] deviations = spread.at(times);
        for (int i = 0; i < deviations.length; i++) {
            double[] padded =
                    Arrays.copyOf(deviations[i], n + system.observables().outputLength());
            Arrays.fill(padded, n, padded.length, Double.NaN);
            deviations[i] = padded;
        }
        return Optional.of(deviations);
    }

    private Trajectory state(double t) {
        CompiledSystem system = subject.compiled();
        return Integration.with(Tolerances.DEFAULT)
                .integrate(TrajectoryProblem.fromZero(system.rightHandSide(), subject.parameters(), start, t));
    }

    private double[] jacobian(double t, double[] state) {
        Kernel kernel = subject.compiled().jacobian();
        double[] out = new double[kernel.outputLength()];
        kernel.eval(t, state, subject.parameters(), out, new double[kernel.workLength()]);
        return out;
    }
}

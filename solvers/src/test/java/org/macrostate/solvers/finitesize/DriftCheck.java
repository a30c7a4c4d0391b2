package org.macrostate.solvers.finitesize;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;
import org.macrostate.solvers.sgd.StepLaw;

/**
 * A theory's right-hand side at single states against the mean of sampled steps: sharper than trajectories, as there is
 * no bias at finite N and no error to accumulate.
 *
 * @param level chance of failing a right theory
 * @param tolerance relative error of the sampled increments' rounding
 */
public record DriftCheck(double level, double tolerance) {
    /** At a level of one in a thousand. */
    public static DriftCheck standard() {
        return new DriftCheck(1e-3, 1e-6);
    }

    /**
     * One component at one state.
     *
     * @param theory d(name)/dt by the theory
     * @param simulation N times the mean increment
     */
    public record Drift(
            String name, double t, double theory, double simulation, double standardError, double z, double adjusted) {}

    /** All components at all states. */
    public record Result(boolean passed, List<Drift> drifts) {
        public Result {
            drifts = List.copyOf(drifts);
        }
    }

    /**
     * A state's sampled steps beside the theory's rates.
     *
     * @param columns the step's column of each component of the theory
     */
    public record Sample(double t, List<String> names, double[] rates, StepLaw steps, int[] columns) {}

    public Result judge(List<Sample> samples) {
        List<Drift> raw = new ArrayList<>();
        for (Sample sample : samples) {
            for (int i = 0; i < sample.rates().length; i++) {
                raw.add(drift(sample, i));
            }
        }
        List<Double> holm = TailProbability.holm(
                raw.stream().map(d -> Erf.erfc(Math.abs(d.z()) / Math.sqrt(2))).toList());
        List<Drift> drifts = new ArrayList<>();
        boolean passed = true;
        for (int i = 0; i < raw.size(); i++) {
            Drift d = raw.get(i);
            passed &= holm.get(i) >= level;
            drifts.add(new Drift(d.name(), d.t(), d.theory(), d.simulation(), d.standardError(), d.z(), holm.get(i)));
        }
        return new Result(passed, drifts);
    }

    private Drift drift(Sample sample, int i) {
        int column = sample.columns()[i];
        double theory = sample.rates()[i];
        double simulation = sample.steps().mean()[column];
        double error = sample.steps().standardError(column);
        double z = (simulation - theory) / Math.hypot(error, tolerance * (1 + Math.abs(theory)));
        return new Drift(sample.names().get(i), sample.t(), theory, simulation, error, z, Double.NaN);
    }
}

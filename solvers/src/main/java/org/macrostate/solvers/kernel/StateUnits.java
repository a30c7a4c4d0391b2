package org.macrostate.solvers.kernel;

import java.util.Arrays;

/**
 * Units of a state and of rates, in which a flow's numbers are neither large nor small.
 *
 * @param of each element of the state, n; positive, not to be modified
 * @param rate of all rates, an inverse time
 */
public record StateUnits(double[] of, double rate) {
    /** In which nothing changes. */
    public static StateUnits one(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return new StateUnits(ones, 1);
    }

    public boolean isOne() {
        return rate == 1 && Arrays.stream(of).allMatch(unit -> unit == 1);
    }

    /** A state in these units, a new array. */
    public double[] scaled(double[] state) {
        double[] scaled = state.clone();
        for (int i = 0; i < of.length; i++) {
            scaled[i] /= of[i];
        }
        return scaled;
    }

    /** A state in these units as it is in the flow's own, a new array. */
    public double[] unscaled(double[] scaled) {
        double[] state = scaled.clone();
        for (int i = 0; i < of.length; i++) {
            state[i] *= of[i];
        }
        return state;
    }

    /** Factors that bring outputs of rates into these units, n. */
    double[] ofRates() {
        double[] factors = new double[of.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 1 / (of[i] * rate);
        }
        return factors;
    }

    /** Factors that bring a Jacobian into these units, n·n. */
    double[] ofJacobian() {
        int n = of.length;
        double[] factors = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                factors[i * n + j] = of[j] / (of[i] * rate);
            }
        }
        return factors;
    }
}

package org.macrostate.solvers.finitesize;

import java.util.List;

/**
 * A verdict on a theory.
 *
 * @param quantities a row for each dimension, time and quantity
 * @param extrapolations one for each time and quantity that could be judged
 * @param scalingExponent with which the runs' spread falls with N, -1/2 where fluctuations are small; NaN for one
 *     dimension
 * @param scalingExponentError its standard error
 * @param biasExponent with which the mean deviation falls with N, -1 for a bias at finite N and 0 for an error; NaN where
 *     it is lost in the noise
 * @param biasExponentError its standard error
 * @param explanation in words, with the largest deviation
 */
public record CheckResult(
        Verdict verdict,
        List<Quantity> quantities,
        List<Extrapolation> extrapolations,
        double scalingExponent,
        double scalingExponentError,
        double biasExponent,
        double biasExponentError,
        String explanation) {
    /** What a check comes to. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** Too few runs reached the end, or fluctuations are not small at these dimensions. */
        INCONCLUSIVE
    }

    public CheckResult {
        quantities = List.copyOf(quantities);
        extrapolations = List.copyOf(extrapolations);
    }

    public boolean passed() {
        return verdict == Verdict.PASSED;
    }
}

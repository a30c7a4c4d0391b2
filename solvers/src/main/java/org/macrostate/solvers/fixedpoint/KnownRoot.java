package org.macrostate.solvers.fixedpoint;

import java.util.List;
import org.macrostate.solvers.nonlinear.Spectrum;

/**
 * A root that was found.
 *
 * @param state n; not to be modified
 * @param images its symmetric images, itself first
 * @param invariants of its orbit
 * @param verdict what its eigenvalues say
 * @param trace their sum
 * @param multiplicity 0 if it is not known
 */
record KnownRoot(
        double[] state,
        List<double[]> images,
        double[] invariants,
        StabilityAnalysis.Verdict verdict,
        double trace,
        int multiplicity) {
    KnownRoot(double[] state, List<double[]> images, double[] invariants, StabilityAnalysis.Verdict verdict) {
        this(state, images, invariants, verdict, Spectrum.sum(verdict.eigenvalues()), 0);
    }

    /** With its multiplicity. */
    KnownRoot counted(int times) {
        return new KnownRoot(state, images, invariants, verdict, trace, times);
    }

    /** As a member of a family of one dimension at least, whose stability is not known. */
    KnownRoot alongFamily() {
        int modes = Math.max(1, verdict.neutralModes());
        return new KnownRoot(
                state,
                images,
                invariants,
                new StabilityAnalysis.Verdict(verdict.eigenvalues(), Stability.MARGINAL, modes, true));
    }
}

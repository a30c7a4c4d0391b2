package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/** The linear VAE with more states, and what is asked of it. */
final class VaeThresholds {
    static final Symbol RHO = Symbol.parameter("rho");
    static final Symbol ETA = Symbol.parameter("eta");
    static final Symbol LAMBDA = Symbol.parameter("lambda");

    private static final String VAE = BundledModels.text("linear-vae")
            .replaceFirst(
                    "(?m)^states:.*$",
                    "states:\n  half: {m: 0, d: 0, Q: 0, E: 0, R: 0}\n"
                            + "  wrong: {m: 0, d: 0, Q: 1, E: 0, R: 0, D: 1}");
    static final LearningProblem PROBLEM = ModelFile.read(VAE, "linear-vae with more states");
    static final OrderParameterSystem SYSTEM = Derivation.of(PROBLEM);

    private VaeThresholds() {}

    static ThresholdAnalysis vae(ThresholdRequest request, int size, int signals) {
        return Thresholds.of(SYSTEM, Sizes.of(PROBLEM, Map.of("M", size, "Ms", signals)), request);
    }

    static StabilityBlock block(ThresholdAnalysis analysis, Sector sector) {
        return analysis.blocks().stream()
                .filter(b -> b.sector() == sector)
                .findFirst()
                .orElseThrow();
    }

    static Expression closedForm(StabilityBlock block) {
        assertEquals(1, block.boundaries().size());
        return block.boundaries().get(0).closedForm().orElseThrow();
    }

    /** Theory section 5, M = 1, linearised by hand at Q = E = R = 0, D = 1 for lambda = 0. */
    static double leadingNoiseEigenvalue(double beta, double eta, double tau) {
        double t2 = tau * tau * eta * eta;
        double[][] block = {
            {-2 * tau, t2, 2 * tau * eta},
            {t2, -2 * tau * beta * eta + t2 * beta * beta, 2 * tau * eta - 2 * t2 * beta},
            {tau * eta, tau * eta - t2 * beta, -tau * (1 + beta * eta) + t2},
        };
        double leading = Double.NEGATIVE_INFINITY;
        for (Complex eigenvalue :
                new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(block)).getEigenvalues()) {
            leading = Math.max(leading, eigenvalue.getRealPart());
        }
        return leading;
    }
}

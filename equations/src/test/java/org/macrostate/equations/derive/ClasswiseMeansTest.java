package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.ExpressionText;

/** Two classes at ±v with noise of their own width, least squares: by hand, class by class. */
class ClasswiseMeansTest {
    private static final double ETA = 0.3;
    private static final double P = 0.7;
    private static final double WIDE = 0.5;
    private static final double NARROW = 1.4;

    private static final LearningProblem PROBLEM = ModelFile.read("""
            model: classes
            parameters:
              eta: {value: 0.3, domain: positive}
              p: {value: 0.7, domain: unit}
              dp: {value: 0.5, domain: positive}
              dm: {value: 1.4, domain: positive}
            vectors: {v: {fixed: identity}, w: {rate: eta}}
            randoms: {s: {law: {values: [1, -1], probabilities: [p, 1 - p]}}}
            samples: {x: "s v + Sqrt[dp (1+s)/2 + dm (1-s)/2] noise"}
            fields: {h: w . x, z: v . x}
            loss: "1/2 (h - s)^2"
            order: {Q: w . w, m: w . v}
            """, "classes.yaml");

    @Test
    void rates_are_sums_over_classes() {
        double q = 0.9;
        double m = 0.4;
        BoundSystem bound = BoundSystem.of(Derivation.of(PROBLEM), Sizes.of(PROBLEM, Map.of()));
        double[] state = new double[2];
        state[bound.state().labels().indexOf("Q")] = q;
        state[bound.state().labels().indexOf("m")] = m;
        double[] out = new double[2];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), out);
        double first = 0;
        double second = 0;
        for (int c = 0; c < 2; c++) {
            double share = c == 0 ? P : 1 - P;
            double d = c == 0 ? WIDE : NARROW;
            // h = ±m + sqrt(d) ξ, so that (h ∓ 1)² has mean (m − 1)² + d Q.
            first -= ETA * share * (m + d * m - 1);
            second += share * (-2 * ETA * (m * m + d * q - m) + ETA * ETA * d * ((m - 1) * (m - 1) + d * q));
        }
        assertEquals(first, out[bound.state().labels().indexOf("m")], 1e-14);
        assertEquals(second, out[bound.state().labels().indexOf("Q")], 1e-14);
    }

    @Test
    void and_are_printed_so() {
        String rates = Derivation.of(PROBLEM).equations().stream()
                .map(e -> ExpressionText.of(e.rate()))
                .reduce("", String::concat);
        assertTrue(!rates.contains("dp dm") && !rates.contains("dm dp") && !rates.contains("dp -"), rates);
    }
}

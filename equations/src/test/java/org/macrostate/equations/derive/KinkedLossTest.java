package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Losses with kinks: their gradient almost everywhere, and integrals split where they are not smooth. */
class KinkedLossTest {
    private static double[] rates(String loss) {
        LearningProblem problem = ModelFile.read("""
                model: kinked
                parameters: {eta: {value: 0.3}}
                vectors: {B: {fixed: identity}, w: {rate: eta}}
                samples: {x: noise}
                fields: {h: w . x, y: B . x}
                order: {Q: w . w, R: w . B}
                loss: """ + " " + loss, "kinked.yaml");
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        double[] out = new double[2];
        new Interpreter(bound.rightHandSide())
                .eval(0, new double[] {0.8, 0.3}, bound.parameters().defaults(), out);
        return out;
    }

    @Test
    void a_choice_between_losses_is_differentiated_on_either_side() {
        double[] square = rates("(h - y)^2/2");
        assertArrayEquals(square, rates("If[Abs[h - y] < 60, (h - y)^2/2, 60 Abs[h - y] - 1800]"), 1e-9);
        double[] absolute = rates("Abs[h - y]");
        assertArrayEquals(absolute, rates("If[Abs[h - y] < 1/10^9, 0, Abs[h - y]]"), 1e-8);
    }

    @Test
    void the_largest_of_several_losses_is_differentiated_where_it_is_largest() {
        double[] hinge = rates("Ramp[1 - Sign[y] h]");
        assertArrayEquals(hinge, rates("Max[0, 1 - Sign[y] h]"), 1e-9);
        assertArrayEquals(hinge, rates("-Min[Sign[y] h - 1, 0]"), 1e-9);
        assertArrayEquals(rates("Abs[h - y]"), rates("Max[h - y, y - h]"), 1e-9);
    }

    /**
     * Online learning by the hinge loss of margin 1 from a noiseless teacher, by one integral over the teacher's field: with
     * s = √(Q − R²) and a(y) = (1 − R y)/s for y > 0, P(h < 1 | y) = Φ(a), E[h; h < 1 | y] = R y Φ(a) − s φ(a).
     */
    @Test
    void the_hinge_loss_has_the_rates_of_one_explicit_integral() {
        double s = Math.sqrt(0.8 - 0.09);
        double probability = 0;
        double alignment = 0;
        double margin = 0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            double y = (i + 0.5) * 12 / steps;
            double weight = 2 * Math.exp(-y * y / 2) / Math.sqrt(2 * Math.PI) * 12 / steps;
            double a = (1 - 0.3 * y) / s;
            double below = org.hipparchus.special.Erf.erfc(-a / Math.sqrt(2)) / 2;
            double density = Math.exp(-a * a / 2) / Math.sqrt(2 * Math.PI);
            probability += weight * below;
            alignment += weight * y * below;
            margin += weight * (0.3 * y * below - s * density);
        }
        double[] expected = {2 * 0.3 * margin + 0.09 * probability, 0.3 * alignment};
        assertArrayEquals(expected, rates("Ramp[1 - Sign[y] h]"), 1e-8);
    }
}

package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.NumericValue;

/** States that are found by numbers and belong to families of fixed points. */
class NumericFamiliesTest {
    /** Weight normalisation: Salimans and Kingma, NIPS 2016. The length of v is free where g and R are zero. */
    private static final String WEIGHT_NORMALISATION = """
            model: wnorm
            parameters: {eta: {value: 0.3, domain: positive}, sigma: {value: 0.1, domain: nonnegative}}
            vectors: {u: {fixed: identity}, v: {rate: eta}}
            scalars: {g: {rate: eta, start: 0.5}}
            randoms: {zeta: {law: normal}}
            samples: {x: noise}
            fields: {h: v . x, y: u . x}
            loss: "1/2 (g h/Sqrt[v.v] - y - sigma zeta)^2"
            order: {R: v . u, Q: v . v}
            states: {end: {}}
            """;

    private static final String RING = """
            model: ring
            parameters: {a: {value: 2}}
            flow: {x: "a (1 - Sqrt[x^2 + y^2])", y: "1 - Sqrt[x^2 + y^2]"}
            states: {ring: {}}
            """;

    private static ThresholdAnalysis of(String model, String state, String parameter) {
        LearningProblem problem = ModelFile.read(model, "a test");
        return Thresholds.of(
                Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of(state, parameter));
    }

    private static double at(ThresholdAnalysis analysis, String element) {
        return NumericValue.of(analysis.values().get(element), Map.of());
    }

    private static boolean says(ThresholdAnalysis analysis, String words) {
        return analysis.notes().stream().anyMatch(note -> note.contains(words));
    }

    /** With g = R = 0 the Jacobian's block of (R, g) has the determinant −η²/Q. */
    @Test
    void a_weight_without_output_is_unstable_whatever_its_length() {
        ThresholdAnalysis end = of(WEIGHT_NORMALISATION, "end", "eta");
        assertEquals(0, at(end, "R"));
        assertEquals(0, at(end, "g"));
        assertTrue(at(end, "Q") > 0);
        assertTrue(says(end, "unstable in 1 direction,"), end.notes().toString());
        assertTrue(
                says(end, "a family of fixed points of 1 dimension"),
                end.notes().toString());
        assertTrue(end.boundaries().isEmpty());
    }

    @Test
    void a_ring_of_fixed_points_is_a_family() {
        ThresholdAnalysis ring = of(RING, "ring", "a");
        assertEquals(1, Math.hypot(at(ring, "x"), at(ring, "y")), 1e-8);
        assertTrue(
                says(ring, "a family of fixed points of 1 dimension"),
                ring.notes().toString());
    }
}

package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Thresholds of states that only numbers find: z = cos z = 0.7390851332. */
class NumericThresholdsTest {
    private static final double COSINE = 0.7390851332151607;

    private static ThresholdAnalysis of(String flow, String state) {
        String text = """
                model: numeric
                parameters: {k: {value: 0.5, domain: positive}}
                """ + "flow: {" + flow + "}\nstates: {s: {" + state + "}}\n";
        LearningProblem problem = ModelFile.read(text, "numeric");
        return Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("s", "k"));
    }

    @Test
    void two_equal_real_eigenvalues_that_pass_zero_are_no_complex_pair() {
        List<StabilityBoundary> found = of("z: \"Cos[z] - z\", x: (k - z) x, y: (k - z) y", "x: 0, y: 0")
                .boundaries();
        assertEquals(1, found.size());
        assertEquals(COSINE, found.get(0).value(), 1e-8);
        assertEquals(StabilityBoundary.Event.ZERO_EIGENVALUE, found.get(0).event());
    }

    @Test
    void a_pair_and_a_real_eigenvalue_that_pass_close_together_are_two_boundaries() {
        List<StabilityBoundary> found = of(
                        "z: \"Cos[z] - z\", x: (k - z) x - y, y: (k - z) y + x, v: (k - z - 1/1000) v",
                        "x: 0, y: 0, v: 0")
                .boundaries();
        assertEquals(2, found.size());
        assertEquals(COSINE, found.get(0).value(), 1e-8);
        assertEquals(StabilityBoundary.Event.HOPF, found.get(0).event());
        assertTrue(found.get(0).decides());
        assertEquals(COSINE + 1e-3, found.get(1).value(), 1e-8);
        assertEquals(StabilityBoundary.Event.ZERO_EIGENVALUE, found.get(1).event());
    }

    /** Expectations over four error functions are sums over tables of nodes, which have no form in symbols. */
    @Test
    void tables_of_nodes_are_no_pieces_in_symbols() {
        LearningProblem problem = ModelFile.read("""
                model: cubic
                parameters: {tau: {value: 0.5, domain: positive}}
                vectors: {u: {fixed: identity}, w: {rate: tau}}
                samples: {x: noise}
                fields: {h: w . x, y: u . x}
                loss: 1/2 (Erf[h/Sqrt[2]] - Erf[y/Sqrt[2]])^3
                order: {R: w . u, Q: w . w}
                states: {nothing: {R: 0, Q: 0}}
                """, "cubic");
        // no fixed point: dQ/dt there is the mean square of the gradient
        BadInput none = assertThrows(
                BadInput.class,
                () -> Thresholds.of(
                        Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("nothing", "tau")));
        assertTrue(
                String.valueOf(none.getMessage()).startsWith("state 'nothing' is no fixed point: there dQ/dt = "),
                none.getMessage());
    }

    @Test
    void every_fixed_point_that_answers_to_the_name_is_examined() {
        // sin 3z = z at 0, where k = 1/4, and at ±0.759620887, where k = z² + 1/4
        ThresholdAnalysis first = of("z: \"Sin[3 z] - z\", x: (k - z^2 - 1/4) x", "x: 0");
        assertEquals(0.759620887 * 0.759620887 + 0.25, first.boundaries().get(0).value(), 1e-8);
        assertEquals(1, first.others().size());
        assertEquals(0.25, first.others().get(0).boundaries().get(0).value(), 1e-8);
        assertTrue(first.notes().get(1).startsWith("3 fixed points that random starts led to answer to state 's'"));
    }

    @Test
    void a_complex_pair_of_a_block_too_large_for_symbols_is_found_and_the_range_is_what_was_looked_at() {
        // a ring of nine: x_i' = (k − 2) x_i + 2 x_(i−1) with a twist of sign, leading pair k − 2 + 2 cos(π/9) ± …
        StringBuilder flow = new StringBuilder();
        StringBuilder state = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            String before = i == 1 ? "-2 x9" : "+2 x" + (i - 1);
            flow.append(i == 1 ? "" : ", ").append("x" + i + ": (k - 2) x" + i + " " + before + " - x" + i + "^3");
            state.append(i == 1 ? "" : ", ").append("x" + i + ": 0");
        }
        ThresholdAnalysis ring = of(flow.toString(), state.toString());
        double hopf = 2 - 2 * Math.cos(Math.PI / 9);
        StabilityBoundary pair = ring.boundaries().stream()
                .filter(StabilityBoundary::decides)
                .findFirst()
                .orElseThrow();
        assertEquals(hopf, pair.value(), 1e-8);
        assertEquals(StabilityBoundary.Event.HOPF, pair.event());
        String ranges =
                ring.blocks().get(0).notes().get(ring.blocks().get(0).notes().size() - 1);
        assertTrue(ranges.contains("the block is stable for ") && ranges.contains(" < k < " + (float) hopf), ranges);
        assertTrue(ranges.contains(" values from "), ranges);
    }
}

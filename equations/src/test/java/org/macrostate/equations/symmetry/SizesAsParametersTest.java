package org.macrostate.equations.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.equations.threshold.ThresholdRequest;
import org.macrostate.equations.threshold.Thresholds;

/** Where copies are alike, what is solved holds for every number of them. */
class SizesAsParametersTest {
    /**
     * The gradient by h_k is Σ_j h_j + 2 h_k: along equal copies M + 2 times the field, which online steps on white inputs
     * contract as long as η (M + 2) < 2.
     */
    private static final String SUM = """
            model: sum
            sizes: {M: 3}
            parameters: {eta: {value: 0.1, domain: positive}}
            vectors: {w: {copies: M, rate: eta}}
            samples: {x: noise}
            fields: {h: w . x}
            loss: "1/2 Sum[h[k], {k, M}]^2 + Sum[h[k]^2, {k, M}]"
            order: {Q: w . w}
            states: {zero: {Q: 0}}
            """;

    private static final LearningProblem PROBLEM = ModelFile.read(SUM, "sum.yaml");

    private static Optional<OrderParameterSystem> any(Sizes sizes) {
        return SizesAsParameters.in(
                Derivation.of(PROBLEM),
                sizes,
                SymmetricAnsatz.SYMMETRIC,
                new ParameterLayout(PROBLEM, sizes).defaults());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void a_threshold_is_in_closed_form_in_the_size(int m) {
        Sizes sizes = Sizes.of(PROBLEM, Map.of("M", m));
        var analysis = Thresholds.of(any(sizes).orElseThrow(), sizes, ThresholdRequest.of("zero", "eta"));
        StabilityBoundary boundary = analysis.boundaries().stream()
                .filter(StabilityBoundary::decides)
                .findFirst()
                .orElseThrow();
        assertEquals("2/(2 + M)", ExpressionText.of(boundary.closedForm().orElseThrow()));
        assertEquals(2.0 / (m + 2), boundary.value(), 1e-12);
        assertEquals(
                2.0 / 9,
                NumericValue.of(boundary.closedForm().orElseThrow(), Map.of(Symbol.parameter("M"), 7.0)),
                1e-15);
    }

    @Test
    void one_copy_alone_says_nothing_of_others() {
        assertTrue(any(Sizes.of(PROBLEM, Map.of("M", 1))).isEmpty());
    }
}

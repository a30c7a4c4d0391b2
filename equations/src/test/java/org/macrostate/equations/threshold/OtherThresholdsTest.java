package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.macrostate.equations.threshold.VaeThresholds.block;
import static org.macrostate.equations.threshold.VaeThresholds.closedForm;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** Thresholds of Oja's rule, the Lorenz system and flows made to be hard. */
class OtherThresholdsTest {
    private static final String OJA = BundledModels.text("oja") + "  zero: {q: 0, Q: 0}\n";

    private static ThresholdAnalysis oja(String state) {
        LearningProblem problem = ModelFile.read(OJA, "oja with states");
        return Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of(state, "tau"));
    }

    @Test
    void online_pca_learns_exactly_below_twice_the_signal_strength() {
        Symbol omega = Symbol.parameter("omega");
        Symbol tau = Symbol.parameter("tau");
        Expression two = Expression.of(2);
        ThresholdAnalysis learned = oja("learned");
        assertEquals(
                Power.sqrt(Rational.ONE.minus(tau.over(two.times(omega)))),
                learned.values().get("q"));
        assertEquals(Rational.ONE.plus(tau.over(two)), learned.values().get("Q"));
        assertEquals(two.times(omega), closedForm(block(learned, Sector.SIGNAL)));
        assertEquals(two.times(omega), closedForm(block(oja("noise"), Sector.SIGNAL)));
    }

    @Test
    void a_weight_of_length_zero_is_never_stable() {
        ThresholdAnalysis zero = oja("zero");
        assertEquals(List.of(Rational.MINUS_ONE), block(zero, Sector.NOISE).stableWhen());
        assertTrue(zero.boundaries().isEmpty());
    }

    @Test
    void the_lorenz_system_leaves_rest_at_rho_one() {
        LearningProblem problem = BundledModels.problem("lorenz");
        ThresholdAnalysis rest =
                Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("rest", "rho"));
        assertEquals(1, rest.boundaries().size());
        StabilityBoundary boundary = rest.boundaries().get(0);
        assertEquals(Rational.ONE, boundary.closedForm().orElseThrow());
        assertEquals(StabilityBoundary.Event.ZERO_EIGENVALUE, boundary.event());
        assertTrue(boundary.decides());
    }

    @Test
    void the_lorenz_system_oscillates_beyond_470_nineteenths() {
        String text = """
                model: lorenz
                parameters: {rho: {value: 1}, sigma: {value: 10}, b: {value: 1}}
                flow: {X: sigma (Y - X), Y: rho X - Y - X Z, Z: X Y - b Z}
                states: {cell: {}}
                """;
        LearningProblem problem = ModelFile.read(text, "lorenz with a cell");
        ThresholdRequest request = ThresholdRequest.of("cell", "rho")
                .withValue("rho", 10)
                .withFixed("sigma", new BigFraction(10))
                .withFixed("b", new BigFraction(8, 3));
        ThresholdAnalysis cell = Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), request);
        StabilityBoundary hopf = cell.boundaries().stream()
                .filter(b -> b.event() == StabilityBoundary.Event.HOPF)
                .findFirst()
                .orElseThrow();
        assertEquals(470.0 / 19, hopf.value(), 1e-12);
        assertFalse(hopf.closedForm().isEmpty());
    }

    @Test
    void a_short_cubic_condition_is_solved_by_cardano() {
        LearningProblem problem = ModelFile.read("""
                model: cubic
                parameters: {mu: {value: 1, domain: positive}, a: {value: 3, domain: positive}, b: {value: 14, domain: positive}}
                flow: {X: (mu^3 + a mu - b) X}
                states: {rest: {X: 0}}
                """, "cubic");
        ThresholdAnalysis rest =
                Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("rest", "mu"));
        assertEquals(1, rest.boundaries().size());
        StabilityBoundary boundary = rest.boundaries().get(0);
        assertEquals(2, boundary.value(), 1e-12);
        assertEquals(StabilityBoundary.Kind.EXACT, boundary.kind());
        assertTrue(boundary.checkedPoints() >= 50);
    }

    @Test
    void a_block_too_large_for_symbols_gets_numeric_boundaries() {
        // A ring of eight, each driven by the next: eigenvalues are mu times the roots of unity, less one.
        StringBuilder flow = new StringBuilder();
        StringBuilder state = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            flow.append(i == 0 ? "" : ", ").append("X" + i + ": mu X" + (i + 1) % 8 + " - X" + i + " - X" + i + "^3");
            state.append(i == 0 ? "" : ", ").append("X" + i + ": 0");
        }
        LearningProblem problem = ModelFile.read(
                "model: ring\nparameters: {mu: {value: 1/2, domain: positive}}\nflow: {" + flow + "}\nstates: {rest: {"
                        + state + "}}\n",
                "ring");
        ThresholdAnalysis rest =
                Thresholds.of(Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("rest", "mu"));
        assertEquals(1, rest.boundaries().size());
        assertEquals(1, rest.boundaries().get(0).value(), 1e-12);
        assertEquals(StabilityBoundary.Kind.NUMERIC, rest.boundaries().get(0).kind());
    }
}

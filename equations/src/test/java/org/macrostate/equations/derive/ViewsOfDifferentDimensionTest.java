package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.equations.threshold.ThresholdRequest;
import org.macrostate.equations.threshold.Thresholds;

/**
 * Two views of dimensions N/(1 + α) and αN/(1 + α) with trained vectors over each, as two blocks of R^N in which trained vectors are
 * confined, against equations by hand.
 */
class ViewsOfDifferentDimensionTest {
    private static final String VIEWS = """
            model: two-views
            sizes: {B: 2}
            parameters: {alpha: {value: 0.5, domain: positive}, rho: {value: 1.2, domain: positive}, mu: {value: 1.5, domain: positive},
              decay: {value: 0.3, domain: nonnegative}, tau: {value: 0.1, domain: positive}}
            spectra:
              A: {blocks: [{weight: 1/(1 + alpha), value: 1}, {weight: alpha/(1 + alpha), value: 0}]}
              T: {blocks: [{weight: 1/(1 + alpha), value: 0}, {weight: alpha/(1 + alpha), value: 1}]}
            vectors:
              u: {fixed: identity, blocks: [1, 0]}
              a: {fixed: identity, blocks: [0, 1]}
              w: {rate: tau, blocks: [1, 0]}
              v: {rate: tau, blocks: [0, 1]}
            randoms: {c: normal}
            samples: {x: "Sqrt[rho] c u + noise[A]", y: "Sqrt[mu] c a + noise[T]"}
            fields: {h: w . x, g: v . y}
            loss: -h g + 1/2 h^2 g^2 + decay/2 (w.w + v.v)
            order: {m: w . u, n: v . a, Q: w . w, E: v . v}
            states: {collapsed: {m: 0, n: 0, Q: 0, E: 0}}
            """;

    private static LearningProblem problem(String text) {
        return ModelFile.read(text, "views.yaml");
    }

    /**
     * F = −τ(−g + h g²) on x. With C = C_hg = √(ρμ) m n: dm = −τ[(1 + ρ) m C_gg + 2 √(ρμ) n C − √(ρμ) n + decay m] and
     * dQ = −2τ[C_hh C_gg + 2C² − C + decay Q] + τ²/(1 + α) [C_gg − 6 C C_gg + 3 C_hh C_gg² + 12 C² C_gg]; of v the same with α/(1 + α).
     */
    @Test
    void each_view_has_its_own_share_of_the_noise() {
        LearningProblem problem = problem(VIEWS);
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        assertEquals(List.of("m[1]", "n[2]", "Q[1]", "E[2]"), bound.state().labels());
        double m = 0.4;
        double n = -0.3;
        double q = 0.9;
        double e = 0.7;
        double[] rates = new double[4];
        new Interpreter(bound.rightHandSide())
                .eval(0, new double[] {m, n, q, e}, bound.parameters().defaults(), rates);
        double root = Math.sqrt(1.2 * 1.5);
        double hh = q + 1.2 * m * m;
        double gg = e + 1.5 * n * n;
        double hg = root * m * n;
        double alpha = 0.5;
        assertEquals(-0.1 * (2.2 * m * gg + 2 * root * n * hg - root * n + 0.3 * m), rates[0], 1e-14);
        assertEquals(-0.1 * (2.5 * n * hh + 2 * root * m * hg - root * m + 0.3 * n), rates[1], 1e-14);
        double drift = hh * gg + 2 * hg * hg - hg;
        double ofX = gg * (1 - 6 * hg + 3 * hh * gg + 12 * hg * hg);
        double ofY = hh * (1 - 6 * hg + 3 * hh * gg + 12 * hg * hg);
        assertEquals(-0.2 * (drift + 0.3 * q) + 0.01 / (1 + alpha) * ofX, rates[2], 1e-14);
        assertEquals(-0.2 * (drift + 0.3 * e) + 0.01 * alpha / (1 + alpha) * ofY, rates[3], 1e-14);
    }

    /** Both views collapse above decay = √(ρμ); the noise of Q and E is fed back by τ²/(1 + α) and τ²α/(1 + α). */
    @Test
    void collapse_and_the_noise_of_both_views() {
        LearningProblem problem = problem(VIEWS);
        ThresholdAnalysis analysis = Thresholds.of(
                Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("collapsed", "decay"));
        List<String> forms = analysis.boundaries().stream()
                .flatMap(boundary -> boundary.closedForm().stream())
                .map(ExpressionText::of)
                .toList();
        assertEquals(List.of("Sqrt[mu rho]", "tau Sqrt[alpha]/(2 + 2 alpha)"), forms);
        assertTrue(analysis.boundaries().stream().anyMatch(StabilityBoundary::decides));
    }

    @Test
    void what_leads_out_of_a_block_is_refused() {
        String noise = VIEWS.replace("c u + noise[A]", "c u + noise[T]");
        BadInput refusal = assertThrows(BadInput.class, () -> Derivation.of(problem(noise)));
        assertTrue(
                refusal.getMessage()
                        .contains(
                                "trained vectors w are said to have no part in block 2, but a step moves them along sample x,"
                                        + " whose noise has a part there"),
                refusal.getMessage());
        String signal = VIEWS.replace("Sqrt[rho] c u", "Sqrt[rho] c a");
        assertTrue(assertThrows(BadInput.class, () -> Derivation.of(problem(signal)))
                .getMessage()
                .contains("along sample x, whose vector a has a part there"));
        String vector = VIEWS.replace(
                        "w: {rate: tau, blocks: [1, 0]}", "w: {rate: tau, blocks: [1, 0]}\n  z: {rate: tau}")
                .replace("-h g", "-h g + w.z");
        assertTrue(assertThrows(BadInput.class, () -> Derivation.of(problem(vector)))
                .getMessage()
                .contains("along vectors z, which has a part there"));
    }

    /** An overlap of vectors without a common block is zero wherever it stands. */
    @Test
    void vectors_without_a_common_block_have_no_overlap() {
        LearningProblem problem = problem(VIEWS.replace("-h g", "-h g + (w.v)^2 + 3 u.v"));
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        assertEquals(List.of("m[1]", "n[2]", "Q[1]", "E[2]"), bound.state().labels());
    }
}

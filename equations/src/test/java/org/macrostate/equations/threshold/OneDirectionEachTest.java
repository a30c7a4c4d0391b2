package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Symbol;

/** States with more units than there are directions to learn, in symbols. */
class OneDirectionEachTest {
    private static final LearningProblem PROBLEM = BundledModels.problem("linear-vae");

    /**
     * THEORY section 5 at small rates: a latent too many begins to fit the noise at β = η, whatever the first one has
     * learned, and what the first one has learned is what it learns alone.
     */
    @Test
    void a_superfluous_latent_of_the_learned_state_fits_the_noise_below_eta() {
        Sizes sizes = Sizes.of(PROBLEM, Map.of("M", 2, "Ms", 1));
        ThresholdRequest request = ThresholdRequest.of("learned", "beta")
                .withFixed("lambda", BigFraction.ZERO)
                .withValue("beta", 1.5);
        ThresholdAnalysis analysis = Thresholds.of(Derivation.of(PROBLEM, Limit.SMALL_RATE), sizes, request);
        StabilityBlock noise = analysis.blocks().stream()
                .filter(block -> block.variables().contains("Q[2,2]"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("Q[2,2]", "E[2,2]", "R[2,2]"), noise.variables());
        assertEquals(Sector.NOISE, noise.sector());
        assertEquals(1, noise.boundaries().size());
        StabilityBoundary onset = noise.boundaries().get(0);
        assertEquals(Symbol.parameter("eta"), onset.closedForm().orElseThrow());
        assertEquals(100, onset.checkedPoints());
        assertTrue(onset.decides());
    }

    @Test
    void overlaps_of_unequal_copies_and_of_copies_without_partner_are_taken_as_zero() {
        Sizes sizes = Sizes.of(PROBLEM, Map.of("M", 2, "Ms", 1));
        List<StateLayout.Element> elements = new StateLayout(Derivation.of(PROBLEM), sizes).elements();
        List<String> others = OneDirectionEach.zeros(elements, sizes).stream()
                .map(i -> elements.get(i).label())
                .toList();
        assertEquals(
                List.of("m[2,1]", "d[2,1]", "Q[1,2]", "Q[2,2]", "E[1,2]", "E[2,2]", "R[1,2]", "R[2,1]", "R[2,2]"),
                others);
        Sizes one = Sizes.of(PROBLEM, Map.of());
        assertTrue(OneDirectionEach.zeros(new StateLayout(Derivation.of(PROBLEM), one).elements(), one)
                .isEmpty());
    }
}

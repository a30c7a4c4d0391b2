package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;

/** What a search to few digits left out is told of what is left of it at the accuracy asked for. */
class SearchBoundsTest {
    /** Attractors at s = πk/4, more than any search between pairs of them looks at; the mean of h ArcTan[h] is integrated. */
    private static final String COMB = """
            model: comb
            parameters: {tau: {value: 0.3}}
            vectors: {w: {rate: tau}}
            scalars: {s: {rate: tau}}
            samples: {x: noise}
            fields: {h: w . x}
            loss: 1/2 ArcTan[h]^2 - Cos[8 s]/8
            order: {Q: w . w}
            states: {a: {Q: 0, s: 0}, b: {Q: 0, s: Pi/4}, c: {Q: 0, s: Pi/2}, d: {Q: 0, s: 3 Pi/4},
              e: {Q: 0, s: Pi}, f: {Q: 0, s: 5 Pi/4}, g: {Q: 0, s: 3 Pi/2}, k: {Q: 0, s: 7 Pi/4}}
            """;

    private static CompiledSystem comb() {
        LearningProblem problem = ModelFile.read(COMB, "test");
        return CompiledSystem.of(
                BoundSystem.of(Derivation.of(problem, Limit.FINITE_RATE), Sizes.of(problem, Map.of())));
    }

    @Test
    void the_bounds_of_a_rough_search_are_told_of_what_it_found() {
        CompiledSystem system = comb();
        assertTrue(system.rough(3).isPresent(), "the search is a rough one");
        FixedPoints found = FixedPointSearch.of(system)
                .withStarts(0)
                .find(system.bound().parameters().defaults());
        assertTrue(
                found.points().stream().filter(FixedPoint::stable).count() >= 8,
                found.points().toString());
        assertTrue(
                found.bounds().stream().anyMatch(bound -> bound.contains("pairs of attractors")),
                found.bounds().toString());
        for (FixedPoint point : found.points()) {
            double turns = 8 * point.state()[1] / Math.PI;
            assertEquals(Math.rint(turns), turns, 1e-9 * (1 + Math.abs(turns)));
        }
    }
}

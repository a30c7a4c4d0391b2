package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.GlobalNewton;
import org.macrostate.solvers.problems.Flows;

/** Whether all fixed points are found, and whether that is known; numbers of solutions by hand or by Bezout's theorem. */
class CompletenessTest {
    private static final int STARTS = 4;

    private static FixedPoints found(CompiledSystem system) {
        return FixedPointSearch.of(system)
                .thorough()
                .find(system.bound().parameters().defaults());
    }

    private static int count(FixedPoints found) {
        return (int) found.points().stream().mapToLong(FixedPoint::images).sum();
    }

    /**
     * x = 4/(1 + y²) in y (1 + x²) = 3.9 has degree 5; for both hyperbolas of the third x (y − 1) = y (x − 1) = 1/4, x = y
     * has two solutions; the fourth has none that is real.
     */
    @ParameterizedTest
    @CsvSource({
        "'{x: 4/(1+y^2) - x, y: 3.9/(1+x^2) - y}', 5, 3",
        "'{x: 1 - 3 x + x^2 y, y: 2 x - x^2 y}', 1, 1",
        "'{x: x (y - 1) - 1/4, y: y (x - 1) - 1/4}', 2, 2",
        "'{x: x^2 + y^2 + 1, y: x - y}', 2, 0"
    })
    void solutions_are_counted(String flow, int complex, int real) {
        FixedPoints found = found(Flows.of("{a: 1}", flow));
        assertTrue(found.completeness().all(), found.completeness().toString());
        assertEquals(complex, found.completeness().solutions());
        assertEquals(real, found.completeness().real());
        assertEquals(real, count(found));
    }

    /** Six quadratic equations with weak couplings: 2⁶ solutions, all of them real, no two alike. */
    @Test
    void all_of_many_roots_are_found_and_known_to_be_all() {
        FixedPoints found = found(Flows.of("{a: 1}", """
                {x1: "1.2 - x1^2 + 0.05 x2 + 0.02 x1 x2", x2: "1.4 - x2^2 + 0.1 x3 + 0.04 x2 x3",
                 x3: "1.6 - x3^2 + 0.15 x4 + 0.06 x3 x4", x4: "1.8 - x4^2 + 0.2 x5 + 0.08 x4 x5",
                 x5: "2 - x5^2 + 0.25 x6 + 0.1 x5 x6", x6: "2.2 - x6^2 + 0.3 x1 + 0.12 x6 x1"}"""));
        assertEquals(64, count(found));
        assertTrue(found.completeness().all(), found.completeness().toString());
    }

    /** A circle of fixed points has no number, and a transcendental rate none that algebra tells. */
    @ParameterizedTest
    @CsvSource({"'{x: x^2 + y^2 - 1, y: x (x^2 + y^2 - 1)}'", "'{x: Tanh[2 y] - x, y: x - y}'"})
    void what_cannot_be_counted_is_not_called_complete(String flow) {
        assertFalse(found(Flows.of("{a: 1}", flow)).completeness().all());
    }

    /** Chao's f₁ (f₁ − 1)/(2 (f₂ + 1)) of five roots seen once and one seen twice: 5. */
    @Test
    void roots_that_were_not_reached_are_estimated_from_those_that_random_starts_reached_again() {
        CompiledSystem system = Flows.of("{a: 1}", "{x: \"(x-1)(x-2)(x-3)(x-4)(x-5)(x-6)\"}");
        SystemAt at = new SystemAt(system, system.bound().parameters().defaults());
        PhysicalRegion region = PhysicalRegion.of(system.bound(), at.parameters());
        Symmetries symmetries = FixedPointSearch.of(system).symmetries(at.parameters());
        Roots roots = new Roots(
                at, region, symmetries, new StabilityAnalysis(at, region), new GlobalNewton(at, region)::from);
        roots.add(new double[] {6}, false);
        assertTrue(Double.isNaN(roots.captures().missing()), "no start reached any");
        for (double root : new double[] {1, 2, 3, 4, 5, 5}) {
            roots.add(new double[] {root}, true);
        }
        assertEquals(5, roots.captures().missing(), 0);
        roots.add(new double[] {1}, false);
        assertEquals(5, roots.captures().missing(), 0);
    }

    /** 2⁴ real roots; equal complex ones leave it to a homotopy whether they are all, and algebra is no start of a search. */
    @Test
    void solutions_by_algebra_do_not_make_the_estimate_of_the_search_smaller() {
        CompiledSystem system = Flows.of("{a: 1}", """
                {x1: "1.2 - x1^2", x2: "1.4 - x2^2", x3: "1.6 - x3^2", x4: "1.8 - x4^2", x5: "(1 - x5) (1 + x5^2)^2"}""");
        Completeness before = few(system).result().completeness();
        Completeness after = few(system).count(0).complete().result().completeness();
        assertEquals(16 * 5, after.solutions());
        assertFalse(after.all());
        assertTrue(before.missing() > 0, before.toString());
        assertEquals(before.missing(), after.missing(), 0);
    }

    private static Equilibria few(CompiledSystem system) {
        SystemAt at = new SystemAt(system, system.bound().parameters().defaults());
        PhysicalRegion region = PhysicalRegion.of(system.bound(), at.parameters());
        Symmetries symmetries = FixedPointSearch.of(system).symmetries(at.parameters());
        return new Equilibria(at, region, symmetries).search(new Starts(at, region, 1), STARTS);
    }

    @Test
    void without_a_random_start_nothing_is_estimated() {
        CompiledSystem system = Flows.of("{a: 1}", "{x: Tanh[2 y] - x, y: x - y}");
        FixedPoints found = FixedPointSearch.of(system)
                .withStarts(0)
                .find(system.bound().parameters().defaults());
        assertTrue(Double.isNaN(found.completeness().missing()));
    }

    /** Multiple roots of an equation with finitely many solutions are no family, whatever their eigenvalues. */
    @Test
    void multiple_roots_are_told_one_by_one_where_solutions_can_be_counted() {
        FixedPoints found = found(Flows.of("{a: 1}", "{x: x^5 (x + 1)^2 (x - 4)^4 (x + 3), y: x - y}"));
        List<Double> at = found.points().stream()
                .map(point -> Math.rint(1e2 * point.state()[0]) / 1e2 + 0.0)
                .sorted()
                .toList();
        assertEquals(List.of(-3.0, -1.0, 0.0, 4.0), at);
        assertTrue(found.points().stream().allMatch(point -> point.neutralModes() == 0));
        assertEquals(12, found.completeness().solutions());
        // Beside -3 the rate falls through zero; at the others it rises through it or keeps its sign.
        assertEquals(
                List.of(-3.0),
                found.points().stream()
                        .filter(point -> point.stability() == Stability.STABLE)
                        .map(point -> Math.rint(1e2 * point.state()[0]) / 1e2)
                        .toList());
    }

    /** Numbers cannot tell x⁷ from a family near the origin; that it attracts is not said. */
    @Test
    void a_root_of_high_multiplicity_that_repels_is_not_called_stable() {
        FixedPoints found = found(Flows.of("{a: 1}", "{x: x^7, y: -y}"));
        assertTrue(found.points().stream().noneMatch(point -> point.stability() == Stability.STABLE), found.toString());
    }
}

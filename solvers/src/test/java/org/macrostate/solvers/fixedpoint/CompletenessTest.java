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
        Completeness after = few(system)
                .counted(CountedRoots.of(
                        new SystemAt(system, system.bound().parameters().defaults()), new PathLimit(0, true)))
                .complete()
                .result()
                .completeness();
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

    /** Eight quadratic equations with weak couplings, more than algebra is asked for: 2⁸ solutions, all of them real. */
    @Test
    void all_of_256_roots_are_found_by_homotopy_and_known_to_be_all() {
        FixedPoints found = found(Flows.of("{a: 1}", """
                {x1: "1.2 - x1^2 + 0.05 x2 + 0.02 x1 x2", x2: "1.4 - x2^2 + 0.1 x3 + 0.04 x2 x3",
                 x3: "1.6 - x3^2 + 0.15 x4 + 0.06 x3 x4", x4: "1.8 - x4^2 + 0.2 x5 + 0.08 x4 x5",
                 x5: "2 - x5^2 + 0.25 x6 + 0.1 x5 x6", x6: "2.2 - x6^2 + 0.3 x7 + 0.12 x6 x7",
                 x7: "2.4 - x7^2 + 0.35 x8 + 0.14 x7 x8", x8: "2.6 - x8^2 + 0.4 x1 + 0.16 x8 x1"}"""));
        assertEquals(256, count(found));
        assertTrue(found.completeness().all(), found.completeness().toString());
    }

    /** A conserved total takes the place of an equation, a denominator's zero is no root: k S/(1 + S) = 2 P, S + P = 3. */
    @Test
    void totals_and_denominators_are_known_to_a_homotopy() {
        CompiledSystem system = Flows.of("{k: 3}", "{S: 2 P - k S/(1 + S), P: k S/(1 + S) - 2 P}");
        SystemAt at = new SystemAt(
                system,
                system.bound().parameters().defaults(),
                FixedPointSearch.of(system)
                        .withTotals("P + S = 3", system.bound().parameters().defaults())
                        .totals(system.bound().parameters().defaults()));
        CountedRoots found = HomotopyRoots.of(at, new PathLimit(100, true)).orElseThrow();
        assertTrue(found.told(), found.toString());
        // 3 S = 2 (3 − S) (1 + S)
        List<Double> roots =
                found.real().stream().map(root -> root.state()[0]).sorted().toList();
        assertEquals(2, roots.size());
        assertEquals((1 - 7) / 4.0, roots.get(0), 1e-10);
        assertEquals((1 + 7) / 4.0, roots.get(1), 1e-10);
    }

    /** Of polynomials by homotopy, of others by the reduced equation at the root. */
    @ParameterizedTest
    @CsvSource({
        "'-(x-3/10)^3 (x+7/10) (x-11/10)', 0.3, 3",
        "'(x-0.3)^5 (x+0.7)^2 (x-1.1)', 0.3, 5",
        "'(x-0.3)^5 (x+0.7)^2 (x-1.1)', -0.7, 2",
        "'Tanh[x-0.3]^4 (x-1) Cosh[x]', 0.3, 4",
        "'(Exp[x]-Exp[0.3])^3 (x+1)', 0.3, 3",
        "'Sin[x-0.3]^2 (1+x^2)', 0.3, 2"
    })
    void multiple_roots_are_exact_and_named_with_their_multiplicity(String rate, double root, int multiplicity) {
        FixedPoints found = found(Flows.of("{a: 1}", "{x: \"" + rate + "\", y: x^2 - y}"));
        List<FixedPoint> near = found.points().stream()
                .filter(point -> Math.abs(point.state()[0] - root) < 0.05)
                .toList();
        assertEquals(1, near.size(), found.toString());
        assertEquals(multiplicity, near.get(0).multiplicity());
        assertEquals(root, near.get(0).state()[0], 1e-9);
        assertEquals(root * root, near.get(0).state()[1], 1e-9);
    }

    /** Rates that die out towards infinity have no fixed point there, however small they are. */
    @ParameterizedTest
    @CsvSource({
        "'{x: Exp[-x] - y^2, y: -y}', 0",
        "'{x: 1/(1+x^2) - y, y: -y}', 0",
        "'{x: x Exp[-x^2] - y/10, y: -y}', 1",
        "'{x: 1 - Tanh[x] - y, y: -y}', 0"
    })
    void no_fixed_point_is_shown_where_rates_die_out(String flow, int count) {
        FixedPoints found = found(Flows.of("{a: 1}", flow));
        assertEquals(count, found.points().size(), found.toString());
    }

    /** The hyperbola x y = 1 runs to infinity: one member stands for it, and words say so; the origin is alone. */
    @Test
    void families_that_run_to_infinity_are_told_in_words() {
        FixedPoints found = found(Flows.of("{a: 1}", "{x: x (1 - x y), y: y (1 - x y)}"));
        assertEquals(2, found.points().size());
        assertFalse(found.completeness().all());
        assertTrue(found.notes().stream().anyMatch(note -> note.contains("continuous families of solutions")));
    }
}

package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/** Symmetry breaking with named isotropy subgroups, against the equivariant branching lemma. */
class BranchIsotropyTest {
    private static BranchDiagram diagram(CompiledSystem system) {
        return BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange("mu", -0.5, 0.5));
    }

    private static List<BranchIsotropy> leaving(BranchDiagram diagram) {
        return diagram.bifurcations(Bifurcation.Kind.BRANCH_POINT).stream()
                .filter(b -> Math.abs(b.parameter()) < 1e-6 && Math.abs(b.state()[0]) < 1e-6)
                .findFirst()
                .orElseThrow()
                .leaving()
                .stream()
                .sorted(Comparator.comparing(BranchIsotropy::words))
                .toList();
    }

    /** x = 0 keeps the change of sign, neither arm does, and either arm is the image of the other. */
    @Test
    void a_pitchfork_breaks_the_change_of_sign() {
        BranchDiagram diagram = diagram(Flows.of("{mu: 0}", "{x: mu x - x^3}"));
        assertEquals(
                List.of(
                        Optional.of(new BranchIsotropy("x = 0", Optional.of(1L))),
                        Optional.of(new BranchIsotropy("none", Optional.of(2L)))),
                diagram.branches().stream().map(Branch::isotropy).toList());
        assertEquals(List.of(new BranchIsotropy("none", Optional.of(2L))), leaving(diagram));
        assertTrue(diagram.bifurcations().get(0).symmetryBreaking());
    }

    /**
     * The subgroups of S4 with one-dimensional fixed space in the standard representation are those of three alike, 24 / 3! images,
     * and of two pairs, 24 / (2! 2!) images (M. Golubitsky and I. Stewart, "The Symmetry Perspective", 2002, section 1.5).
     */
    @Test
    void of_four_units_three_or_two_and_two_stay_alike() {
        String all = "(a + b + c + d)";
        BranchDiagram diagram = diagram(Flows.of(
                "{mu: 0}",
                "{a: mu a + a^2 - a^3 - 2 " + all + ", b: mu b + b^2 - b^3 - 2 " + all + ", c: mu c + c^2 - c^3 - 2 "
                        + all + ", d: mu d + d^2 - d^3 - 2 " + all + "}"));
        List<BranchIsotropy> leaving = leaving(diagram);
        assertEquals(
                List.of(4L, 6L),
                leaving.stream().map(i -> i.images().orElseThrow()).sorted().toList());
        assertTrue(
                leaving.stream().anyMatch(i -> i.words().matches("[abcd], [abcd], [abcd] alike")), leaving.toString());
        assertTrue(
                leaving.stream().anyMatch(i -> i.words().matches("a, [bcd] alike; [bc], [cd] alike")),
                leaving.toString());
    }

    /**
     * Fixed points are those of the circle x = cos θ, y = sin θ with p = cos(2θ)/2, which half a turn takes to itself: it turns
     * back at p = ±1/2, twice each, at images of one another.
     */
    @Test
    void a_closed_branch_lists_one_of_the_images_of_a_fold() {
        BranchDiagram diagram = BranchDiagramSolver.of(Flows.of(
                        "{p: 0}",
                        "{x: (1 - x^2 - y^2) x - (p - (x^2 - y^2)/2) y, y: (1 - x^2 - y^2) y + (p - (x^2 - y^2)/2) x}"))
                .solve(Map.of(), new ParameterRange("p", -1, 1));
        List<Bifurcation> folds = diagram.bifurcations(Bifurcation.Kind.FOLD).stream()
                .sorted(Comparator.comparingDouble(Bifurcation::parameter))
                .toList();
        assertEquals(2, folds.size(), folds.toString());
        assertEquals(-0.5, folds.get(0).parameter(), 1e-10);
        assertEquals(0.5, folds.get(1).parameter(), 1e-10);
        folds.forEach(fold -> assertEquals(Optional.of(2L), fold.images()));
    }
}

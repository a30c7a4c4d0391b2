package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/** What branches of large systems cost, in steps: as many as those of small ones. */
class LargeFlowTest {
    /** Where u″ + λ exp u = 0, u(0) = u(1) = 0, has its fold: λ = 8 (α / cosh α)² with α tanh α = 1. */
    private static final double FOLD = 3.513830719125162;

    /** The equation on n points, to second order in their distance. */
    private static BranchDiagram bratu(int n) {
        StringBuilder rates = new StringBuilder("{");
        int perUnit = (n + 1) * (n + 1);
        for (int i = 1; i <= n; i++) {
            String left = i == 1 ? "" : "u" + (i - 1) + " ";
            String right = i == n ? "" : " + u" + (i + 1);
            rates.append("u" + i + ": \"" + perUnit + " (" + left + "- 2 u" + i + right + ") + lam Exp[u" + i + "]\"");
            rates.append(i == n ? "}" : ", ");
        }
        CompiledSystem system = Flows.of("{lam: 1}", rates.toString());
        return BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange("lam", 0.02, 4));
    }

    private static int steps(BranchDiagram diagram) {
        return diagram.branches().stream().mapToInt(b -> b.points().size()).sum();
    }

    private static double fold(BranchDiagram diagram) {
        assertEquals(
                1,
                diagram.bifurcations(Bifurcation.Kind.FOLD).size(),
                diagram.notes().toString());
        return diagram.bifurcations(Bifurcation.Kind.FOLD).get(0).parameter();
    }

    @Test
    void steps_do_not_grow_with_the_number_of_unknowns() {
        BranchDiagram few = bratu(9);
        BranchDiagram many = bratu(79);
        double coarse = fold(few) - FOLD;
        double fine = fold(many) - FOLD;
        assertEquals(64, coarse / fine, 2, "the error falls as the square of the distance of points");
        assertTrue(steps(many) <= 1.5 * steps(few), steps(few) + " and " + steps(many) + " points");
    }
}

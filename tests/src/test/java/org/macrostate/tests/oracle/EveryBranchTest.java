package org.macrostate.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.continuation.Branch;
import org.macrostate.solvers.continuation.BranchDiagram;
import org.macrostate.solvers.continuation.BranchDiagramSolver;
import org.macrostate.solvers.continuation.BranchEnd;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Branches of every bundled model, each of its positive parameters from a fifth of its value to three times it, untuned. */
class EveryBranchTest {
    /** Vectors grow for ever: Hebb's rule adds up, and labels that can be separated are fitted better the longer they are. */
    private static final Set<String> NOWHERE_AT_REST = Set.of("hebb", "logistic-regression");

    static List<String> models() {
        return BundledModels.names();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("models")
    void branches_are_followed_to_an_end(String model) {
        LearningProblem problem = BundledModels.problem(model);
        CompiledSystem system = CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
        ParameterLayout layout = system.bound().parameters();
        for (int i = 0; i < layout.length(); i++) {
            double value = layout.defaults()[i];
            if (value > 0) {
                ParameterRange range = new ParameterRange(layout.labels().get(i), value / 5, 3 * value);
                check(model, range, BranchDiagramSolver.of(system).solve(Map.of(), range));
            }
        }
    }

    private static void check(String model, ParameterRange range, BranchDiagram diagram) {
        String where = model + " in " + range.parameter();
        if (NOWHERE_AT_REST.contains(model)) {
            assertEquals(List.of(), diagram.branches(), where);
            return;
        }
        assertFalse(diagram.branches().isEmpty(), where);
        List<Branch> whole = diagram.branches().stream()
                .filter(branch -> branch.begin() != BranchEnd.NOT_CONVERGED && branch.end() != BranchEnd.NOT_CONVERGED)
                .toList();
        assertTrue(
                2 * whole.size() > diagram.branches().size(),
                where + ": " + whole.size() + " of " + diagram.branches().size()
                        + " branches were followed to both ends");
    }
}

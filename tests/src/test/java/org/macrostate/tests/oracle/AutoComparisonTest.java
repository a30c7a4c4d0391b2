package org.macrostate.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.continuation.Bifurcation;
import org.macrostate.solvers.continuation.BranchDiagram;
import org.macrostate.solvers.continuation.BranchDiagramSolver;
import org.macrostate.solvers.continuation.BranchPoint;
import org.macrostate.solvers.continuation.CurveDiagramSolver;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.kernel.CompiledSystem;

/** The derived linear VAE has the bifurcations and the states that AUTO-07p finds in equations written by hand. */
class AutoComparisonTest {
    private static final ParameterRange BETA = new ParameterRange("beta", 0.05, 3);

    private final CompiledSystem system = linearVae();

    private static CompiledSystem linearVae() {
        LearningProblem problem = BundledModels.problem("linear-vae");
        return CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
    }

    private double[] branchPoints(double eta) {
        return BranchDiagramSolver.of(system).solve(Map.of("eta", eta), BETA).bifurcations().stream()
                .filter(b -> b.kind() == Bifurcation.Kind.BRANCH_POINT)
                .mapToDouble(Bifurcation::parameter)
                .sorted()
                .toArray();
    }

    @Test
    void bifurcations_and_states_are_those_of_auto() {
        Optional<AutoReference> built = AutoReference.build();
        assumeTrue(built.isPresent(), "AUTO-07p is not installed");
        AutoReference auto = built.orElseThrow();
        double[] theirs = auto.solutions("branches").stream()
                .filter(solution -> solution.type() == 1)
                .mapToDouble(solution -> solution.numbers()[0])
                .sorted()
                .toArray();
        assertEquals(2, theirs.length);
        double[] ours = branchPoints(1);
        for (int i = 0; i < 2; i++) {
            // ten digits are printed
            assertEquals(theirs[i], ours[i], 1e-9);
        }
        curves(auto);
        learnedArm(auto);
    }

    private void curves(AutoReference auto) {
        for (double eta : new double[] {0.25, 0.5}) {
            double[] ours = branchPoints(eta);
            assertEquals(2, ours.length);
            assertEquals(at(auto.solutions("noise"), eta), ours[0], 1e-9);
            assertEquals(at(auto.solutions("collapse"), eta), ours[1], 1e-9);
        }
        BranchDiagram branches = BranchDiagramSolver.of(system).solve(Map.of(), BETA);
        assertEquals(
                2,
                CurveDiagramSolver.of(system)
                        .solve(Map.of(), branches, new ParameterRange("eta", 0.05, 2))
                        .curves()
                        .size());
    }

    /** The varied parameter of a curve where the second one, printed last, has a value. */
    private static double at(List<AutoReference.Solution> curve, double eta) {
        return curve.stream()
                .map(AutoReference.Solution::numbers)
                .filter(numbers -> Math.abs(numbers[numbers.length - 1] - eta) < 1e-9)
                .mapToDouble(numbers -> numbers[0])
                .findFirst()
                .orElseThrow();
    }

    private void learnedArm(AutoReference auto) {
        double[] theirs = auto.solutions("branches").stream()
                .filter(solution -> solution.branch() == 2 && solution.numbers()[2] > 0)
                .map(AutoReference.Solution::numbers)
                .filter(numbers -> Math.abs(numbers[0] - BETA.from()) < 1e-9)
                .findFirst()
                .orElseThrow();
        BranchPoint arm = BranchDiagramSolver.of(system).solve(Map.of(), BETA).branches().stream()
                .flatMap(branch -> branch.points().stream())
                .filter(BranchPoint::stable)
                .filter(point -> point.state()[0] > 0)
                .min(Comparator.comparingDouble(BranchPoint::parameter))
                .orElseThrow();
        assertEquals(BETA.from(), arm.parameter(), 1e-12);
        for (int i = 0; i < arm.state().length; i++) {
            assertEquals(theirs[2 + i], arm.state()[i], 1e-8 * (1 + Math.abs(theirs[2 + i])), "element " + i);
        }
        assertTrue(arm.stable());
    }
}

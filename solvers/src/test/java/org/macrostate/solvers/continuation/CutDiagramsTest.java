package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.cycle.CycleDiagram;
import org.macrostate.solvers.cycle.CycleDiagramSolver;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/** What could not be computed is said: after the time is over, and where no fixed point has a value that is passed. */
class CutDiagramsTest {
    /** Has a Hopf point at b = 0, and z² = a folds. */
    private static final CompiledSystem FLOW = Flows.of("{b: 0.1, a: 1}", "{x: b x - y - x^3, y: x + b y, z: a - z^2}");

    @Test
    void curves_and_cycles_that_the_time_limit_ends_are_told_as_far_as_they_came() {
        ParameterRange range = new ParameterRange("b", -1, 0.9);
        BranchDiagram diagram = BranchDiagramSolver.of(FLOW).solve(Map.of(), range);
        Thread.currentThread().interrupt();
        CurveDiagram curves = CurveDiagramSolver.of(FLOW).solve(Map.of(), diagram, new ParameterRange("a", -1, 2));
        CycleDiagram cycles = CycleDiagramSolver.of(FLOW).solve(Map.of(), diagram);
        assertTrue(Thread.interrupted(), "who checks next is to stop, too");
        assertEquals(
                List.of(
                        "curves may be lacking: the work was ended, by a time limit or an interrupt, when 0 were followed"),
                curves.notes());
        assertEquals(
                List.of(
                        "limit cycles may be lacking: the work was ended, by a time limit or an interrupt, when 0 curves of them were followed"),
                cycles.notes());
    }

    /** 1 + x² has no root: between two points that are said to be neighbours on a branch there is none with x = 0. */
    @Test
    void a_value_that_no_fixed_point_has_is_no_mark() {
        CompiledSystem system = Flows.of("{a: 1}", "{x: 1 + x^2 + a^2}");
        ParameterRange range = new ParameterRange("a", -1, 1);
        BranchPoint one = new BranchPoint(-0.5, new double[] {-1}, true, List.of(), new double[0]);
        BranchPoint other = new BranchPoint(0.5, new double[] {1}, true, List.of(), new double[0]);
        Branch branch = new Branch(1, List.of(one, other), BranchEnd.TOO_LONG, BranchEnd.TOO_LONG, 0, Optional.empty());
        BranchDiagram diagram = new BranchDiagram(range, List.of(branch), List.of(), List.of(), true);
        BranchMarks marks = new BranchMarkSolver(system, Map.of()).solve(diagram, point -> point.state()[0], 0);
        assertEquals(List.of(), marks.points());
        assertEquals(
                List.of(
                        "branch 1: the value is passed between a = -0.5 and 0.5, and was not located: Newton's method finds"
                                + " no fixed point with it there"),
                marks.notes());
    }

    /** x² = a: x = 1/2 at a = 1/4. */
    @Test
    void a_value_that_a_fixed_point_has_is_a_mark() {
        CompiledSystem system = Flows.of("{a: 1}", "{x: a - x^2}");
        BranchDiagram diagram = BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange("a", -1, 1));
        BranchMarks marks = new BranchMarkSolver(system, Map.of()).solve(diagram, point -> point.state()[0], 0.5);
        assertEquals(1, marks.points().size());
        assertEquals(0.25, marks.points().get(0).point().parameter(), 1e-12);
        assertEquals(List.of(), marks.notes());
    }
}

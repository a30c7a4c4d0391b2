package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Surfaces of fixed points, along which eigenvalues change: of each kind of stability one member is shown, and none as a point by itself. */
class FamiliesOfPointsTest {
    private static FixedPoints found(String flow) {
        LearningProblem problem = ModelFile.read("model: flow\n" + flow, "flow");
        CompiledSystem system = CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
        return FixedPointSearch.of(system).find(system.bound().parameters().defaults());
    }

    /** With r = 1 − x² − y² − z² and the like, every zero of r is a fixed point; others are those that are counted. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x r; 2 y r; 3 z r; 1 - x^2 - y^2 - z^2; 1",
                "x r; y r; z r; 1 - x^2 - 2 y^2 - 3 z^2; 1",
                "x r; y r/2; 3 z r; 2 - x^2 - z^2 - y^2/4; 1",
                "x r; 2 y r; z r (1 + x^2); 1 - x^2 - y^2 - z^2; 1"
            })
    void a_surface_of_fixed_points_is_shown_by_one_member(String x, String y, String z, String r, int isolated) {
        FixedPoints found = found("""
                scalars: {x: {start: 0.7}, y: {start: 0.2}, z: {start: 0.1}}
                flow: {x: "%s", y: "%s", z: "%s"}
                """.formatted(with(x, r), with(y, r), with(z, r)));
        List<FixedPoint> members =
                found.points().stream().filter(p -> p.neutralModes() > 0).toList();
        assertEquals(
                isolated, found.points().size() - members.size(), found.points().toString());
        assertTrue(!members.isEmpty(), found.points().toString());
        for (FixedPoint member : members) {
            assertEquals(2, member.neutralModes(), member.toString());
        }
        assertEquals(
                members.size(),
                members.stream().map(FixedPoint::stability).distinct().count(),
                "one member for each way of being stable: " + members);
    }

    private static String with(String rate, String r) {
        return rate.replace("r", "(" + r + ")");
    }
}

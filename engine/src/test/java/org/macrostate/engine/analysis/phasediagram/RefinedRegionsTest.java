package org.macrostate.engine.analysis.phasediagram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.phase.ParameterAxis;
import org.macrostate.solvers.phase.PhaseBoundary;
import org.macrostate.solvers.phase.PhaseDiagram;
import org.macrostate.solvers.phase.TransitionType;

/** Two phases on the sides of the line y = x + 0.13. */
class RefinedRegionsTest {
    private static final int N = 5;

    private static PhaseBoundary line(int curve, PhaseBoundary.Kind kind, double from, double to) {
        return new PhaseBoundary(
                curve,
                kind,
                "low",
                new double[] {from, to},
                new double[] {from + 0.13, to + 0.13},
                List.of(TransitionType.UNKNOWN, TransitionType.UNKNOWN));
    }

    private static PhaseDiagram diagram(PhaseBoundary... boundaries) {
        int[] category = new int[N * N];
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < N; i++) {
                category[j * N + i] = j / 4.0 > i / 4.0 + 0.13 ? 1 : 0;
            }
        }
        return new PhaseDiagram(
                new ParameterAxis("a", 0, 1, N, false),
                new ParameterAxis("b", 0, 1, N, false),
                List.of("low", "high"),
                category,
                new int[N * N],
                new double[N * N][0],
                List.of(boundaries),
                List.of(),
                0,
                N * N,
                List.of());
    }

    private static void assertParted(PhaseDiagram diagram) {
        List<RefinedRegions.Polyline> curves = new ArrayList<>(BoundaryJoints.of(diagram));
        diagram.boundaries().forEach(b -> curves.add(new RefinedRegions.Polyline(b.x(), b.y())));
        RefinedRegions regions = new RefinedRegions(diagram, curves);
        assertTrue(regions.columns().length > 4 * N);
        for (int j = 0; j < regions.lines().length; j++) {
            for (int i = 0; i < regions.columns().length; i++) {
                double above = regions.lines()[j] - regions.columns()[i] - 0.13;
                assertEquals(above > 0 ? 1 : 0, regions.categories()[j][i], i + ", " + j);
            }
        }
    }

    @Test
    void regions_end_at_their_boundary_and_not_half_a_spacing_beside_it() {
        PhaseDiagram diagram = diagram(line(1, PhaseBoundary.Kind.FOLD, -0.2, 1));
        assertEquals(List.of(), BoundaryJoints.of(diagram));
        assertParted(diagram);
    }

    @Test
    void ends_of_curves_of_two_kinds_are_joined() {
        PhaseDiagram diagram =
                diagram(line(1, PhaseBoundary.Kind.FOLD, -0.2, 0.3), line(2, PhaseBoundary.Kind.HOPF, 0.5, 1));
        List<RefinedRegions.Polyline> joints = BoundaryJoints.of(diagram);
        assertEquals(1, joints.size());
        assertArrayEquals(new double[] {0.3, 0.5}, joints.get(0).x());
        assertParted(diagram);
    }

    @Test
    void far_ends_stay_apart_and_a_diagram_without_boundaries_is_its_grid() {
        assertEquals(
                List.of(),
                BoundaryJoints.of(diagram(
                        line(1, PhaseBoundary.Kind.FOLD, -0.2, 0.12), line(2, PhaseBoundary.Kind.HOPF, 0.7, 1))));
        assertEquals(N, new RefinedRegions(diagram(), List.of()).columns().length);
    }
}

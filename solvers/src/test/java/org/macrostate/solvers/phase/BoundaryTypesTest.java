package org.macrostate.solvers.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.continuation.CodimensionTwo;
import org.macrostate.solvers.problems.Flows;

/** Types of transitions along boundaries and the points at which they change; all values by hand or published. */
class BoundaryTypesTest {
    private static PhaseDiagram diagram(String parameters, String flow, ParameterAxis x, ParameterAxis y) {
        return PhaseDiagramSolver.of(Flows.of(parameters, flow)).solve(Map.of(), x, y);
    }

    private static CodimensionTwo only(PhaseDiagram diagram, CodimensionTwo.Kind kind) {
        List<CodimensionTwo> found =
                diagram.points().stream().filter(p -> p.kind() == kind).toList();
        assertEquals(1, found.size(), diagram.points().toString());
        return found.get(0);
    }

    private static Set<TransitionType> types(PhaseDiagram diagram) {
        return diagram.boundaries().stream().flatMap(b -> b.types().stream()).collect(Collectors.toSet());
    }

    /** Landau's free energy of sixth order: a pitchfork at a = 0 with cubic coefficient −b, folds at a = b²/4 for b negative. */
    @Test
    void a_pitchfork_becomes_a_jump_at_the_tricritical_point() {
        PhaseDiagram diagram = diagram(
                "{a: 0.1, b: 0.5}",
                "{x: -a x - b x^3 - x^5}",
                new ParameterAxis("a", -0.51, 0.5, 24),
                new ParameterAxis("b", -1, 0.93, 18));
        CodimensionTwo tricritical = only(diagram, CodimensionTwo.Kind.TRICRITICAL);
        assertEquals(0, tricritical.p(), 1e-8);
        assertEquals(0, tricritical.q(), 1e-8);
        int checked = 0;
        for (PhaseBoundary boundary : diagram.boundaries()) {
            for (int i = 0; i < boundary.x().length; i++) {
                double b = boundary.y()[i];
                if (boundary.kind() == PhaseBoundary.Kind.FOLD) {
                    assertEquals(b * b / 4, boundary.x()[i], 1e-8);
                    assertEquals(TransitionType.SADDLE_NODE, boundary.types().get(i));
                } else if (Math.abs(b) > 1e-6) {
                    assertEquals(
                            b > 0 ? TransitionType.SUPERCRITICAL_PITCHFORK : TransitionType.SUBCRITICAL_PITCHFORK,
                            boundary.types().get(i),
                            "b = " + b);
                    checked++;
                }
            }
        }
        assertTrue(checked > 10);
    }

    /**
     * M. Blume, V. J. Emery and R. B. Griffiths, Phys. Rev. A 4, 1071 (1971), mean field of the spin-1 model without the
     * biquadratic term: the transition is continuous down to T = 1/3 and of first order below, at Δ = (2/3) ln 2.
     */
    @Test
    void the_tricritical_point_of_the_spin_one_model_is_where_it_was_published() {
        PhaseDiagram diagram = diagram(
                "{T: 0.5, d: 0.3}",
                "{m: \"-m + 2 Sinh[m/T]/(2 Cosh[m/T] + Exp[d/T])\"}",
                new ParameterAxis("d", 0.3, 0.55, 14),
                new ParameterAxis("T", 0.22, 0.55, 12));
        CodimensionTwo tricritical = only(diagram, CodimensionTwo.Kind.TRICRITICAL);
        assertEquals(1.0 / 3, tricritical.q(), 1e-7);
        assertEquals(2 * Math.log(2) / 3, tricritical.p(), 1e-7);
        assertTrue(types(diagram)
                .containsAll(Set.of(
                        TransitionType.SUPERCRITICAL_PITCHFORK,
                        TransitionType.SUBCRITICAL_PITCHFORK,
                        TransitionType.SADDLE_NODE)));
    }

    /** The normal form of Bautin's bifurcation: the first Lyapunov coefficient has the sign of b. */
    @Test
    void hopf_points_change_their_type_at_the_bautin_point() {
        PhaseDiagram diagram = diagram(
                "{a: 0.1, b: 0.5}",
                "{x: a x - y + b x (x^2+y^2) - x (x^2+y^2)^2, y: x + a y + b y (x^2+y^2) - y (x^2+y^2)^2}",
                new ParameterAxis("a", -0.51, 0.5, 8),
                new ParameterAxis("b", -1, 0.93, 8));
        CodimensionTwo bautin = only(diagram, CodimensionTwo.Kind.BAUTIN);
        assertEquals(0, bautin.p(), 1e-8);
        assertEquals(0, bautin.q(), 1e-6);
        PhaseBoundary boundary = diagram.boundaries().get(0);
        List<PhaseBoundary.Piece> pieces = boundary.pieces();
        assertEquals(2, pieces.size());
        for (PhaseBoundary.Piece piece : pieces) {
            double middle = piece.y()[piece.y().length / 2];
            assertEquals(
                    middle < 0 ? TransitionType.SUPERCRITICAL_HOPF : TransitionType.SUBCRITICAL_HOPF, piece.type());
        }
    }

    /** Kuznetsov, section 8.4: folds at b = c²/4 and Hopf points at b = 0, c negative, meet at the origin. */
    @Test
    void boundaries_end_at_the_bogdanov_takens_point_where_they_meet() {
        PhaseDiagram diagram = diagram(
                "{b: 0.1, c: -0.5}",
                "{x: y, y: b + c x + x^2 - x y}",
                new ParameterAxis("b", -0.31, 0.2, 12),
                new ParameterAxis("c", -0.93, 0.62, 12));
        CodimensionTwo point = only(diagram, CodimensionTwo.Kind.BOGDANOV_TAKENS);
        assertEquals(0, point.p(), 1e-7);
        assertEquals(0, point.q(), 1e-7);
        long ending = diagram.boundaries().stream()
                .filter(b -> Math.hypot(b.x()[0] - point.p(), b.y()[0] - point.q()) < 1e-9
                        || Math.hypot(b.x()[b.x().length - 1] - point.p(), b.y()[b.y().length - 1] - point.q()) < 1e-9)
                .count();
        assertTrue(ending >= 1, diagram.boundaries().toString());
    }

    /** The folds of the cusp h² = 4 a³/27 meet at the origin. */
    @Test
    void folds_reach_the_cusp() {
        PhaseDiagram diagram = diagram(
                "{h: 0.1, a: 0.5}",
                "{x: h + a x - x^3}",
                new ParameterAxis("h", -0.61, 0.6, 20),
                new ParameterAxis("a", -0.51, 1, 15));
        CodimensionTwo cusp = only(diagram, CodimensionTwo.Kind.CUSP);
        assertEquals(0, cusp.p(), 1e-8);
        assertEquals(0, cusp.q(), 1e-5);
        assertEquals(Set.of(TransitionType.SADDLE_NODE), types(diagram));
    }

    /** J. E. Marsden and M. McCracken, The Hopf Bifurcation (1976): the Lorenz system's is subcritical at σ = 10. */
    @Test
    void the_lorenz_system_has_a_continuous_pitchfork_and_a_jump_at_its_hopf_points() {
        PhaseDiagram diagram = PhaseDiagramSolver.of(Flows.lorenz())
                .solve(Map.of(), new ParameterAxis("rho", 0.1, 27, 6), new ParameterAxis("sigma", 9.3, 10.7, 2));
        for (PhaseBoundary boundary : diagram.boundaries()) {
            TransitionType expected = boundary.kind() == PhaseBoundary.Kind.HOPF
                    ? TransitionType.SUBCRITICAL_HOPF
                    : TransitionType.SUPERCRITICAL_PITCHFORK;
            assertTrue(boundary.types().stream().allMatch(type -> type == expected), boundary.toString());
        }
        assertEquals(2, types(diagram).size());
    }
}

package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/**
 * Curves that are met in points of codimension two only: ranges are such that no bifurcation of their kind is at the present
 * value of the second parameter, nor at any other at which bifurcations are sought. Curves follow from the equations by hand.
 */
class CodimensionSwitchTest {
    private static final String BOGDANOV_TAKENS = "{x: y, y: b1 + b2 x + x^2 - x y}";
    private static final String ZERO_HOPF = "{x: b1 + x^2 + y^2 + z^2, y: (b2 - x) y - z, z: y + (b2 - x) z}";

    private static CurveDiagram diagram(String rates, double p, double q, ParameterRange first, ParameterRange second) {
        CompiledSystem system = Flows.of(
                "{" + first.parameter() + ": {value: " + p + "}, " + second.parameter() + ": {value: " + q + "}}",
                rates);
        BranchDiagram diagram = BranchDiagramSolver.of(system).solve(Map.of(), first);
        return CurveDiagramSolver.of(system).solve(Map.of(), diagram, second);
    }

    private static List<BifurcationCurve> curves(CurveDiagram diagram, Bifurcation.Kind kind) {
        return diagram.curves().stream().filter(c -> c.kind() == kind).toList();
    }

    private static void assertReaches(BifurcationCurve curve, double p, double q) {
        assertTrue(
                curve.points().stream().anyMatch(point -> Math.hypot(point.p() - p, point.q() - q) <= 1e-6),
                curve.points().get(0) + " to "
                        + curve.points().get(curve.points().size() - 1));
    }

    /** Kuznetsov, section 8.4: Hopf points of x = 0 on b1 = 0 for b2 < 0, on which they end. */
    @Test
    void hopf_points_begin_at_a_bogdanov_takens_point() {
        CurveDiagram found = diagram(
                BOGDANOV_TAKENS, 0, 0.7, new ParameterRange("b1", -0.6, 0.6), new ParameterRange("b2", -0.05, 1.3));
        BifurcationCurve hopf = curves(found, Bifurcation.Kind.HOPF).get(0);
        assertEquals(1, curves(found, Bifurcation.Kind.HOPF).size());
        hopf.points().forEach(point -> assertEquals(0, point.p(), 1e-9));
        assertReaches(hopf, 0, 0);
        assertReaches(hopf, 0, -0.05);
        assertEquals(CurveEnd.CODIMENSION_TWO, hopf.begin());
        assertEquals(CurveEnd.PARAMETER_BOUND, hopf.end());
        assertEquals(List.of(), found.notes());
        assertEquals(1, found.points().size(), found.points().toString());
        assertEquals(List.of(1, 2), found.points().get(0).curves());
    }

    /** Hopf points of x = 0 on b1 = 0 are on the side of b2 < 0: outside of these ranges, on whose edge they begin. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-12, -1e-9, -1e-7})
    void hopf_points_that_leave_the_range_where_they_begin_are_no_curve_and_no_failure(double edge) {
        CurveDiagram found = diagram(
                BOGDANOV_TAKENS, 0, 0.7, new ParameterRange("b1", -0.6, 0.6), new ParameterRange("b2", edge, 1.3));
        assertEquals(1, curves(found, Bifurcation.Kind.FOLD).size());
        assertEquals(List.of(), found.notes());
        curves(found, Bifurcation.Kind.HOPF)
                .forEach(curve -> assertTrue(curve.points().size() > 1, "a curve of one point"));
    }

    /** The last step before the end of a range passes points of codimension two, too. */
    @ParameterizedTest
    @ValueSource(doubles = {-1e-3, -3e-3, -1e-2, -2e-2})
    void a_bogdanov_takens_point_just_within_the_range_is_found(double edge) {
        CurveDiagram found = diagram(
                BOGDANOV_TAKENS, 0, 0.7, new ParameterRange("b1", -0.6, 0.6), new ParameterRange("b2", edge, 1.3));
        assertEquals(1, found.points().size(), found.points().toString());
        assertEquals(CodimensionTwo.Kind.BOGDANOV_TAKENS, found.points().get(0).kind());
        assertEquals(1, curves(found, Bifurcation.Kind.HOPF).size());
        assertEquals(List.of(), found.notes());
    }

    /** Folds of x and folds of y are two curves. */
    @Test
    void a_bound_on_the_number_of_curves_is_a_note() {
        CompiledSystem system =
                Flows.of("{p: {value: 0}, q: {value: 0.1}}", "{x: p + q x - x^3, y: p - 1/5 + q y - y^3}");
        BranchDiagram diagram = BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange("p", -0.9, 0.91));
        CurveDiagram found = CurveDiagramSolver.of(system)
                .withLimits(new CurveLimits(1, OptionalInt.of(0)))
                .solve(Map.of(), diagram, new ParameterRange("q", -1, 1));
        assertEquals(1, found.curves().size());
        assertTrue(
                found.notes()
                        .contains("there may be more curves: no more than 1 are followed unless --max-curves says so"),
                found.notes().toString());
    }

    /** One unit that decides, and forty that follow it. */
    @Test
    void where_a_large_system_is_not_searched_at_other_values_a_note_says_so() {
        StringBuilder rates = new StringBuilder("{x: p + q x - x^3");
        for (int i = 0; i < 40; i++) {
            rates.append(", y")
                    .append(i)
                    .append(": -y")
                    .append(i)
                    .append(" + x/")
                    .append(i + 2);
        }
        CompiledSystem system = Flows.of("{p: {value: 0}, q: {value: 0.5}}", rates + "}");
        BranchDiagram diagram = BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange("p", -0.9, 0.91));
        ParameterRange q = new ParameterRange("q", -1, 1);
        CurveDiagram found = CurveDiagramSolver.of(system).solve(Map.of(), diagram, q);
        assertTrue(
                found.notes().stream().anyMatch(note -> note.contains("--probes")),
                found.notes().toString());
        CurveDiagram asked = CurveDiagramSolver.of(system)
                .withLimits(new CurveLimits(200, OptionalInt.of(0)))
                .solve(Map.of(), diagram, q);
        assertEquals(List.of(), asked.notes());
    }

    /** Folds on b1 = b2²/4. */
    @Test
    void folds_pass_through_the_bogdanov_takens_point_of_hopf_points() {
        CurveDiagram found = diagram(
                BOGDANOV_TAKENS, 0, -1, new ParameterRange("b1", -0.6, 0.0005), new ParameterRange("b2", -1.5, 1.3));
        List<BifurcationCurve> folds = curves(found, Bifurcation.Kind.FOLD);
        assertEquals(1, folds.size());
        folds.get(0).points().forEach(point -> assertEquals(point.q() * point.q() / 4, point.p(), 1e-9));
        assertReaches(folds.get(0), 0.0005, Math.sqrt(0.002));
        assertReaches(folds.get(0), 0.0005, -Math.sqrt(0.002));
        assertEquals(List.of(), found.notes());
    }

    /** Folds of x = 0 on b1 = 0, Hopf points of x = b2 on b1 = −b2². */
    @ParameterizedTest
    @ValueSource(doubles = {2, -0.9})
    void hopf_points_pass_through_a_zero_hopf_point(double b2) {
        CurveDiagram found =
                diagram(ZERO_HOPF, 0, b2, new ParameterRange("b1", -0.01, 0.9), new ParameterRange("b2", -1, 3));
        List<BifurcationCurve> hopf = curves(found, Bifurcation.Kind.HOPF);
        assertEquals(1, hopf.size(), found.notes().toString());
        hopf.get(0).points().forEach(point -> assertEquals(-point.q() * point.q(), point.p(), 1e-9));
        assertReaches(hopf.get(0), -0.01, 0.1);
        assertReaches(hopf.get(0), -0.01, -0.1);
        assertEquals(List.of(), found.notes());
    }

    /** The same with the parameters' parts exchanged: the second parameter is what the Hopf points are at their nominal value. */
    @Test
    void folds_pass_through_the_zero_hopf_point_of_hopf_points() {
        CurveDiagram found =
                diagram(ZERO_HOPF, 0, -0.5, new ParameterRange("b2", -0.9, 1.1), new ParameterRange("b1", -0.8, 0.7));
        List<BifurcationCurve> folds = curves(found, Bifurcation.Kind.FOLD);
        assertEquals(1, folds.size(), found.notes().toString());
        folds.get(0).points().forEach(point -> assertEquals(0, point.q(), 1e-9));
        assertReaches(folds.get(0), -0.9, 0);
        assertReaches(folds.get(0), 1.1, 0);
    }

    /** Two oscillators, growing at p and at p − q. */
    @Test
    void the_other_pair_of_a_double_hopf_point_is_followed() {
        CurveDiagram found = diagram(
                "{x: p x - y - x (x^2 + y^2), y: x + p y - y (x^2 + y^2),"
                        + " u: (p - q) u - 3 v - u (u^2 + v^2), v: 3 u + (p - q) v - v (u^2 + v^2)}",
                0,
                2,
                new ParameterRange("p", -0.02, 0.9),
                new ParameterRange("q", -0.5, 3.5));
        List<BifurcationCurve> hopf = curves(found, Bifurcation.Kind.HOPF);
        assertEquals(2, hopf.size(), found.notes().toString());
        hopf.get(1).points().forEach(point -> assertEquals(point.q(), point.p(), 1e-9));
        assertReaches(hopf.get(1), -0.02, -0.02);
        assertReaches(hopf.get(1), 0.9, 0.9);
    }

    /** An oscillator that grows at p, and a pitchfork at p = q. */
    @Test
    void branch_points_pass_through_the_zero_hopf_point_of_hopf_points() {
        CurveDiagram found = diagram(
                "{x: p x - y - x (x^2 + y^2), y: x + p y - y (x^2 + y^2), w: (p - q) w - w^3}",
                0,
                2,
                new ParameterRange("p", -0.02, 0.9),
                new ParameterRange("q", -0.5, 3.5));
        List<BifurcationCurve> crossings = curves(found, Bifurcation.Kind.BRANCH_POINT);
        assertEquals(1, crossings.size(), found.notes().toString());
        crossings.get(0).points().forEach(point -> assertEquals(point.q(), point.p(), 1e-9));
        assertReaches(crossings.get(0), 0.9, 0.9);
    }

    /** dx/dt = p + q x − x³ has folds on 4 q³ = 27 p²: both arms from one side, and from where there is none. */
    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.01, -0.9})
    void both_arms_of_a_cusp_are_one_curve_wherever_the_second_parameter_stands(double q) {
        CurveDiagram found = diagram(
                "{x: p + q x - x^3}", 0, q, new ParameterRange("p", -0.3, 0.31), new ParameterRange("q", -1, 1));
        List<BifurcationCurve> folds = curves(found, Bifurcation.Kind.FOLD);
        assertEquals(1, folds.size(), found.notes().toString());
        folds.get(0)
                .points()
                .forEach(point -> assertEquals(4 * Math.pow(point.q(), 3), 27 * point.p() * point.p(), 1e-9));
        assertReaches(folds.get(0), -0.3, 3 * Math.cbrt(0.09 / 4));
        assertReaches(folds.get(0), 0.31, 3 * Math.cbrt(0.31 * 0.31 / 4));
        assertEquals(1, found.points().size(), found.points().toString());
    }

    /**
     * With x → −x a symmetry, branch points of x = 0 on b1 = 0; Hopf points of x = 0 on b2 = 0, b1 < 0, and of x² = b1 on b1 = b2
     * > 0 (Kuznetsov, section 7.4).
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, -0.7})
    void both_curves_of_hopf_points_of_a_symmetric_bogdanov_takens_point_are_found(double b2) {
        CurveDiagram found = diagram(
                "{x: y, y: b1 x + b2 y - x^3 - x^2 y}",
                0,
                b2,
                new ParameterRange("b1", -0.6, 0.8),
                new ParameterRange("b2", -1, 1.1));
        assertEquals(
                1,
                curves(found, Bifurcation.Kind.BRANCH_POINT).size(),
                found.notes().toString());
        List<BifurcationCurve> hopf = curves(found, Bifurcation.Kind.HOPF);
        assertTrue(
                hopf.stream().anyMatch(curve -> curve.points().stream()
                        .allMatch(point -> Math.abs(point.q()) <= 1e-9 && point.p() <= 1e-9)),
                found.notes() + " " + hopf.size());
        assertTrue(hopf.stream()
                .anyMatch(curve -> curve.points().stream().allMatch(point -> Math.abs(point.q() - point.p()) <= 1e-9)));
        assertEquals(List.of(), found.notes());
    }

    /** J. Rinzel and G. B. Ermentrout (1998): at gCa = 4 folds and one Hopf point, at gCa = 2.46 another one beside them. */
    @Test
    void the_curves_of_the_morris_lecar_model_are_the_same_from_two_values_of_the_conductance() {
        String rates = "{V: (I - 2 (V + 60) - gCa (1 + Tanh[(V + 6/5)/18])/2 (V - 120) - 8 w (V + 84))/20,"
                + " w: Cosh[(V - 12)/34.8]/15 ((1 + Tanh[(V - 12)/17.4])/2 - w)}";
        ParameterRange current = new ParameterRange("I", -100, 300);
        ParameterRange conductance = new ParameterRange("gCa", 1, 6);
        CurveDiagram one = diagram(rates, 0, 4, current, conductance);
        CurveDiagram other = diagram(rates, 0, 2.46, current, conductance);
        for (CurveDiagram found : List.of(one, other)) {
            assertEquals(1, curves(found, Bifurcation.Kind.HOPF).size());
            assertEquals(1, curves(found, Bifurcation.Kind.FOLD).size());
            assertEquals(4, found.points().size(), found.points().toString());
            assertEquals(List.of(), found.notes());
        }
        for (CodimensionTwo point : one.points()) {
            assertTrue(
                    other.points().stream()
                            .anyMatch(same -> same.kind() == point.kind()
                                    && Math.abs(same.p() - point.p()) <= 1e-4
                                    && Math.abs(same.q() - point.q()) <= 1e-6),
                    point.kind() + " among " + other.points());
        }
    }
}

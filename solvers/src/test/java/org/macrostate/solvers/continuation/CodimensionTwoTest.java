package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/**
 * Points of codimension two whose places mathematics gives; the cusp and the Bogdanov–Takens point are in {@link
 * CurveDiagramTest}.
 */
class CodimensionTwoTest {
    private static List<CodimensionTwo> points(CompiledSystem system, ParameterRange p, ParameterRange q) {
        BranchDiagram diagram = BranchDiagramSolver.of(system).solve(Map.of(), p);
        return CurveDiagramSolver.of(system).solve(Map.of(), diagram, q).points();
    }

    private static void assertOnly(
            CodimensionTwo.Kind kind, double p, double q, double accuracy, List<CodimensionTwo> found) {
        assertEquals(1, found.size(), found.toString());
        assertEquals(kind, found.get(0).kind());
        assertEquals(p, found.get(0).p(), accuracy);
        assertEquals(q, found.get(0).q(), accuracy);
    }

    private static double coefficient(CompiledSystem system, double frequency) {
        int n = system.length();
        double[] parameters = system.bound().parameters().defaults();
        double[] work = new double[system.jacobian().workLength()];
        double[] v = new double[n];
        v[0] = 1;
        return new LyapunovCoefficient(
                        state -> {
                            double[] jacobian = new double[n * n];
                            system.jacobian().eval(0, state, parameters, jacobian, work);
                            return jacobian;
                        },
                        new double[n])
                .at(frequency, v);
    }

    /** r' = c r³ + s r⁵: l₁ = 2 c / ω with unit q, and the Bautin point where c = 0 (Kuznetsov, section 8.3). */
    @Test
    void the_bautin_normal_form() {
        String rates = "{x: mu x - 2 y + c x (x^2 + y^2) - x (x^2 + y^2)^2,"
                + " y: 2 x + mu y + c y (x^2 + y^2) - y (x^2 + y^2)^2}";
        for (double c : new double[] {-0.7, 0, 1.3}) {
            CompiledSystem system = Flows.of("{mu: {value: 0}, c: {value: " + c + "}}", rates);
            assertEquals(2 * c / 2, coefficient(system, 2), 1e-8);
        }
        List<CodimensionTwo> found = points(
                Flows.of("{mu: {value: 0}, c: {value: 0.4}}", rates),
                new ParameterRange("mu", -0.31, 0.4),
                new ParameterRange("c", -1, 1));
        assertOnly(CodimensionTwo.Kind.BAUTIN, 0, 0, 1e-7, found);
    }

    /**
     * Quadratic and cubic terms in the plane: 16 a = f_xxx + f_xyy + g_xxy + g_yyy + (f_xy (f_xx + f_yy) − g_xy (g_xx +
     * g_yy) − f_xx g_xx + f_yy g_yy) / ω with r' = a r³ (Guckenheimer and Holmes, equation 3.4.11), l₁ = 2 a / ω.
     */
    @Test
    void the_coefficient_in_the_plane_is_that_of_guckenheimer_and_holmes() {
        double omega = 1.5;
        double fxx = 0.6;
        double fxy = 0.7;
        double fyy = -0.4;
        double gxx = -1;
        double gxy = 0.9;
        double gyy = 0.5;
        String rates = "{x: mu x - 1.5 y + 0.3 x^2 + 0.7 x y - 0.2 y^2 + c x^3 + 0.25 x y^2,"
                + " y: 1.5 x + mu y - 0.5 x^2 + 0.9 x y + 0.25 y^2 - 0.15 x^2 y + 0.05 y^3}";
        double without = 2 * 0.25
                + 2 * -0.15
                + 6 * 0.05
                + (fxy * (fxx + fyy) - gxy * (gxx + gyy) - fxx * gxx + fyy * gyy) / omega;
        double c = 0.35;
        CompiledSystem system = Flows.of("{mu: {value: 0}, c: {value: " + c + "}}", rates);
        assertEquals(2 * (6 * c + without) / 16 / omega, coefficient(system, omega), 1e-8);
        List<CodimensionTwo> found =
                points(system, new ParameterRange("mu", -0.21, 0.2), new ParameterRange("c", -1, 1));
        assertTrue(
                found.stream()
                        .anyMatch(point -> point.kind() == CodimensionTwo.Kind.BAUTIN
                                && Math.abs(point.p()) <= 1e-7
                                && Math.abs(point.q() + without / 6) <= 1e-7),
                found.toString());
    }

    /**
     * A third variable z' = −z + x² that acts on x as k x z: averaged over θ with x = r cos θ, z = r² (1 + Re[e^{2iθ} /
     * (1 + 2iω)]) / 2, it adds k (1/4 + 1 / (8 (1 + 4ω²))) to c.
     */
    @Test
    void the_centre_manifold_is_in_the_coefficient() {
        String rates = "{x: mu x - y + c x (x^2 + y^2) + 0.8 x z, y: x + mu y + c y (x^2 + y^2), z: -z + x^2}";
        double added = 0.8 * (1.0 / 4 + 1.0 / 40);
        CompiledSystem system = Flows.of("{mu: {value: 0}, c: {value: 0.3}}", rates);
        assertEquals(2 * (0.3 + added), coefficient(system, 1), 1e-8);
        List<CodimensionTwo> found =
                points(system, new ParameterRange("mu", -0.21, 0.2), new ParameterRange("c", -0.9, 0.5));
        assertOnly(CodimensionTwo.Kind.BAUTIN, 0, -added, 1e-7, found);
    }

    /** Two oscillators of different frequency, growing at p and at p − q. */
    @Test
    void curves_of_hopf_points_cross_at_a_double_hopf_point() {
        CompiledSystem system = Flows.of(
                "{p: {value: 0}, q: {value: 0.3}}",
                "{x: p x - y - x (x^2 + y^2), y: x + p y - y (x^2 + y^2),"
                        + " u: (p - q) u - 3 v - u (u^2 + v^2), v: 3 u + (p - q) v - v (u^2 + v^2)}");
        List<CodimensionTwo> found =
                points(system, new ParameterRange("p", -0.7, 0.9), new ParameterRange("q", -0.47, 0.53));
        assertOnly(CodimensionTwo.Kind.DOUBLE_HOPF, 0, 0, 1e-8, found);
        assertEquals(2, found.get(0).curves().size());
    }

    /** An oscillator that grows at p, and a pitchfork at p = q. */
    @Test
    void a_hopf_curve_crosses_a_zero_eigenvalue() {
        CompiledSystem system = Flows.of(
                "{p: {value: 0}, q: {value: 0.3}}",
                "{x: p x - y - x (x^2 + y^2), y: x + p y - y (x^2 + y^2), w: (p - q) w - w^3}");
        List<CodimensionTwo> found =
                points(system, new ParameterRange("p", -0.7, 0.9), new ParameterRange("q", -0.47, 0.53));
        List<CodimensionTwo> there = found.stream()
                .filter(point -> Math.abs(point.p()) + Math.abs(point.q()) <= 1e-7)
                .toList();
        assertEquals(1, there.size(), found.toString());
        assertEquals(CodimensionTwo.Kind.ZERO_HOPF, there.get(0).kind());
    }

    /** Two pitchforks, at p = 0 and at p = q. */
    @Test
    void curves_of_branch_points_cross_where_two_directions_are_critical() {
        CompiledSystem system = Flows.of("{p: {value: 0}, q: {value: 0.3}}", "{w: p w - w^3, s: (p - q) s - s^3}");
        List<CodimensionTwo> found =
                points(system, new ParameterRange("p", -0.7, 0.9), new ParameterRange("q", -0.47, 0.53));
        List<CodimensionTwo> there = found.stream()
                .filter(point -> Math.abs(point.p()) + Math.abs(point.q()) <= 1e-7)
                .toList();
        assertEquals(1, there.size(), found.toString());
        assertEquals(CodimensionTwo.Kind.DOUBLE_ZERO, there.get(0).kind());
    }
}

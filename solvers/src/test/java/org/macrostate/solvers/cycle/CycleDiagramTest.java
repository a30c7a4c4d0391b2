package org.macrostate.solvers.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.continuation.BranchDiagram;
import org.macrostate.solvers.continuation.BranchDiagramSolver;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/** Limit cycles from Hopf points; values by hand, from the literature or by direct integration. */
class CycleDiagramTest {
    private static CycleDiagram cycles(CompiledSystem system, double from, double to) {
        String parameter = system.bound().parameters().labels().get(0);
        BranchDiagram diagram = BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange(parameter, from, to));
        return CycleDiagramSolver.of(system).solve(Map.of(), diagram);
    }

    /** r' = r (mu + r² − r⁴), θ' = 1: r² = (1 ± √(1 + 4 mu))/2 with multiplier exp(2π (2 r² − 4 r⁴)); fold at −1/4. */
    @Test
    void a_subcritical_branch_of_cycles_turns_where_two_cycles_meet() {
        CompiledSystem system = Flows.of(
                "{mu: 0.5}",
                "{x: \"mu x - y + x (x^2+y^2) - x (x^2+y^2)^2\", y: \"x + mu y + y (x^2+y^2) - y (x^2+y^2)^2\"}");
        CycleDiagram diagram = cycles(system, -1, 0.7);
        assertEquals(List.of(), diagram.notes());
        CycleBranch branch = diagram.branches().get(0);
        assertEquals(1, branch.bifurcations().size());
        assertEquals(CycleBifurcation.Kind.FOLD, branch.bifurcations().get(0).kind());
        assertEquals(-0.25, branch.bifurcations().get(0).point().parameter(), 1e-9);
        assertEquals(CycleEnd.PARAMETER_BOUND, branch.end());
        for (CyclePoint point : branch.points()) {
            double r2 = point.most()[0] * point.most()[0];
            assertEquals(0, point.parameter() + r2 - r2 * r2, 1e-6);
            assertEquals(2 * Math.PI, point.period(), 1e-8);
            double multiplier = Math.exp(2 * Math.PI * (2 * r2 - 4 * r2 * r2));
            assertEquals(multiplier, point.multipliers().get(0).getRealPart(), 1e-5 * (1 + multiplier));
            assertEquals(r2 > 0.5, point.stable());
        }
    }

    /** C. Sparrow, The Lorenz Equations (1982): the homoclinic orbit of the origin at r = 13.926. */
    @Test
    void the_period_of_the_lorenz_cycles_grows_without_bound_at_the_homoclinic_orbit() {
        CycleDiagram diagram = cycles(Flows.lorenz(), 0.5, 30);
        assertEquals(1, diagram.branches().size());
        CycleBranch branch = diagram.branches().get(0);
        assertEquals(470.0 / 19, branch.hopf(), 1e-9);
        assertEquals(CycleEnd.PERIOD_TO_INFINITY, branch.end());
        assertEquals(13.926557, branch.limit(), 1e-5);
        assertTrue(branch.points().stream().noneMatch(CyclePoint::stable));
    }

    /** Around the centre of x'' = −x cycles of all sizes stand at one value of the damping. */
    @Test
    void cycles_around_a_centre_are_a_family() {
        CompiledSystem system = Flows.of("{mu: 0.1}", "{x: y, y: \"mu y - x\"}");
        CycleDiagram diagram = cycles(system, -0.5, 0.5);
        assertEquals(CycleEnd.FAMILY, diagram.branches().get(0).end());
        assertEquals(List.of(), diagram.branches().get(0).bifurcations());
    }

    /** O. E. Rössler's flow with b = 0.4, c = 2: against the crossings of y = 0 along a trajectory. */
    @Test
    void periods_are_those_of_trajectories_before_and_after_a_period_doubling() {
        CompiledSystem system = Flows.of("{a: 0.1}", "{x: \"-y-z\", y: \"x + a y\", z: \"2/5 + z (x - 2)\"}");
        CycleBranch branch = cycles(system, -0.2, 0.5).branches().get(0);
        List<CycleBifurcation> doublings = branch.bifurcations().stream()
                .filter(b -> b.kind() == CycleBifurcation.Kind.PERIOD_DOUBLING)
                .toList();
        assertEquals(1, doublings.size());
        double at = doublings.get(0).point().parameter();
        double period = doublings.get(0).point().period();
        double[] before = returns(at - 0.004);
        assertEquals(before[0], before[1], 1e-4 * period);
        double[] after = returns(at + 0.004);
        assertTrue(Math.abs(after[0] - after[1]) > 1e-2 * period, after[0] + " " + after[1]);
        assertEquals(after[0], after[2], 1e-4 * period);
        for (CyclePoint point : branch.points()) {
            if (point.stable() && point.parameter() > 0.2 && point.parameter() < 0.3) {
                assertEquals(returns(point.parameter())[0], point.period(), 1e-5);
            }
        }
    }

    /** Times between three successive upward crossings of y = 0 after transients, by the classical Runge–Kutta method. */
    private static double[] returns(double a) {
        double[] u = {1, 0, 0.5};
        double h = 2e-3;
        double last = Double.NaN;
        double[] times = new double[3];
        int count = 0;
        for (int k = 0; count < 3; k++) {
            double[] before = u.clone();
            double[] k1 = rates(u, a);
            double[] k2 = rates(moved(u, h / 2, k1), a);
            double[] k3 = rates(moved(u, h / 2, k2), a);
            double[] k4 = rates(moved(u, h, k3), a);
            for (int i = 0; i < 3; i++) {
                u[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
            if (k * h > 6000 && before[1] < 0 && u[1] >= 0) {
                double part = before[1] / (before[1] - u[1]);
                double time = (k + part) * h;
                if (!Double.isNaN(last)) {
                    times[count++] = time - last;
                }
                last = time;
            }
        }
        return times;
    }

    private static double[] rates(double[] u, double a) {
        return new double[] {-u[1] - u[2], u[0] + a * u[1], 0.4 + u[2] * (u[0] - 2)};
    }

    private static double[] moved(double[] u, double h, double[] k) {
        return new double[] {u[0] + h * k[0], u[1] + h * k[1], u[2] + h * k[2]};
    }

    /** In the plane there is one multiplier beside the trivial one: cycles fold, and nothing else. Values of AUTO-07p's demo plp. */
    @Test
    void cycles_in_the_plane_only_fold() {
        CompiledSystem system = Flows.of("{rho: 2.1}", """
                {s: 110 - s - rho s a/(1 + s + 0.1 s^2), a: 100 - 0.2 a - rho s a/(1 + s + 0.1 s^2)}""");
        CycleDiagram diagram = CycleDiagramSolver.of(system)
                .solve(Map.of(), BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange("rho", 2, 6)));
        assertEquals(1, diagram.branches().size());
        List<CycleBifurcation> found = diagram.branches().get(0).bifurcations();
        assertEquals(
                List.of(CycleBifurcation.Kind.FOLD, CycleBifurcation.Kind.FOLD),
                found.stream().map(CycleBifurcation::kind).toList());
        assertEquals(2.75969, found.get(0).point().parameter(), 5e-6);
        assertEquals(10.0064, found.get(0).point().period(), 5e-5);
        assertEquals(5.00784, found.get(1).point().parameter(), 5e-6);
        assertEquals(5.67658, found.get(1).point().period(), 5e-6);
    }
}

package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;
import org.macrostate.solvers.problems.LinearVae;

/** Curves whose equations are known by hand; several systems are demonstration problems of AUTO-07p. */
class CurveDiagramTest {
    private static CurveDiagram curves(CompiledSystem system, ParameterRange p, ParameterRange q) {
        BranchDiagram diagram = BranchDiagramSolver.of(system).solve(Map.of(), p);
        return CurveDiagramSolver.of(system).solve(Map.of(), diagram, q);
    }

    private static List<BifurcationCurve> of(CurveDiagram diagram, Bifurcation.Kind kind) {
        return diagram.curves().stream().filter(c -> c.kind() == kind).toList();
    }

    /** μ + λ x − x³: both folds, 27 μ² = 4 λ³, are one curve through the cusp. */
    @Test
    void the_folds_of_the_cusp_normal_form_meet_at_the_cusp() {
        CompiledSystem system = Flows.of("{mu: {value: 0}, lambda: {value: 1}}", "{x: mu + lambda x - x^3}");
        CurveDiagram diagram = curves(system, new ParameterRange("mu", -1, 1), new ParameterRange("lambda", -0.5, 2));
        assertEquals(1, diagram.curves().size());
        BifurcationCurve folds = diagram.curves().get(0);
        for (BifurcationCurve.Point point : folds.points()) {
            assertEquals(27 * point.p() * point.p(), 4 * Math.pow(point.q(), 3), 1e-10);
        }
        assertEquals(CurveEnd.PARAMETER_BOUND, folds.begin());
        assertEquals(CurveEnd.PARAMETER_BOUND, folds.end());
        assertEquals(1, diagram.points().size());
        CodimensionTwo cusp = diagram.points().get(0);
        assertEquals(CodimensionTwo.Kind.CUSP, cusp.kind());
        assertArrayEquals(new double[] {0, 0, 0}, new double[] {cusp.p(), cusp.q(), cusp.state()[0]}, 1e-10);
    }

    /** x' = y, y' = b₁ + b₂ x + x² − x y: folds b₁ = b₂²/4, Hopf points b₁ = 0 with b₂ < 0 (Kuznetsov, section 8.4). */
    @Test
    void hopf_points_end_on_folds_at_the_bogdanov_takens_point() {
        CompiledSystem system = Flows.of("{b1: {value: 0}, b2: {value: -0.3}}", "{x: y, y: b1 + b2 x + x^2 - x y}");
        CurveDiagram diagram = curves(system, new ParameterRange("b1", -1, 1), new ParameterRange("b2", -1, 1));
        BifurcationCurve fold = of(diagram, Bifurcation.Kind.FOLD).get(0);
        fold.points().forEach(p -> assertEquals(p.q() * p.q() / 4, p.p(), 1e-10));
        BifurcationCurve hopf = of(diagram, Bifurcation.Kind.HOPF).get(0);
        hopf.points().forEach(p -> assertEquals(0, p.p(), 1e-10));
        assertTrue(hopf.points().stream().allMatch(p -> p.q() < 1e-6));
        assertTrue(hopf.begin() == CurveEnd.CODIMENSION_TWO || hopf.end() == CurveEnd.CODIMENSION_TWO);
        assertEquals(1, diagram.points().size());
        CodimensionTwo point = diagram.points().get(0);
        assertEquals(CodimensionTwo.Kind.BOGDANOV_TAKENS, point.kind());
        assertEquals(
                List.of(fold.number(), hopf.number()),
                point.curves().stream().sorted().toList());
        assertArrayEquals(new double[] {0, 0}, new double[] {point.p(), point.q()}, 1e-8);
    }

    /** AUTO demo brc without diffusion: Hopf points where B = 1 + A². */
    @Test
    void the_brusselator_oscillates_above_a_parabola() {
        CompiledSystem system = Flows.of(
                "{A: {value: 1, domain: positive}, B: {value: 1, domain: positive}}",
                "{x: A + x^2 y - (B + 1) x, y: B x - x^2 y}");
        CurveDiagram diagram = curves(system, new ParameterRange("B", 0.1, 6), new ParameterRange("A", 0.2, 2));
        assertEquals(1, diagram.curves().size());
        diagram.curves().get(0).points().forEach(p -> assertEquals(1 + p.q() * p.q(), p.p(), 1e-9));
    }

    /**
     * AUTO demo ab, a stirred tank in which A → B (Uppal, Ray and Poore, Chem. Eng. Sci. 29, 967, 1974): with u the
     * conversion, (1 + p₃) v = p₂ u and p₁ eᵛ = u / (1 − u), so that u = 1/2, v = 2, p₂ = 4 (1 + p₃) at the cusp.
     */
    @Test
    void the_folds_of_the_stirred_tank_meet_at_their_cusp() {
        CompiledSystem system = Flows.of(
                "{p1: {value: 0, domain: nonnegative}, p2: {value: 14}, p3: {value: 2}}",
                "{u: -u + p1 (1 - u) Exp[v], v: -v + p1 p2 (1 - u) Exp[v] - p3 v}");
        CurveDiagram diagram = curves(system, new ParameterRange("p1", 0, 0.4), new ParameterRange("p3", 0.5, 3));
        assertEquals(1, of(diagram, Bifurcation.Kind.FOLD).size(), "both folds are one curve");
        // p₃ = 14 u − 1 − 1/(1 − u) where the trace vanishes: twice in the range, once from u = 0.325 on, where the
        // determinant is
        // zero and p₃ = 2.07 is above the present value.
        List<BifurcationCurve> hopf = of(diagram, Bifurcation.Kind.HOPF);
        assertEquals(2, hopf.size());
        for (BifurcationCurve curve : hopf) {
            for (BifurcationCurve.Point point : curve.points()) {
                double conversion = point.state()[0];
                assertEquals(14 * conversion - 1 - 1 / (1 - conversion), point.q(), 1e-8);
            }
        }
        CodimensionTwo cusp = diagram.points().stream()
                .filter(p -> p.kind() == CodimensionTwo.Kind.CUSP)
                .findFirst()
                .orElseThrow();
        assertArrayEquals(
                new double[] {Math.exp(-2), 2.5, 0.5, 2},
                new double[] {cusp.p(), cusp.q(), cusp.state()[0], cusp.state()[1]},
                1e-8);
        // Trace and determinant vanish together at the other point: with v' = u' there, checked from the equations.
        CodimensionTwo double0 = diagram.points().stream()
                .filter(p -> p.kind() == CodimensionTwo.Kind.BOGDANOV_TAKENS)
                .findFirst()
                .orElseThrow();
        double u = double0.state()[0];
        double p3 = double0.q();
        double slope = 1 / (1 - u);
        assertEquals(0, -slope + 14 * u - 1 - p3, 1e-7, "trace");
        assertEquals(0, slope * (1 + p3) - 14 * u, 1e-7, "determinant");
    }

    /** AUTO demo pp2, predator and prey: every branch point by hand. */
    @Test
    void the_predator_prey_problem_has_its_branch_points_on_known_curves() {
        CompiledSystem system = Flows.of(
                "{p1: {value: 0.5}, p2: {value: 3}, p3: {value: 5}, p4: {value: 3}}",
                "{u: p2 u (1 - u) - u v - p1 (1 - Exp[-p3 u]), v: -v + p4 u v}");
        CurveDiagram diagram = curves(system, new ParameterRange("p1", 0, 1), new ParameterRange("p4", 1, 6));
        List<BifurcationCurve> crossings = of(diagram, Bifurcation.Kind.BRANCH_POINT);
        assertEquals(2, crossings.size());
        for (BifurcationCurve curve : crossings) {
            for (BifurcationCurve.Point point : curve.points()) {
                double u = point.state()[0];
                double expected = Math.abs(u) < 1e-9 ? 3.0 / 5 : 3 * u * (1 - u) / (1 - Math.exp(-5 * u));
                assertEquals(expected, point.p(), 1e-9);
                assertTrue(Math.abs(u) < 1e-9 || Math.abs(u - 1 / point.q()) < 1e-9);
            }
        }
        assertEquals(1, diagram.points().size(), "fold, branch points and Hopf points meet once");
        assertEquals(
                CodimensionTwo.Kind.BOGDANOV_TAKENS, diagram.points().get(0).kind());
        assertEquals(3, diagram.points().get(0).curves().size());
    }

    /** Rest loses stability at ρ = 1, convection at ρ = σ (σ + b + 3) / (σ − b − 1). */
    @Test
    void the_bifurcations_of_the_lorenz_system_are_followed_in_sigma() {
        LearningProblem problem = ModelFile.read(BundledModels.text("lorenz"), "lorenz");
        CompiledSystem system = CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
        CurveDiagram diagram = curves(system, new ParameterRange("rho", 0, 30), new ParameterRange("sigma", 5, 20));
        of(diagram, Bifurcation.Kind.BRANCH_POINT).get(0).points().forEach(p -> assertEquals(1, p.p(), 1e-10));
        List<BifurcationCurve> hopf = of(diagram, Bifurcation.Kind.HOPF);
        assertEquals(1, hopf.size(), "the other one is its mirror image");
        double b = 8.0 / 3;
        hopf.get(0).points().forEach(p -> assertEquals(p.q() * (p.q() + b + 3) / (p.q() - b - 1), p.p(), 1e-8));
    }

    /** THEORY section 5: β_c = ρ + η, and the noise sector's cubic, here at ρ = 1, τ = 0.01. */
    @Test
    void both_thresholds_of_the_linear_vae_are_followed_in_the_noise() {
        CurveDiagram diagram =
                curves(LinearVae.of(1, 1), new ParameterRange("beta", 0.05, 3), new ParameterRange("eta", 0.1, 1.9));
        assertEquals(2, diagram.curves().size());
        for (BifurcationCurve curve : diagram.curves()) {
            boolean signal = Math.abs(curve.points().get(0).p()
                            - 1
                            - curve.points().get(0).q())
                    < 0.2;
            for (BifurcationCurve.Point point : curve.points()) {
                double eta = point.q();
                double beta = point.p();
                if (signal) {
                    assertEquals(1 + eta, beta, 1e-10);
                } else {
                    assertEquals(0, noiseDeterminant(beta, eta, 0.01), 1e-11);
                }
            }
        }
    }

    /** The determinant over τ³ of the noise block at rest, linearised by hand from THEORY section 5 at λ = 0. */
    private static double noiseDeterminant(double beta, double eta, double tau) {
        double k = tau * eta * eta;
        double[][] a = {
            {-2, k, 2 * eta},
            {k, -2 * beta * eta + k * beta * beta, 2 * eta - 2 * k * beta},
            {eta, eta - k * beta, -(1 + beta * eta) + k},
        };
        return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
                - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
                + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
    }

    @Test
    void the_second_parameter_must_be_another_one() {
        CompiledSystem system = LinearVae.of(1, 1);
        ParameterRange beta = new ParameterRange("beta", 0.5, 3);
        BadInput refused = assertThrows(BadInput.class, () -> curves(system, beta, beta));
        assertEquals(
                "the parameter to follow in must be another than the one that varies, both were beta",
                refused.getMessage());
    }
}

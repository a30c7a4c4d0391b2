package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;

/** Bifurcations that are easily missed or named wrongly; values from the equations by hand. */
class NothingMissedTest {
    private static final double LOCATED = 1e-9;

    private static BranchDiagram diagram(String parameters, String rates, double from, double to) {
        CompiledSystem system = Flows.of(parameters, rates);
        String parameter = system.bound().parameters().labels().get(0);
        return BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange(parameter, from, to));
    }

    private static double[] at(BranchDiagram diagram, Bifurcation.Kind kind) {
        return diagram.bifurcations(kind).stream()
                .mapToDouble(Bifurcation::parameter)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The critical equation is decoupled: its row of the Jacobian dies out at the fold, whatever the other rates are. */
    @ParameterizedTest
    @CsvSource({"1, -y", "1, -1000 y", "1, -y/1000", "1000, -y", "1, x - y"})
    void a_saddle_node_beside_a_decoupled_equation_is_found(String rate, String other) {
        BranchDiagram diagram = diagram("{mu: 0.5}", "{x: \"" + rate + " (mu - x^2)\", y: \"" + other + "\"}", -1, 1);
        assertArrayEquals(new double[] {0}, at(diagram, Bifurcation.Kind.FOLD), LOCATED);
        assertEquals(1, diagram.bifurcations().size());
        assertTrue(diagram.whole(), diagram.notes().toString());
    }

    /** mu² − x² = gap²: folds at ±gap, as near to each other as a step is long. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.01, 0.003, 0.001})
    void two_sharp_folds_that_face_each_other_are_not_jumped(double gap) {
        BranchDiagram diagram =
                diagram("{mu: 0.5, gap: " + gap + "}", "{x: \"mu^2 - x^2 - x/3 + y/3 - gap^2\", y: \"x - y\"}", -1, 1);
        assertArrayEquals(new double[] {-gap, gap}, at(diagram, Bifurcation.Kind.FOLD), LOCATED);
        assertTrue(diagram.whole(), diagram.notes().toString());
    }

    /** p = u (20 u + 2) + 3/20 is least, 1/10, at u = −1/20; the other curve p = −u (2 − 5 u) crosses it close by. */
    @Test
    void a_fold_within_the_first_step_off_a_branch_point_is_found() {
        BranchDiagram diagram =
                diagram("{p: -0.2}", "{u: \"-u*(p + u*(2 - 5*u))*(p - u*(20*u + 2) - 3/20)\"}", -0.3, 0.3);
        assertArrayEquals(new double[] {-0.2, 0.1}, at(diagram, Bifurcation.Kind.FOLD), LOCATED);
    }

    /** K equal units with mean-field coupling 1: K − 1 eigenvalues pass where mu − 1 = 3 x², 1 + mu x = x³. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6})
    void a_point_where_several_units_part_is_located_to_the_last_digits(int units) {
        StringBuilder rates = new StringBuilder("{");
        for (int i = 1; i <= units; i++) {
            StringBuilder sum = new StringBuilder();
            for (int k = 1; k <= units; k++) {
                sum.append(k == 1 ? "" : " + ").append("x").append(k);
            }
            rates.append(i == 1 ? "" : ", ")
                    .append("x" + i + ": \"1 + mu x" + i + " - x" + i + "^3 + (" + sum + ")/" + units + " - x" + i
                            + "\"");
        }
        BranchDiagram diagram = diagram("{mu: 0.5}", rates + "}", 0.5, 2.3);
        // 2 x³ + x + 1 = 0
        double x = -0.5;
        for (int i = 0; i < 50; i++) {
            x -= (2 * x * x * x + x + 1) / (6 * x * x + 1);
        }
        double expected = 1 + 3 * x * x;
        Bifurcation point = diagram.bifurcations(Bifurcation.Kind.BRANCH_POINT).stream()
                .filter(b -> b.multiplicity() == units - 1)
                .findFirst()
                .orElseThrow();
        assertEquals(expected, point.parameter(), LOCATED);
        assertEquals(x, point.state()[0], LOCATED);
    }

    /** A Hamiltonian double well: the well and the hill meet where h = ±2/(3√3), and no cycle is born. */
    @ParameterizedTest
    @ValueSource(strings = {"v", "2 v", "v/10"})
    void centres_have_folds_and_no_hopf_points_and_are_not_called_stable(String velocity) {
        BranchDiagram diagram = diagram("{h: 0.1}", "{x: \"" + velocity + "\", v: \"x - x^3 + h\"}", -1, 1);
        double fold = 2 / (3 * Math.sqrt(3));
        assertArrayEquals(new double[] {-fold, fold}, at(diagram, Bifurcation.Kind.FOLD), LOCATED);
        assertEquals(List.of(), diagram.bifurcations(Bifurcation.Kind.HOPF));
        assertFalse(
                diagram.branches().stream().flatMap(b -> b.points().stream()).anyMatch(BranchPoint::stable));
        assertTrue(diagram.branches().stream().allMatch(b -> b.neutralModes() == 0));
    }

    /** y follows x: dz/dt = mu z + (a/d − 1) z³ along x, so that the sign of the sum decides. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, SUPERCRITICAL_PITCHFORK, -1",
        "2, 1, SUBCRITICAL_PITCHFORK, 1",
        "1, 2, SUPERCRITICAL_PITCHFORK, -0.5"
    })
    void pitchforks_are_told_apart_by_what_the_other_variables_do(
            double a, double d, NormalForm.Type type, double coefficient) {
        BranchDiagram diagram = diagram(
                "{mu: 0.5, a: " + a + ", d: " + d + "}", "{x: \"mu x - x^3 + x y\", y: \"a x^2 - d y\"}", -1, 1);
        Bifurcation point = diagram.bifurcations(Bifurcation.Kind.BRANCH_POINT).get(0);
        NormalForm form = point.normalForm().orElseThrow();
        assertEquals(type, form.type());
        assertEquals(coefficient, form.coefficient(), 1e-6);
        assertTrue(point.symmetryBreaking());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mu x - x^2", "mu x + 3 x^2 - x^3", "x (mu - x) (2 + x)"})
    void branches_that_cross_and_exchange_stability_are_transcritical(String rate) {
        BranchDiagram diagram = diagram("{mu: 0.5}", "{x: \"" + rate + "\"}", -1, 1);
        Bifurcation point = diagram.bifurcations(Bifurcation.Kind.BRANCH_POINT).get(0);
        assertEquals(0, point.parameter(), LOCATED);
        assertEquals(
                NormalForm.Type.TRANSCRITICAL, point.normalForm().orElseThrow().type());
    }

    @Test
    void a_bound_that_is_reached_is_said() {
        CompiledSystem system = Flows.of("{mu: 0.5}", "{x: \"mu x - x^3\", y: \"mu y - y^3\"}");
        ParameterRange range = new ParameterRange("mu", -1, 1);
        BranchLimits usual = BranchLimits.USUAL;
        BranchDiagram few = BranchDiagramSolver.of(system)
                .withLimits(new BranchLimits(1, usual.mostSteps(), usual.longestStep(), true))
                .solve(Map.of(), range);
        assertFalse(few.whole());
        assertTrue(few.notes().get(0).contains("--max-branches"), few.notes().toString());
        BranchDiagram brief = BranchDiagramSolver.of(system)
                .withLimits(new BranchLimits(60, 3, usual.longestStep(), true))
                .solve(Map.of(), range);
        assertFalse(brief.whole());
        assertTrue(brief.notes().get(0).contains("--max-steps"), brief.notes().toString());
    }

    /** x' = x (a − x), y' = −y: without switching the branch through zero alone is followed past its branch point. */
    @Test
    void branches_are_not_left_when_that_is_not_wanted() {
        CompiledSystem system = Flows.of("{mu: 0.5}", "{x: \"mu x - x^3\"}");
        BranchLimits usual = BranchLimits.USUAL;
        BranchDiagram all = BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange("mu", -1, -0.5));
        assertEquals(1, all.branches().size());
        BranchDiagram still = BranchDiagramSolver.of(system)
                .withLimits(new BranchLimits(60, usual.mostSteps(), usual.longestStep(), false))
                .solve(Map.of(), new ParameterRange("mu", -1, 1));
        assertTrue(still.branches().stream().noneMatch(b -> b.begin() == BranchEnd.BRANCH_POINT));
        assertEquals(1, still.bifurcations().size());
    }

    /** In two parameters v (a + b v² …) has a fold curve that crosses one of branch points: no cusp unfolds there. */
    @Test
    void where_a_curve_of_folds_crosses_one_of_branch_points_there_is_no_cusp() {
        CompiledSystem system = Flows.of("{p: 0.5, q: 0.2}", "{v: \"v (p + q v - v^2)\"}");
        Map<String, Double> set = Map.of();
        BranchDiagram diagram = BranchDiagramSolver.of(system).solve(set, new ParameterRange("p", -1, 1));
        CurveDiagram curves = CurveDiagramSolver.of(system).solve(set, diagram, new ParameterRange("q", -1, 1));
        assertEquals(
                List.of(),
                curves.points().stream()
                        .filter(p -> p.kind() == CodimensionTwo.Kind.CUSP)
                        .toList());
    }

    /** By hand: x = k up to x = 1; beyond it the slope dk/dx is −∞, and 0 at √(4/3) and where (x − 1)^(2/3) = 1/6. */
    @ParameterizedTest
    @CsvSource({"'Sqrt[Max[0, x^2 - 1]]/2', 0.8660254037844386", "Ramp[x - 1]^(1/3)/2, 0.86391723651204537"})
    void a_branch_goes_on_beyond_a_kink_with_an_infinite_slope(String rate, double fold) {
        BranchDiagram diagram = diagram("{k: 0.5}", "{x: \"-x + k + " + rate + "\", y: \"x - y\"}", 0.2, 1.5);
        assertArrayEquals(new double[] {fold}, at(diagram, Bifurcation.Kind.FOLD), LOCATED);
        assertArrayEquals(new double[] {1}, at(diagram, Bifurcation.Kind.BORDER_FOLD), 1e-8);
        assertTrue(diagram.whole(), diagram.notes().toString());
        assertEquals(1, diagram.branches().size());
        for (BranchPoint point : diagram.branches().get(0).points()) {
            double x = point.state()[0];
            double turn = fold < 0.865 ? 1 + Math.pow(6, -1.5) : Math.sqrt(4.0 / 3);
            if (Math.abs(x - 1) > 1e-6 && Math.abs(x - turn) > 1e-6) {
                assertEquals(x < 1 || x > turn, point.stable(), "x = " + x);
            }
        }
    }

    /** At the kink x = 0 the determinant changes its sign in the first three, in the last the sign of the trace. */
    @ParameterizedTest
    @CsvSource({
        "mu - Abs[x], x - y, BORDER_FOLD",
        "mu - x + 2 Ramp[x], x - y, BORDER_FOLD",
        "y - x/2 + 2 Ramp[x], mu - x - y, BORDER_FOLD",
        "y + x/2 - 2 Ramp[x], mu - 2 x - y/4, BORDER_COLLISION"
    })
    void folds_and_changes_of_stability_at_a_kink_are_border_collisions(String x, String y, Bifurcation.Kind kind) {
        BranchDiagram diagram = diagram("{mu: 0.5}", "{x: \"" + x + "\", y: \"" + y + "\"}", -1.01, 1);
        assertEquals(1, diagram.bifurcations().size());
        assertEquals(kind, diagram.bifurcations().get(0).kind());
        assertEquals(0, diagram.bifurcations().get(0).parameter(), 1e-8);
        assertTrue(diagram.whole(), diagram.notes().toString());
    }

    /**
     * Of its 18 complex solutions two are real at p = −0.3171, by a Gröbner basis; one of them is (124.859, 1284.64, 128.022), to
     * which no random start leads.
     */
    @Test
    void a_branch_far_from_all_starts_is_found_where_solutions_can_be_counted() {
        BranchDiagram diagram = diagram("{p: 0.1}", """
                {x: "8/5 - 4/5 p + 1/2 p y - 11/10 x + 3/10 z - 19/10 x x - 4/5 x y + 7/5 y y - 7/5 y z + 3/2 z z - x^3",
                 y: "-2/5 + 9/10 p - 4/5 p y - 3/2 x + 3/5 y - 7/5 x x - 9/5 y z - 4/5 z z + y^2/5",
                 z: "-4/5 + 3/5 p + 4/5 p z - 19/10 z + 7/10 x y + 17/10 x z + 6/5 y y - 13/10 z z - z^3"}""", -2, 2);
        assertTrue(
                diagram.branches().stream()
                        .flatMap(branch -> branch.points().stream())
                        .anyMatch(point -> Math.abs(point.parameter() + 0.3171) < 0.2
                                && Math.abs(point.state()[1] - 1284.64) < 200),
                diagram.branches().toString());
    }
}

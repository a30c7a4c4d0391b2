package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.Stability;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Other units of states and time change neither the set of fixed points nor their stability; other coordinates of a
 * Hamiltonian flow leave centres centres. */
class UnitsTest {
    private static CompiledSystem compiled(String text) {
        LearningProblem problem = ModelFile.read("model: flow\n" + text, "flow");
        return CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
    }

    private static String decimal(double value) {
        return new BigDecimal(value).toPlainString();
    }

    /** x = s x', y = u y', rates r; the fixed points of x', y' by hand or from the same flow at s = u = r = 1. */
    @ParameterizedTest
    @CsvSource({
        "1e-3, 1e3, 1",
        "1e5, 1e-7, 1",
        "1e-8, 1e-2, 1e3",
        "1e2, 1e9, 1e-5",
        "1e10, 1e10, 1e10",
        "1, 1, 1e12",
        "1, 1, 1e-12"
    })
    void other_units_change_neither_fixed_points_nor_stability(double s, double u, double r) {
        for (List<String> flow : List.of(
                List.of("X - X^3 + 0.1 + 0.05 Y", "X - Y - Y^2"),
                List.of("1 - 3 X + X^2 Y", "2 X - X^2 Y"),
                List.of("4/(1 + Y^2) - X", "3.9/(1 + X^2) - Y"),
                List.of("Y", "X - X^3"))) {
            assertEquals(told(flow, 1, 1, 1), told(flow, s, u, r));
        }
    }

    private static List<String> told(List<String> flow, double s, double u, double r) {
        List<String> scaled = flow.stream()
                .map(rate -> rate.replace("X", "(x/s)").replace("Y", "(y/u)"))
                .toList();
        CompiledSystem system = compiled("parameters: {s: %s, u: %s, r: %s}\nflow: {x: \"r s (%s)\", y: \"r u (%s)\"}\n"
                .formatted(decimal(s), decimal(u), decimal(r), scaled.get(0), scaled.get(1)));
        FixedPoints found =
                FixedPointSearch.of(system).find(system.bound().parameters().defaults());
        List<String> told = new ArrayList<>();
        for (FixedPoint point : found.points()) {
            told.add("%.5f %.5f %s %d %.4f"
                    .formatted(
                            point.state()[0] / s + 0.0,
                            point.state()[1] / u + 1e-12,
                            point.stability(),
                            point.images(),
                            point.eigenvalues().get(0).getRealPart() / r + 1e-12));
        }
        return told;
    }

    /** Folds of mu + x − x³ at x = ±1/√3, mu = ∓2/√27, in other units. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-5, 1e5, 1e9})
    void a_branch_bends_where_it_does_in_any_units(double s) {
        CompiledSystem system =
                compiled("parameters: {mu: 0, s: %s}\nflow: {x: \"s (mu + x/s - (x/s)^3)\"}\n".formatted(decimal(s)));
        BranchDiagram diagram = BranchDiagramSolver.of(system).solve(Map.of(), new ParameterRange("mu", -1, 1));
        assertEquals(2, diagram.bifurcations().size());
        assertTrue(diagram.whole(), diagram.notes().toString());
        for (Bifurcation fold : diagram.bifurcations(Bifurcation.Kind.FOLD)) {
            assertEquals(2 / Math.sqrt(27), Math.abs(fold.parameter()), 1e-9);
            assertEquals(1 / Math.sqrt(3), Math.abs(fold.state()[0]) / s, 1e-7);
        }
    }

    /** H = p²/2 + V(q) with x = a q + b p, y = c q + d p: symplectic up to the factor ad − bc, which only scales time. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0, 1", "1, 1, 0, 1", "2, 1, 1, 1", "1000, 0, 0, 0.001", "1, 30, 1, 31", "0, 1, -1, 0"})
    void a_canonical_transformation_keeps_centres_centres(double a, double b, double c, double d) {
        // q = (d x − b y)/D, p = (a y − c x)/D; V' = q³ − q: centres at q = ±1, a saddle at 0.
        double det = a * d - b * c;
        String q = "((%s) x - (%s) y)".formatted(decimal(d / det), decimal(b / det));
        String p = "((%s) y - (%s) x)".formatted(decimal(a / det), decimal(c / det));
        String force = "(" + q + " - " + q + "^3)";
        CompiledSystem system = compiled("flow: {x: \"(%s) %s + (%s) %s\", y: \"(%s) %s + (%s) %s\"}\n"
                .formatted(decimal(a), p, decimal(b), force, decimal(c), p, decimal(d), force));
        FixedPoints found =
                FixedPointSearch.of(system).find(system.bound().parameters().defaults());
        assertEquals(
                3,
                found.points().stream().mapToLong(FixedPoint::images).sum(),
                found.points().toString());
        for (FixedPoint point : found.points()) {
            boolean saddle = Math.hypot(point.state()[0], point.state()[1]) < 1e-6;
            assertEquals(saddle ? Stability.UNSTABLE : Stability.MARGINAL, point.stability());
            assertEquals(0, point.neutralModes());
        }
    }
}

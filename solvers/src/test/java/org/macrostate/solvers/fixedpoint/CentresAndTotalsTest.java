package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Isolated points that look like families, families that are conserved totals, and rates without derivatives. */
class CentresAndTotalsTest {
    private static CompiledSystem compiled(String text) {
        LearningProblem problem = ModelFile.read("model: flow\n" + text, "flow");
        return CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
    }

    private static FixedPoints found(CompiledSystem system) {
        return FixedPointSearch.of(system).find(system.bound().parameters().defaults());
    }

    /** Below Routh's mass ratio L4 and L5 have two imaginary pairs each; at them x = 1/2 − mu, y = ±√3/2. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.02, 0.3})
    void the_five_points_of_the_restricted_three_body_problem_are_isolated(double mu) {
        CompiledSystem system = compiled("""
                parameters: {mu: {value: %s, domain: unit}}
                scalars: {x: {start: 0.5}, y: {start: 0.5}, vx: {start: 0}, vy: {start: 0}}
                flow:
                  x: vx
                  y: vy
                  vx: 2 vy + x - (1-mu) (x+mu)/((x+mu)^2+y^2)^(3/2) - mu (x-1+mu)/((x-1+mu)^2+y^2)^(3/2)
                  vy: -2 vx + y - (1-mu) y/((x+mu)^2+y^2)^(3/2) - mu y/((x-1+mu)^2+y^2)^(3/2)
                """.formatted(mu));
        FixedPoints found = found(system);
        assertEquals(
                0, found.points().stream().mapToInt(FixedPoint::neutralModes).sum());
        assertEquals(
                5,
                found.points().stream().mapToLong(FixedPoint::images).sum(),
                found.points().toString());
        List<FixedPoint> triangular = found.points().stream()
                .filter(p -> Math.abs(p.state()[1]) > 0.1)
                .toList();
        for (FixedPoint point : triangular) {
            assertEquals(0.5 - mu, point.state()[0], 1e-9);
            assertEquals(Math.sqrt(3) / 2, Math.abs(point.state()[1]), 1e-9);
            assertEquals(mu < 0.0385 ? Stability.MARGINAL : Stability.UNSTABLE, point.stability());
        }
    }

    /** S = kb/(kf K + kb) T with K = p/d = 2. */
    @ParameterizedTest
    @CsvSource({"'', 1", "S + Sp = 2, 2", "Sp + S = 0.5, 0.5", "2 S + 2 Sp = 6, 3"})
    void a_conserved_total_is_found_and_fixed(String given, double total) {
        CompiledSystem system = compiled("""
                parameters: {p: {value: 1, domain: nonnegative}, d: 0.5, kf: 2, kb: 5}
                scalars: {K: {start: 0.1}, S: {start: 1}, Sp: {start: 0}}
                flow: {K: p - d K, S: -kf K S + kb Sp, Sp: kf K S - kb Sp}
                """);
        double[] parameters = system.bound().parameters().defaults();
        FixedPointSearch search = FixedPointSearch.of(system);
        FixedPoints found = (given.isEmpty() ? search : search.withTotals(given, parameters)).find(parameters);
        assertEquals(1, found.points().size());
        FixedPoint point = found.points().get(0);
        assertArrayEquals(new double[] {2, total * 5 / 9, total * 4 / 9}, point.state(), 1e-10);
        assertEquals(Stability.STABLE, point.stability());
        assertEquals(-0.5, point.eigenvalues().get(0).getRealPart(), 1e-10);
        assertTrue(
                found.notes().get(0).startsWith("the flow conserves S + Sp"),
                found.notes().toString());
    }

    @Test
    void what_is_not_conserved_is_refused_with_what_is() {
        CompiledSystem system = compiled("scalars: {A: {start: 1}, B: {start: 0}}\nflow: {A: B - A, B: A - B}\n");
        double[] parameters = system.bound().parameters().defaults();
        FixedPointSearch search = FixedPointSearch.of(system);
        BadInput refused = assertThrows(BadInput.class, () -> search.withTotals("A + 2 B = 1", parameters));
        assertEquals("A + 2 B is not conserved; conserved is A + B", refused.getMessage());
        assertThrows(BadInput.class, () -> search.withTotals("A + B", parameters));
        assertThrows(BadInput.class, () -> search.withTotals("A + C = 1", parameters));
        assertThrows(BadInput.class, () -> search.withTotals("A + B = x", parameters));
    }

    /** Stoichiometry 2 A + B and rates over twelve decades; A² k = B on the leaf 2 B + A = T. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1, 1e6})
    void totals_are_found_at_any_scale_of_rates(double fast) {
        CompiledSystem system = compiled("""
                parameters: {k: %s}
                scalars: {A: {start: 3}, B: {start: 1}, C: {start: 2}}
                flow: {A: "-2 k A^2 + 2 k B", B: "k A^2 - k B", C: "1 - C"}
                """.formatted(fast));
        FixedPoints found = found(system);
        assertEquals(
                List.of("A + 2 B = 5"),
                found.totals().told(system.bound().state().labels()));
        double a = (-1 + Math.sqrt(41)) / 4;
        assertTrue(
                found.points().stream().anyMatch(p -> Math.abs(p.state()[0] - a) < 1e-9),
                found.points().toString());
    }

    /** Where x ≤ 1 the root is constant and its derivative 0·∞; x = y = k there, and 3 x² − 8 k x + 4 k² + 1 = 0 beyond. */
    @ParameterizedTest
    @CsvSource({"0.5, 1", "0.9, 3", "1.2, 1"})
    void roots_are_found_beside_a_clamp_under_a_square_root(double k, int count) {
        CompiledSystem system = compiled("""
                parameters: {k: %s}
                scalars: {x: {start: 0.2}, y: {start: 0.1}}
                flow: {x: "-x + k + Sqrt[Max[0, x^2 - 1]]/2", y: x - y}
                """.formatted(k));
        FixedPoints found = found(system);
        assertEquals(count, found.points().size(), found.points().toString());
        for (FixedPoint point : found.points()) {
            double x = point.state()[0];
            double clamped = Math.max(0, x * x - 1);
            assertEquals(x, k + Math.sqrt(clamped) / 2, 1e-9);
        }
    }

    /** Eigenvalues ±10^±8 i beside each other: units of time change no verdict. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1, 1e8})
    void units_of_time_change_neither_points_nor_stability(double rate) {
        CompiledSystem system = compiled("""
                parameters: {r: %s}
                scalars: {x: {start: 0.5}, v: {start: 0}}
                flow: {x: r v, v: r (x - x^3 + 1/10)}
                """.formatted(rate));
        List<Stability> verdicts =
                found(system).points().stream().map(FixedPoint::stability).toList();
        assertEquals(List.of(Stability.MARGINAL, Stability.MARGINAL, Stability.UNSTABLE), verdicts);
    }

    /** det = fast · eps and trace ≈ −fast: the slow eigenvalue is −eps. */
    @ParameterizedTest
    @CsvSource({"1e12, 1e-6", "1e12, -1e-6", "1e15, 1e-3", "1e10, -1e-7", "1e4, 1e-8"})
    void the_sign_of_a_slow_eigenvalue_is_told_beside_a_fast_one(double fast, double eps) {
        CompiledSystem system = compiled("""
                parameters: {fast: %s, eps: %s}
                flow: {x: fast (y - x), y: x - y - eps y, z: -z}
                """.formatted(decimal(fast), decimal(eps)));
        FixedPoint point = found(system).points().get(0);
        double slow = point.eigenvalues().stream()
                .mapToDouble(v -> v.getRealPart())
                .boxed()
                .min(java.util.Comparator.comparingDouble(Math::abs))
                .orElseThrow();
        assertEquals(-eps, slow, 1e-3 * Math.abs(eps));
        assertEquals(eps > 0 ? Stability.STABLE : Stability.UNSTABLE, point.stability());
    }

    private static String decimal(double value) {
        return new java.math.BigDecimal(Double.toString(value)).toPlainString();
    }

    /** Squares of distances: Newton's method alone leaves half of the digits, and an eigenvalue of either sign. */
    @ParameterizedTest
    @CsvSource({
        "'{x: -(x - 1/3)^2 + y, y: -y}', 0.3333333333333333, 0",
        "'{x: (x + y - 1)^2, y: x - 2 y}', 0.6666666666666667, 0.3333333333333333",
        "'{x: 1000000 (y - x^2 + 2 x - 1), y: -y}', 1, 0"
    })
    void a_double_root_is_found_to_the_last_digits(String flow, double x, double y) {
        FixedPoints found = found(compiled("flow: " + flow + "\n"));
        assertEquals(1, found.points().size());
        assertArrayEquals(new double[] {x, y}, found.points().get(0).state(), 1e-11);
        assertEquals(Stability.UNSTABLE, found.points().get(0).stability());
    }

    /** Two roots 2·10⁻⁵ apart stay two: one stable, one not. */
    @Test
    void roots_that_are_close_together_are_no_double_root() {
        FixedPoints found = found(compiled("flow: {x: 1/10000000000 - (x - 1)^2, y: -y}\n"));
        assertEquals(2, found.points().size());
        assertEquals(1 + 1e-5, found.stable().get(0).state()[0], 1e-11);
    }
}

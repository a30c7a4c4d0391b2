package org.macrostate.solvers.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.cycle.LimitCycle;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Basins of flows with conserved totals, and starts from which domains are left. */
class BasinsOfTotalsTest {
    private static CompiledSystem compiled(String text) {
        LearningProblem problem = ModelFile.read("model: flow\n" + text, "flow");
        return CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
    }

    private static Basins basins(CompiledSystem system, ParameterAxis axis, double... others) {
        double[] start = new double[others.length + 1];
        System.arraycopy(others, 0, start, 1, others.length);
        BasinSolver solver = new BasinSolver(system, system.bound().parameters().defaults(), List.of(axis), i -> {
            double[] from = start.clone();
            from[0] = axis.value(i);
            return from;
        });
        return solver.basins(solver::settled);
    }

    /** S → Sp and back: S = 5/9 of the total of the start, one attractor that each start reaches at its own total. */
    @Test
    void each_start_reaches_the_fixed_point_of_its_own_total() {
        Basins basins =
                basins(compiled("flow: {S: -4 S + 5 Sp, Sp: 4 S - 5 Sp}\n"), new ParameterAxis("S", 1, 5, 5), 0.5);
        assertArrayEquals(new int[5], basins.reached());
        assertArrayEquals(
                new double[] {1.5 * 5 / 9, 1.5 * 4 / 9},
                basins.attractors().get(0).state(),
                1e-6);
        assertTrue(
                basins.notes().get(0).startsWith("the flow conserves S + Sp: each start reaches"),
                basins.notes().toString());
    }

    /** z' = z − z³ beside the exchange: two attractors, whatever the total. */
    @Test
    void attractors_of_one_total_stay_apart() {
        Basins basins = basins(
                compiled("flow: {z: z - z^3, S: -4 S + 5 Sp, Sp: 4 S - 5 Sp}\n"),
                new ParameterAxis("z", -1.5, 1.5, 4),
                2,
                0);
        assertArrayEquals(new int[] {0, 0, 1, 1}, basins.reached());
    }

    /** D' = −1 leaves D > 0 from everywhere; x' = −x never reaches its edge. */
    @Test
    void a_start_that_leaves_its_domain_reaches_nothing() {
        Basins left = basins(
                compiled("scalars: {D: {domain: positive, start: 1}}\nflow: {D: -1}\n"),
                new ParameterAxis("D", 0.5, 2, 3));
        assertArrayEquals(new int[] {Basins.LEAVES_DOMAIN, Basins.LEAVES_DOMAIN, Basins.LEAVES_DOMAIN}, left.reached());
        Basins kept = basins(
                compiled("scalars: {D: {domain: positive, start: 1}}\nflow: {D: 1 - D}\n"),
                new ParameterAxis("D", 0.5, 2, 3));
        assertEquals(1, kept.attractors().size());
    }

    /** A stable focus inside an unstable cycle, r² = (1 − √0.6)/2, inside a stable one, r² = (1 + √0.6)/2, period 2π. */
    @Test
    void limit_cycles_are_attractors() {
        Basins basins = basins(
                compiled("parameters: {mu: -0.1}\nflow: {x: \"mu x - y + x (x^2+y^2) - x (x^2+y^2)^2\","
                        + " y: \"x + mu y + y (x^2+y^2) - y (x^2+y^2)^2\"}\n"),
                new ParameterAxis("x", 0.1, 1.3, 5),
                0);
        assertArrayEquals(new int[] {0, Basins.CYCLE, Basins.CYCLE, Basins.CYCLE, Basins.CYCLE}, basins.reached());
        LimitCycle cycle = basins.cycles().get(0);
        assertEquals(2 * Math.PI, cycle.period(), 1e-7);
        assertEquals(Math.sqrt((1 + Math.sqrt(0.6)) / 2), cycle.most()[0], 1e-7);
    }

    /** Van der Pol's oscillator at mu = 1 and 5: periods 6.66328686 and 11.61223 (Andersen and Geer, SIAM J. Appl. Math. 42, 678 (1982)). */
    @ParameterizedTest
    @CsvSource({"1, 6.66328686, 1e-5", "5, 11.61223, 1e-4"})
    void relaxation_oscillations_have_their_periods(double mu, double period, double tolerance) {
        Basins basins = basins(
                compiled("parameters: {mu: " + mu + "}\nflow: {x: y, y: \"mu (1 - x^2) y - x\"}\n"),
                new ParameterAxis("x", -2, 2, 2),
                1);
        assertArrayEquals(new int[] {Basins.CYCLE, Basins.CYCLE}, basins.reached());
        assertEquals(period, basins.cycles().get(0).period(), tolerance);
        assertEquals(2, basins.cycles().get(0).most()[0], 0.03);
    }

    /** The Lorenz attractor is neither a fixed point nor a cycle. */
    @Test
    void chaos_is_no_limit_cycle() {
        Basins basins = basins(
                compiled("flow: {x: \"10 (y - x)\", y: \"28 x - y - x z\", z: \"x y - 8/3 z\"}\n"),
                new ParameterAxis("x", 1, 2, 2),
                1,
                20);
        assertArrayEquals(new int[] {Basins.UNDECIDED, Basins.UNDECIDED}, basins.reached());
    }
}

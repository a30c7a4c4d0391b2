package org.macrostate.solvers.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.problems.Flows;
import org.macrostate.solvers.problems.LinearVae;

class DivergenceTest {
    private static PhaseDiagram leastMeanSquares(ParameterAxis tau, int decays, int threads) {
        return PhaseDiagramSolver.of(Flows.leastMeanSquares())
                .withThreads(threads)
                .solve(Map.of(), tau, new ParameterAxis("decay", 0, 1, decays));
    }

    /** On the first grid the boundary passes through grid points, on the second through none. */
    @ParameterizedTest
    @CsvSource({"0.1, 4.5, 45, 21", "0.13, 4.71, 28, 12"})
    void the_largest_learning_rate_of_least_mean_squares_is_two_and_twice_the_decay(
            double from, double to, int rates, int decays) {
        PhaseDiagram diagram = leastMeanSquares(new ParameterAxis("tau", from, to, rates), decays, 2);
        assertEquals(0, diagram.unresolved());
        // On the way there the learned state may first lose its overlap with the signal, at a branch point.
        List<PhaseBoundary> ends = diagram.boundaries().stream()
                .filter(b -> b.kind() == PhaseBoundary.Kind.DIVERGENCE)
                .toList();
        assertEquals(1, ends.size(), diagram.boundaries().toString());
        PhaseBoundary boundary = ends.get(0);
        assertTrue(boundary.x().length >= 4);
        for (int i = 0; i < boundary.x().length; i++) {
            assertEquals(2 + 2 * boundary.y()[i], boundary.x()[i], 1e-10);
        }
        for (double decay : diagram.y().values()) {
            assertTrue(
                    Arrays.stream(boundary.y()).anyMatch(y -> Math.abs(y - decay) < 1e-9),
                    "the boundary passes decay " + decay);
        }
    }

    @Test
    void the_number_of_threads_changes_no_digit_of_a_divergence() {
        ParameterAxis tau = new ParameterAxis("tau", 0.13, 4.71, 15);
        PhaseBoundary one = leastMeanSquares(tau, 9, 1).boundaries().get(0);
        PhaseBoundary two = leastMeanSquares(tau, 9, 2).boundaries().get(0);
        assertArrayEquals(one.x(), two.x());
        assertArrayEquals(one.y(), two.y());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_state_may_run_to_infinity_as_any_root_of_the_distance(int power) {
        PhaseDiagram diagram = PhaseDiagramSolver.of(Flows.runaway(power))
                .solve(Map.of(), new ParameterAxis("a", 0, 3, 8), new ParameterAxis("c", 1, 2, 4));
        List<Double> heights = new ArrayList<>();
        for (PhaseBoundary boundary : diagram.boundaries()) {
            assertEquals(PhaseBoundary.Kind.DIVERGENCE, boundary.kind());
            for (int i = 0; i < boundary.x().length; i++) {
                assertEquals(boundary.y()[i], boundary.x()[i], 1e-9);
                heights.add(boundary.y()[i]);
            }
        }
        assertTrue(heights.size() >= 4, heights.toString());
    }

    @Test
    void the_linear_vae_at_learning_rate_one_ends_where_its_decoder_is_infinite() {
        CompiledSystem system = LinearVae.of(1, 1);
        PhaseDiagram diagram = PhaseDiagramSolver.of(system)
                .solve(
                        Map.of("tau", 1.0),
                        new ParameterAxis("beta", 0.3, 0.7, 3),
                        new ParameterAxis("eta", 1.3, 1.9, 4));
        assertEquals(0, diagram.unresolved());
        // On the way there the learned state may first lose its overlap with the signal, at a branch point.
        List<PhaseBoundary> ends = diagram.boundaries().stream()
                .filter(b -> b.kind() == PhaseBoundary.Kind.DIVERGENCE)
                .toList();
        assertEquals(1, ends.size(), diagram.boundaries().toString());
        PhaseBoundary boundary = ends.get(0);
        assertTrue(boundary.x().length >= 4);
        for (int i = 0; i < boundary.x().length; i++) {
            double near = decoder(system, boundary.x()[i], boundary.y()[i] - 1e-6);
            double far = decoder(system, boundary.x()[i], boundary.y()[i] - 2e-6);
            assertEquals(2, near / far, 0.01, "a pole one and two millionths away, to a hundredth of a millionth");
        }
    }

    /** E of the stable state. */
    private static double decoder(CompiledSystem system, double beta, double eta) {
        double[] parameters = system.bound().parameters().with(Map.of("tau", 1.0, "beta", beta, "eta", eta));
        int place = system.bound().state().labels().indexOf("E[1,1]");
        List<FixedPoint> stable = FixedPointSearch.of(system).find(parameters).stable();
        return stable.isEmpty() ? Double.NaN : stable.get(0).state()[place];
    }

    @Test
    void a_limit_with_a_free_direction_does_not_hide_where_stability_is_lost() {
        PhaseDiagram diagram = PhaseDiagramSolver.of(LinearVae.of(1, 1))
                .solve(
                        Map.of("tau", 1.0),
                        new ParameterAxis("beta", 1.1, 1.15, 2),
                        new ParameterAxis("eta", 0, 0.2, 2));
        PhaseBoundary boundary = diagram.boundaries().get(0);
        assertEquals(2, boundary.x().length);
        for (int i = 0; i < 2; i++) {
            assertEquals(1 + boundary.y()[i], boundary.x()[i], 1e-10);
        }
    }
}

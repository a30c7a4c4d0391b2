package org.macrostate.solvers.integrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.solvers.integrate.Trajectory.Status;
import org.macrostate.solvers.kernel.CompiledSystem;

/** A state that leaves the domain it is declared for ends the trajectory there; one that only rounding carries out does not. */
class DomainsAlongTheWayTest {
    private static Trajectory of(String domain, String rate, double start, double end, Integration.Method method) {
        CompiledSystem system = StatedFlow.compiled(
                "{model: d, scalars: {x: {start: 1/2, domain: " + domain + "}}, flow: {x: '" + rate + "'}}");
        return Integration.with(Tolerances.DEFAULT)
                .by(method)
                .naming(system.bound().state().labels())
                .integrate(TrajectoryProblem.fromZero(
                        system, new double[0], new double[] {start}, TrajectoryProblem.evenTimes(0, end, 101)));
    }

    @ParameterizedTest
    @CsvSource({"LEAN", "HIPPARCHUS", "RODAS"})
    void a_positive_number_that_falls_through_zero_stops_there(Integration.Method method) {
        Trajectory found = of("positive", "-1/3", 1, 10, method);
        assertEquals(Status.LEFT_DOMAIN, found.status());
        assertEquals(3, found.reachedTime(), 1e-9);
        assertTrue(
                found.message().contains("x must be positive")
                        && found.message().contains("t = "),
                found.message());
        assertTrue(found.times()[found.times().length - 1] <= 3);
    }

    @Test
    void a_number_of_the_unit_interval_stops_at_either_end() {
        assertEquals(0.5, of("unit", "1", 0.5, 10, Integration.Method.LEAN).reachedTime(), 1e-9);
        assertEquals(0.25, of("unit", "-2", 0.5, 10, Integration.Method.LEAN).reachedTime(), 1e-9);
    }

    /** It comes within rounding of zero, and numerically below it, but the equations keep it inside. */
    @ParameterizedTest
    @CsvSource({"-x, 200", "-x^3, 1000", "-(x - 1/10^9), 100", "-20 x + 20 x Sin[40 t], 40"})
    void what_only_decays_towards_its_edge_stays(String rate, double end) {
        Trajectory found = of("nonnegative", rate, 1, end, Integration.Method.LEAN);
        assertEquals(Status.COMPLETED, found.status(), found.message());
    }

    @Test
    void what_turns_around_before_the_edge_stays_and_what_does_not_leaves() {
        // x = 1 - t + a t^2 has a minimum of 1 - 1/(4 a), below zero for t between the roots
        assertEquals(
                Status.COMPLETED,
                of("positive", "-1 + 2 (0.251) t", 1, 5, Integration.Method.LEAN)
                        .status());
        Trajectory leaves = of("positive", "-1 + 2 (0.249) t", 1, 5, Integration.Method.LEAN);
        assertEquals(Status.LEFT_DOMAIN, leaves.status());
        assertEquals((1 - Math.sqrt(1 - 4 * 0.249)) / (2 * 0.249), leaves.reachedTime(), 1e-5);
    }
}

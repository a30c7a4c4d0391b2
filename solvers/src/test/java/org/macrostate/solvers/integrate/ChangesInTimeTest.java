package org.macrostate.solvers.integrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.solvers.kernel.CompiledSystem;

/** What happens at a time, or for a short while, is not stepped over, however long the whole is. */
class ChangesInTimeTest {
    private static final Integration DEFAULT = Integration.with(Tolerances.DEFAULT);

    private static Trajectory of(String flow, double[] start, double... times) {
        CompiledSystem system = StatedFlow.compiled(flow);
        return DEFAULT.integrate(TrajectoryProblem.fromZero(system, new double[0], start, times));
    }

    /** x'' = -x - x' + pulse on [a, a+w], from rest: the response is a difference of two step responses. */
    @ParameterizedTest
    @CsvSource({"500, 5", "7, 0.001", "900.25, 0.5", "0.5, 3"})
    void a_pulse_on_a_resting_oscillator_has_the_closed_response(double a, double w) {
        String pulse = "UnitStep[t - " + a + "] - UnitStep[t - " + a + " - " + w + "]";
        double[] times = {a, a + w, a + w + 1, 1000};
        Trajectory found = of(
                "{flow: {x: v, v: '-x - v + " + pulse + "'}, scalars: {x: {start: 0}, v: {start: 0}}, model: pulse}",
                new double[2],
                times);
        assertTrue(found.completed());
        for (int i = 0; i < times.length; i++) {
            assertEquals(stepped(times[i] - a) - stepped(times[i] - a - w), found.states()[i][0], 1e-8);
        }
    }

    private static double stepped(double t) {
        double f = Math.sqrt(3) / 2;
        return t <= 0 ? 0 : 1 - Math.exp(-t / 2) * (Math.cos(f * t) + Math.sin(f * t) / Math.sqrt(3));
    }

    /** The integral of a function of time alone; right values by calculus. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Exp[-((t-500)/(1/50))^2] | 1000 | 0.0354490770181103",
                "1/(1 + (100 (t - 777))^2) | 1554 | 0.03141579788",
                "If[t < 400, 0, If[t < 401, 3, 0]] | 1000 | 3",
                "Abs[t - 3] - Abs[t - 4] | 1000 | 993",
                "Max[0, 1 - Abs[t - 700]] | 1000 | 1",
                "Min[1, Max[0, t - 999]] | 1000 | 0.5",
                "Sign[t^2 - 9] | 10 | 4",
                "UnitStep[Sin[t]] | 20 | 10.5752220392306",
                "Mod[t, 7/3] | 14 | 16.3333333333333",
                "UnitStep[Exp[-t] - Exp[-123]] | 1000 | 123"
            })
    void a_function_of_time_is_integrated_with_all_its_features(String f, double end, double area) {
        Trajectory found = of("{model: f, scalars: {x: {start: 0}}, flow: {x: '" + f + "'}}", new double[1], end);
        assertTrue(found.completed(), found.message());
        assertEquals(area, found.states()[0][0], 2e-7 * (1 + Math.abs(area)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEAN", "HIPPARCHUS", "RODAS"})
    void every_method_ends_a_step_where_the_rates_jump(String method) {
        CompiledSystem system = StatedFlow.compiled(
                "{model: jump, scalars: {x: {start: 0}}, flow: {x: 'UnitStep[t - 50] - UnitStep[t - 50 - 1/8] - x'}}");
        Trajectory found = DEFAULT.by(Integration.Method.valueOf(method))
                .integrate(TrajectoryProblem.fromZero(system, new double[0], new double[1], 50.125, 51.125));
        double peak = 1 - Math.exp(-0.125);
        assertEquals(peak, found.states()[0][0], 1e-8);
        assertEquals(peak * Math.exp(-1), found.states()[1][0], 1e-8);
    }

    /** Random steps of a piecewise constant rate: the sum of its parts, wherever they are. */
    @Test
    void many_steps_at_random_times_add_up() {
        Random random = new Random(5);
        for (int trial = 0; trial < 20; trial++) {
            StringBuilder f = new StringBuilder("0");
            double expected = 0;
            for (int i = 0; i < 12; i++) {
                double at = random.nextInt(1_000_000) / 1000.0;
                double height = random.nextInt(19) - 9;
                f.append(" + (")
                        .append((int) height)
                        .append(") UnitStep[t - ")
                        .append(at)
                        .append("]");
                expected += height * (1000 - at);
            }
            Trajectory found = of("{model: f, scalars: {x: {start: 0}}, flow: {x: '" + f + "'}}", new double[1], 1000);
            assertEquals(expected, found.states()[0][0], 1e-8 * (1 + Math.abs(expected)));
        }
    }

    /** The state after a switch is that of the closed solution on either side. */
    @Test
    void a_surface_in_the_state_is_crossed_where_it_is() {
        // x' = 1 below x = 1, 3 above: x(2) = 1 + 3
        Trajectory found = of(
                "{model: s, scalars: {x: {start: 0}}, flow: {x: '1 + 2 UnitStep[x - 1]'}}", new double[1], 0.5, 1, 2);
        assertArrayEquals(new double[] {0.5}, found.states()[0], 1e-12);
        assertArrayEquals(new double[] {4}, found.states()[2], 1e-10);
        assertTrue(found.notes().isEmpty());
    }

    @Test
    void a_relay_slides_along_its_surface_and_is_told_to() {
        Trajectory found = of(
                "{model: slide, scalars: {x: {start: 0.5}, y: {start: 1}}, flow: {x: '-Sign[x]', y: x - y}}",
                new double[] {0.5, 1},
                0.25,
                0.5,
                2);
        assertTrue(found.completed(), found.message());
        assertEquals(0.25, found.states()[0][0], 1e-12);
        assertEquals(0, found.states()[2][0], 1e-12);
        double half = 0.5 - 0.5 + 1 * Math.exp(-0.5) + 0.5 - 0.5 * Math.exp(-0.5) - (0.5 - 1 + Math.exp(-0.5));
        assertEquals(half * Math.exp(-1.5), found.states()[2][1], 1e-8);
        assertEquals(java.util.List.of("slides along x = 0 from t = 0.5"), found.notes());
    }

    /** Coulomb friction under a rising force: it sticks until the force exceeds the friction, at t = 1, then slips. */
    @Test
    void friction_sticks_until_the_force_exceeds_it() {
        Trajectory found =
                of("{model: stick, scalars: {v: {start: 0.1}}, flow: {v: 't - Sign[v]'}}", new double[] {0.1}, 1, 3);
        assertTrue(found.completed(), found.message());
        assertEquals(0, found.states()[0][0], 1e-9);
        // from t = 1: v' = t - 1
        assertEquals(2, found.states()[1][0], 1e-8);
        assertEquals(2, found.notes().size(), found.notes().toString());
        assertTrue(
                found.notes().get(1).startsWith("leaves v = 0 at t = 1"),
                found.notes().toString());
    }

    /** A ramp as a staircase of more and more steps is the ramp, and twice as many equal steps are the same steps. */
    @Test
    void doubling_the_resolution_of_a_schedule_changes_nothing_beyond_the_tolerance() {
        double[] times = {100, 250, 400};
        double[][] coarse = of(staircase(8), new double[1], times).states();
        double[][] fine = of(staircase(16), new double[1], times).states();
        double[][] finest = of(staircase(64), new double[1], times).states();
        for (int i = 0; i < times.length; i++) {
            assertEquals(coarse[i][0], fine[i][0], 1e-7);
            assertEquals(coarse[i][0], finest[i][0], 1e-7);
        }
    }

    /** 1 on [100, 200), 0 outside, written with so many steps, all but two of which are of height zero. */
    private static String staircase(int steps) {
        StringBuilder f = new StringBuilder("0");
        for (int i = 0; i < steps; i++) {
            double from = 400.0 * i / steps;
            double to = 400.0 * (i + 1) / steps;
            String value = from >= 100 && to <= 200 ? "1" : "0";
            f.append(" + ")
                    .append(value)
                    .append(" (UnitStep[t - ")
                    .append(from)
                    .append("] - UnitStep[t - ")
                    .append(to)
                    .append("])");
        }
        return "{model: f, scalars: {x: {start: 0}}, flow: {x: '" + f + " - x/50'}}";
    }

    /** A schedule of eight random steps over [0, 40], the same with each step split into 2, 4 and 8: the same trajectory. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void doubling_the_resolution_of_a_schedule_changes_nothing(int parts) {
        double[] times = {3, 17.5, 26, 40};
        Trajectory coarse = of(scheduled(1), new double[] {0.3, 0.1}, times);
        Trajectory fine = of(scheduled(parts), new double[] {0.3, 0.1}, times);
        for (int i = 0; i < times.length; i++) {
            assertArrayEquals(coarse.states()[i], fine.states()[i], 1e-8);
        }
    }

    private static String scheduled(int parts) {
        Random random = new Random(5);
        StringBuilder u = new StringBuilder("0");
        for (int k = 0; k < 8; k++) {
            double value = Math.rint(1000 * random.nextGaussian()) / 1000;
            for (int j = 0; j < parts; j++) {
                double from = 5 * (k + (double) j / parts);
                double to = 5 * (k + (double) (j + 1) / parts);
                u.append(" + (")
                        .append(value)
                        .append(") (UnitStep[t - ")
                        .append(from)
                        .append("] - UnitStep[t - ");
                u.append(to).append("])");
            }
        }
        return "{flow: {x: y, y: '-x^3 - y/5 + " + u + "'}, scalars: {x: {start: 0}, y: {start: 0}}, model: steps}";
    }
}

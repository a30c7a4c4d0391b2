package org.macrostate.solvers.integrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.integrate.Trajectory.Status;
import org.macrostate.solvers.kernel.Kernel;

class IntegrationTest {
    private static final double[] NONE = {};
    private static final Kernel OSCILLATOR = FunctionKernel.of(2, (t, x, out) -> {
        out[0] = x[1];
        out[1] = -x[0];
    });
    private static final Kernel SQUARE = FunctionKernel.of(1, (t, x, out) -> out[0] = x[0] * x[0]);
    private static final Kernel GROWTH = FunctionKernel.of(1, (t, x, out) -> out[0] = x[0]);
    private static final Integration DEFAULT = Integration.with(Tolerances.DEFAULT);

    @Test
    void a_harmonic_oscillator_turns_with_dense_output_as_exact_as_its_steps() {
        double[] times = TrajectoryProblem.evenTimes(0, 100, 5001);
        Trajectory trajectory =
                tight().integrate(TrajectoryProblem.fromZero(OSCILLATOR, NONE, new double[] {1, 0}, times));
        assertEquals(Status.COMPLETED, trajectory.status());
        assertArrayEquals(times, trajectory.times());
        for (int i = 0; i < times.length; i++) {
            assertEquals(Math.cos(times[i]), trajectory.states()[i][0], 2e-9);
            assertEquals(-Math.sin(times[i]), trajectory.states()[i][1], 2e-9);
        }
    }

    @Test
    void decay_follows_the_exponential_at_unevenly_spaced_and_repeated_times() {
        double[] times = {0, 0, 1e-9, 0.5, 0.5, 3, 20, 20};
        Kernel decay = FunctionKernel.of(1, (t, x, out) -> out[0] = -x[0]);
        Trajectory trajectory = tight().integrate(TrajectoryProblem.fromZero(decay, NONE, new double[] {2}, times));
        assertEquals(times.length, trajectory.states().length);
        for (int i = 0; i < times.length; i++) {
            assertEquals(2 * Math.exp(-times[i]), trajectory.states()[i][0], 1e-11);
        }
    }

    @Test
    void the_error_shrinks_with_the_tolerance() {
        double last = Double.POSITIVE_INFINITY;
        for (double tolerance : new double[] {1e-4, 1e-6, 1e-8, 1e-10, 1e-12}) {
            Trajectory trajectory = Integration.with(new Tolerances(tolerance, tolerance))
                    .integrate(TrajectoryProblem.fromZero(OSCILLATOR, NONE, new double[] {1, 0}, 20));
            double error = Math.abs(trajectory.states()[0][0] - Math.cos(20));
            assertTrue(error < 50 * tolerance && error < last, "error " + error + " at tolerance " + tolerance);
            last = error;
        }
    }

    @Test
    void a_start_at_another_time_and_a_right_hand_side_with_time_are_respected() {
        Kernel cosine = FunctionKernel.of(1, (t, x, out) -> out[0] = Math.cos(t));
        double[] times = {-1, 0, 2};
        Trajectory trajectory =
                tight().integrate(new TrajectoryProblem(cosine, NONE, -2, new double[] {Math.sin(-2)}, times));
        for (int i = 0; i < times.length; i++) {
            assertEquals(Math.sin(times[i]), trajectory.states()[i][0], 1e-10);
        }
    }

    @Test
    void lorenz_near_the_fixed_point_stays_and_the_z_axis_is_invariant() {
        Kernel lorenz = FunctionKernel.of(3, (t, x, out) -> {
            out[0] = 10 * (x[1] - x[0]);
            out[1] = 28 * x[0] - x[1] - x[0] * x[2];
            out[2] = x[0] * x[1] - 8.0 / 3 * x[2];
        });
        double c = Math.sqrt(8.0 / 3 * 27);
        Trajectory fixed = DEFAULT.integrate(TrajectoryProblem.fromZero(lorenz, NONE, new double[] {c, c, 27}, 5));
        assertArrayEquals(new double[] {c, c, 27}, fixed.states()[0], 1e-6);
        Trajectory axis = DEFAULT.integrate(TrajectoryProblem.fromZero(lorenz, NONE, new double[] {0, 0, 20}, 2));
        assertArrayEquals(new double[] {0, 0, 20 * Math.exp(-16.0 / 3)}, axis.states()[0], 1e-7);
    }

    @Test
    void a_solution_that_runs_to_infinity_is_reported_with_its_time_and_keeps_its_finite_rows() {
        double[] times = TrajectoryProblem.evenTimes(0, 2, 21);
        Trajectory trajectory = DEFAULT.integrate(TrajectoryProblem.fromZero(SQUARE, NONE, new double[] {1}, times));
        assertEquals(Status.DIVERGED, trajectory.status());
        assertEquals(1, trajectory.reachedTime(), 1e-6);
        assertEquals(10, trajectory.times().length, 1);
        for (int i = 0; i < 10; i++) {
            assertEquals(1 / (1 - times[i]), trajectory.states()[i][0], 1e-6);
        }
        assertTrue(trajectory.message().contains("t = "), trajectory.message());
        assertTrue(trajectory.evaluations() < 20_000, "evaluations " + trajectory.evaluations());
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAN", "HIPPARCHUS"})
    void it_stops_after_the_step_on_which_the_condition_holds(Integration.Method method) {
        Trajectory trajectory = DEFAULT.by(method)
                .stoppingWhen((t, state) -> state[0] > 50)
                .integrate(TrajectoryProblem.fromZero(GROWTH, NONE, new double[] {1}, 10));
        assertEquals(Status.STOPPED, trajectory.status());
        assertTrue(trajectory.reachedTime() >= Math.log(50), "stopped at " + trajectory.reachedTime());
        assertTrue(trajectory.reachedTime() < 10, "stopped at " + trajectory.reachedTime());
    }

    @Test
    void an_end_that_is_reached_before_the_condition_holds_is_the_same_with_and_without_it() {
        Integration lean = DEFAULT.by(Integration.Method.LEAN);
        TrajectoryProblem problem = TrajectoryProblem.fromZero(GROWTH, NONE, new double[] {1}, 3);
        Trajectory watched = lean.stoppingWhen((t, state) -> state[0] > 50).integrate(problem);
        assertEquals(Status.COMPLETED, watched.status());
        assertArrayEquals(lean.integrate(problem).states()[0], watched.states()[0]);
        assertEquals(Math.exp(3), watched.states()[0][0], 1e-7);
    }

    @Test
    void growth_beyond_any_sense_is_divergence_at_the_time_it_passes_1e100() {
        Trajectory trajectory =
                DEFAULT.integrate(TrajectoryProblem.fromZero(GROWTH, NONE, new double[] {1}, 100, 1000));
        assertEquals(Status.DIVERGED, trajectory.status());
        assertEquals(100 * Math.log(10), trajectory.reachedTime(), 1e-3);
        assertArrayEquals(new double[] {100}, trajectory.times());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_derivative_that_is_not_finite_at_the_start_ends_at_once_with_the_start_as_row(double bad) {
        Kernel kernel = FunctionKernel.of(1, (t, x, out) -> out[0] = bad);
        Trajectory trajectory = DEFAULT.integrate(TrajectoryProblem.fromZero(kernel, NONE, new double[] {3}, 0, 1));
        assertEquals(Status.DIVERGED, trajectory.status());
        assertEquals(0, trajectory.reachedTime());
        assertArrayEquals(new double[][] {{3}}, trajectory.states());
        assertTrue(trajectory.message().contains("derivative of state element 0"), trajectory.message());
    }

    @Test
    void trial_steps_outside_the_domain_are_repeated_shorter_up_to_its_edge() {
        Kernel edge = FunctionKernel.of(1, (t, x, out) -> out[0] = Math.log(1 - t));
        Trajectory trajectory = tight().integrate(TrajectoryProblem.fromZero(edge, NONE, new double[] {0}, 0.9, 3));
        assertEquals(Status.DIVERGED, trajectory.status());
        assertEquals(1, trajectory.reachedTime(), 1e-9);
        assertArrayEquals(new double[] {0.9}, trajectory.times());
        assertEquals(-0.1 * Math.log(0.1) - 0.9, trajectory.states()[0][0], 1e-11);
    }

    @Test
    void a_stiff_problem_ends_with_too_many_steps_and_says_how_far_it_came() {
        Kernel stiff = FunctionKernel.of(1, (t, x, out) -> out[0] = -1e6 * (x[0] - Math.cos(t)));
        Trajectory trajectory = DEFAULT.withMaxEvaluations(20_000)
                .integrate(TrajectoryProblem.fromZero(stiff, NONE, new double[] {0}, 0, 1000));
        assertEquals(Status.TOO_MANY_STEPS, trajectory.status());
        assertEquals(20_000, trajectory.evaluations());
        assertTrue(trajectory.reachedTime() > 0 && trajectory.reachedTime() < 1000);
        assertTrue(trajectory.message().startsWith("20000 evaluations"), trajectory.message());
    }

    @Test
    void a_stop_condition_ends_the_run_with_the_rows_so_far() {
        Trajectory trajectory = DEFAULT.stoppingWhen((t, x) -> x[0] > 5)
                .integrate(TrajectoryProblem.fromZero(GROWTH, NONE, new double[] {1}, 0.5, 1, 1.5, 50));
        assertEquals(Status.STOPPED, trajectory.status());
        assertTrue(trajectory.reachedTime() >= Math.log(5));
        assertTrue(trajectory.times().length >= 3 && trajectory.times().length < 4);
    }

    @Test
    void a_crossing_is_located_to_the_tolerances() {
        Kernel firstElement = new FunctionKernel(2, 1, (t, x, out) -> out[0] = x[0]);
        Trajectory trajectory = tight().stoppingAt(new LevelCrossing(firstElement, 0, 0.25))
                .integrate(TrajectoryProblem.fromZero(OSCILLATOR, NONE, new double[] {1, 0}, 0.5, 1, 10));
        assertEquals(Status.CROSSED, trajectory.status());
        assertEquals(Math.acos(0.25), trajectory.reachedTime(), 1e-10);
        assertArrayEquals(new double[] {0.5, 1}, trajectory.times());
    }

    @Test
    void a_crossing_that_never_happens_leaves_the_run_complete() {
        Kernel firstElement = new FunctionKernel(2, 1, (t, x, out) -> out[0] = x[0]);
        Trajectory trajectory = DEFAULT.stoppingAt(new LevelCrossing(firstElement, 0, 2))
                .integrate(TrajectoryProblem.fromZero(OSCILLATOR, NONE, new double[] {1, 0}, 10));
        assertEquals(Status.COMPLETED, trajectory.status());
    }

    @Test
    void progress_is_told_increasing_times_up_to_the_end() {
        List<Double> told = new ArrayList<>();
        DEFAULT.withProgress(told::add)
                .integrate(TrajectoryProblem.fromZero(OSCILLATOR, NONE, new double[] {1, 0}, 10));
        assertEquals(told.stream().sorted().distinct().toList(), told);
        assertEquals(10, told.get(told.size() - 1), 1e-14);
    }

    @Test
    void observables_are_evaluated_along_the_rows() {
        Kernel energy = new FunctionKernel(2, 1, (t, x, out) -> out[0] = x[0] * x[0] + x[1] * x[1]);
        Trajectory trajectory =
                tight().integrate(TrajectoryProblem.fromZero(OSCILLATOR, NONE, new double[] {1, 0}, 0, 5, 10));
        double[][] rows = trajectory.evaluate(energy, NONE);
        Arrays.stream(rows).forEach(row -> assertEquals(1, row[0], 1e-10));
        assertEquals(3, rows.length);
    }

    @Test
    void no_times_or_only_the_start_need_no_evaluation() {
        for (double[] times : new double[][] {{}, {0}, {0, 0}}) {
            Trajectory trajectory =
                    DEFAULT.integrate(TrajectoryProblem.fromZero(OSCILLATOR, NONE, new double[] {1, 0}, times));
            assertEquals(Status.COMPLETED, trajectory.status());
            assertEquals(times.length, trajectory.states().length);
            assertEquals(0, trajectory.evaluations());
        }
    }

    @Test
    void wrong_input_is_refused_with_the_value() {
        assertRefused("were not sorted", () -> problem(new double[] {1, 0}, 2, 1), "1.0 follows 2.0");
        assertRefused("before the start", () -> problem(new double[] {1, 0}, -1), "-1.0 follows 0.0");
        assertRefused("a start that is no number", () -> problem(new double[] {1, Double.NaN}, 1), "element 1 was NaN");
        assertRefused("an endless run", () -> problem(new double[] {1, 0}, Double.POSITIVE_INFINITY), "Infinity");
        assertRefused("a tolerance of zero", () -> new Tolerances(0, 1e-10), "relative tolerance");
        assertRefused("a negative tolerance", () -> new Tolerances(1e-8, -1), "was -1.0");
        assertRefused("no evaluations", () -> DEFAULT.withMaxEvaluations(0), "was 0");
        assertRefused("a single point", () -> TrajectoryProblem.evenTimes(0, 1, 1), "was 1");
        assertRefused("an end before the start", () -> TrajectoryProblem.evenTimes(0, -1, 5), "was -1.0");
        assertThrows(IllegalArgumentException.class, () -> problem(new double[] {1}, 1));
    }

    private static void assertRefused(String what, org.junit.jupiter.api.function.Executable use, String quoted) {
        BadInput e = assertThrows(BadInput.class, use, what);
        assertTrue(e.getMessage().contains(quoted), e.getMessage());
    }

    private static TrajectoryProblem problem(double[] start, double... times) {
        return TrajectoryProblem.fromZero(OSCILLATOR, NONE, start, times);
    }

    private static Integration tight() {
        return Integration.with(new Tolerances(1e-12, 1e-12));
    }
}

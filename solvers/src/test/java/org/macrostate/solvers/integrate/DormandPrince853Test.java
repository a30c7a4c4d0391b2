package org.macrostate.solvers.integrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macrostate.solvers.kernel.Kernel;

/** The contract: what Hipparchus' implementation computes, the lean one does, watched or not. */
class DormandPrince853Test {
    private static FunctionKernel kernel(ContractProblem problem) {
        return FunctionKernel.of(problem.start.length, problem::rates);
    }

    private static RightHandSide rates(Kernel kernel, double... start) {
        return new RightHandSide(
                TrajectoryProblem.fromZero(kernel, new double[0], start, 1),
                Integration.with(Tolerances.DEFAULT).withMaxEvaluations(Long.MAX_VALUE),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void it_reaches_the_states_that_hipparchus_reaches(ContractProblem problem) {
        double[] times = TrajectoryProblem.evenTimes(0, 7, 190);
        TrajectoryProblem asked = TrajectoryProblem.fromZero(kernel(problem), new double[0], problem.start, times);
        Integration tight = Integration.with(new Tolerances(1e-11, 1e-11));
        Trajectory lean = tight.by(Integration.Method.LEAN).integrate(asked);
        Trajectory reference = tight.by(Integration.Method.HIPPARCHUS).integrate(asked);
        assertTrue(lean.completed() && reference.completed());
        assertEquals((double) reference.steps(), (double) lean.steps(), 0.1 * reference.steps() + 2);
        for (int i = 0; i < times.length; i++) {
            assertArrayEquals(reference.states()[i], lean.states()[i], 2e-9);
        }
    }

    @Test
    void halving_the_step_divides_the_error_by_two_to_the_eighth() {
        double coarse = errorOfFixedSteps(16);
        double fine = errorOfFixedSteps(32);
        assertEquals(8, Math.log(coarse / fine) / Math.log(2), 0.3);
    }

    private static double errorOfFixedSteps(int steps) {
        double[] start = ContractProblem.OSCILLATOR.start;
        DormandPrince853 method =
                new DormandPrince853(rates(kernel(ContractProblem.OSCILLATOR), start), Tolerances.DEFAULT);
        method.begin(0, start);
        for (int i = 1; i <= steps; i++) {
            method.attempt(16.0 * i / steps);
            method.accept();
        }
        return Math.hypot(method.start()[0] - Math.sin(16), method.start()[1] - Math.cos(16));
    }

    @Test
    void the_inside_of_a_step_is_exact_to_the_seventh_power_of_its_length() {
        double coarse = errorInside(0.8);
        double fine = errorInside(0.4);
        assertTrue(Math.log(coarse / fine) / Math.log(2) > 6.8, coarse + " and " + fine);
    }

    private static double errorInside(double h) {
        double[] start = ContractProblem.OSCILLATOR.start;
        DormandPrince853 method =
                new DormandPrince853(rates(kernel(ContractProblem.OSCILLATOR), start), Tolerances.DEFAULT);
        method.begin(0, start);
        method.attempt(h);
        double largest = 0;
        for (double t = 0; t < h; t += h / 20) {
            double[] y = method.inside(t);
            largest = Math.max(largest, Math.hypot(y[0] - Math.sin(t), y[1] - Math.cos(t)));
        }
        return largest;
    }

    @Test
    void the_estimate_of_stiffness_is_the_eigenvalue_times_the_step() {
        Kernel fast = FunctionKernel.of(1, (t, y, out) -> out[0] = -20 * y[0]);
        DormandPrince853 method = new DormandPrince853(rates(fast, 1), Tolerances.DEFAULT);
        method.begin(0, new double[] {1});
        method.attempt(0.1);
        assertEquals(2, method.stiffness(), 1e-9);
    }

    @Test
    void a_run_to_the_end_alone_is_the_one_that_is_watched() {
        TrajectoryProblem problem = TrajectoryProblem.fromZero(
                kernel(ContractProblem.KEPLER), new double[0], ContractProblem.KEPLER.start, 20);
        Integration lean = Integration.with(Tolerances.DEFAULT);
        Trajectory alone = lean.integrate(problem);
        Trajectory watched =
                lean.withProgress(t -> {}).stoppingWhen((t, y) -> false).integrate(problem);
        assertArrayEquals(watched.states()[0], alone.states()[0]);
        assertEquals(watched.steps(), alone.steps());
        assertEquals(watched.evaluations(), alone.evaluations());
        assertEquals(20, alone.reachedTime());
    }

    @Test
    void a_longer_run_allocates_no_more_than_a_short_one() {
        allocated(500);
        long few = allocated(10);
        long many = allocated(500);
        assertTrue(many <= few + 4000, few + " bytes for 10, " + many + " for 500");
    }

    private static long allocated(double end) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TrajectoryProblem problem = TrajectoryProblem.fromZero(
                kernel(ContractProblem.KEPLER), new double[0], ContractProblem.KEPLER.start, end);
        Integration lean = Integration.with(Tolerances.DEFAULT);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        lean.integrate(problem);
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}

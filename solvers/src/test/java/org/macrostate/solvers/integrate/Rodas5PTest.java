package org.macrostate.solvers.integrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.problems.LinearVae;

class Rodas5PTest {
    /** Not linear, not autonomous, solved by y0 = exp(sin t), y1 = 1/(1+t). */
    private static final Kernel KNOWN = FunctionKernel.of(2, (t, y, out) -> {
        out[0] = y[0] * Math.cos(t) + 3 * y[0] * (y[1] * (1 + t) - 1);
        out[1] = -y[1] * y[1] + (Math.log(y[0]) - Math.sin(t));
    });

    private static final Kernel KNOWN_JACOBIAN = new FunctionKernel(2, 4, (t, y, out) -> {
        out[0] = Math.cos(t) + 3 * (y[1] * (1 + t) - 1);
        out[1] = 3 * y[0] * (1 + t);
        out[2] = 1 / y[0];
        out[3] = -2 * y[1];
    });

    private static final Kernel KNOWN_IN_TIME = FunctionKernel.of(2, (t, y, out) -> {
        out[0] = -y[0] * Math.sin(t) + 3 * y[0] * y[1];
        out[1] = -Math.cos(t);
    });

    private static double[] solution(double t) {
        return new double[] {Math.exp(Math.sin(t)), 1 / (1 + t)};
    }

    private static double distance(double[] found, double t) {
        return Math.hypot(found[0] - solution(t)[0], found[1] - solution(t)[1]);
    }

    /** Steps of one length to t = 1; the largest error at their ends, and inside those after t = 1/2. */
    private static double[] errors(int steps) {
        TrajectoryProblem problem = TrajectoryProblem.fromZero(KNOWN, new double[0], solution(0), 1)
                .with(new Given(KNOWN_JACOBIAN, KNOWN_IN_TIME));
        Integration settings = Integration.with(Tolerances.DEFAULT);
        Rodas5P method =
                new Rodas5P(new RightHandSide(problem, settings, java.util.Optional.empty()), Tolerances.DEFAULT);
        method.begin(0, solution(0));
        double inside = 0;
        for (int i = 1; i <= steps; i++) {
            method.attempt((double) i / steps);
            for (int k = 1; k < 8 && 2 * i > steps; k++) {
                double t = (i - 1 + k / 8.0) / steps;
                inside = Math.max(inside, distance(method.inside(t), t));
            }
            method.accept();
        }
        return new double[] {distance(method.start(), 1), inside};
    }

    @Test
    void halving_the_step_divides_the_error_by_two_to_the_fifth() {
        assertEquals(5, Math.log(errors(64)[0] / errors(128)[0]) / Math.log(2), 0.35);
    }

    @Test
    void between_steps_the_error_falls_at_least_as_the_fourth_power() {
        double coarse = errors(16)[1];
        double fine = errors(32)[1];
        assertTrue(Math.log(coarse / fine) / Math.log(2) > 3.8, coarse + " and " + fine);
    }

    /** A linearisation from functions. */
    private record Given(Kernel jacobian, Kernel timeDerivative) implements Linearisation {}

    /** Robertson's kinetics; values at t = 40 from the documentation of SUNDIALS' CVODE (cvRoberts_dns). */
    @Test
    void robertsons_kinetics_come_out_as_published() {
        FunctionKernel rates = FunctionKernel.of(3, (t, y, out) -> {
            out[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
            out[2] = 3e7 * y[1] * y[1];
            out[1] = -out[0] - out[2];
        });
        Kernel jacobian = new FunctionKernel(3, 9, (t, y, out) -> {
            double[] rows = {
                -0.04, 1e4 * y[2], 1e4 * y[1], 0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1], 0, 6e7 * y[1], 0
            };
            System.arraycopy(rows, 0, out, 0, 9);
        });
        Kernel none = FunctionKernel.of(3, (t, y, out) -> java.util.Arrays.fill(out, 0, 3, 0));
        Trajectory found = Integration.with(new Tolerances(1e-8, 1e-12))
                .integrate(TrajectoryProblem.fromZero(rates, new double[0], new double[] {1, 0, 0}, 40)
                        .with(new Given(jacobian, none)));
        assertTrue(found.completed(), found.message());
        assertTrue(found.stiffFrom().isPresent());
        assertArrayEquals(new double[] {7.158270688e-01, 9.185534765e-06, 2.841637457e-01}, found.states()[0], 5e-7);
    }

    private static double[] vaeParameters(CompiledSystem system, double beta, double tauD) {
        return system.bound()
                .parameters()
                .with(java.util.Map.of("rho", 1.0, "eta", 1.0, "beta", beta, "lambda", 0.0, "tau", 0.01, "tauD", tauD));
    }

    private static double[] vaeStart(CompiledSystem system) {
        double[] start = new double[system.length()];
        java.util.Arrays.fill(start, 0.05);
        for (String one : new String[] {"Q", "E", "D"}) {
            start[
                    system.bound()
                            .state()
                            .position(one, one.equals("D") ? java.util.List.of(1) : java.util.List.of(1, 1))] = 1;
        }
        return start;
    }

    /** The reference is the explicit method, held to far smaller tolerances, without a linearisation. */
    @Test
    void a_stiff_linear_vae_is_noticed_and_takes_some_hundreds_of_steps() {
        CompiledSystem system = LinearVae.of(1, 1);
        for (double beta : new double[] {0.02, 0.002}) {
            double[] parameters = vaeParameters(system, beta, 1);
            double[] start = vaeStart(system);
            double[] times = {50, 200, 1500};
            Trajectory switched = Integration.with(Tolerances.DEFAULT)
                    .integrate(TrajectoryProblem.fromZero(system, parameters, start, times));
            Trajectory reference = Integration.with(new Tolerances(1e-12, 1e-13))
                    .by(Integration.Method.LEAN)
                    .integrate(TrajectoryProblem.fromZero(system.rightHandSide(), parameters, start, times));
            assertTrue(switched.completed() && reference.completed());
            assertTrue(switched.stiffFrom().isPresent());
            assertTrue(switched.steps() < 1000, switched.steps() + " steps");
            assertTrue(reference.steps() > 5000, reference.steps() + " explicit steps");
            for (int i = 0; i < times.length; i++) {
                assertArrayEquals(reference.states()[i], switched.states()[i], 1e-6);
            }
        }
    }

    @Test
    void what_is_not_stiff_is_left_to_dormand_prince() {
        CompiledSystem system = LinearVae.of(1, 1);
        Trajectory found = Integration.with(Tolerances.DEFAULT)
                .integrate(
                        TrajectoryProblem.fromZero(system, vaeParameters(system, 0.5, 0.01), vaeStart(system), 1500));
        assertTrue(found.completed());
        assertEquals(OptionalDouble.empty(), found.stiffFrom());
    }

    @Test
    void a_run_of_rodas_without_derivatives_is_refused() {
        TrajectoryProblem bare = TrajectoryProblem.fromZero(
                FunctionKernel.of(1, (t, y, out) -> out[0] = -y[0]), new double[0], new double[] {1}, 1);
        Integration rodas = Integration.with(Tolerances.DEFAULT).by(Integration.Method.RODAS);
        assertThrows(IllegalArgumentException.class, () -> rodas.integrate(bare));
    }

    @Test
    void events_and_rows_are_as_with_the_explicit_method() {
        CompiledSystem system = LinearVae.of(1, 1);
        double[] parameters = vaeParameters(system, 0.5, 0.01);
        double[] times = TrajectoryProblem.evenTimes(0, 900, 31);
        TrajectoryProblem problem = TrajectoryProblem.fromZero(system, parameters, vaeStart(system), times);
        Integration implicit = Integration.with(new Tolerances(1e-10, 1e-12)).by(Integration.Method.RODAS);
        Integration explicit = Integration.with(new Tolerances(1e-10, 1e-12));
        Trajectory one = implicit.integrate(problem);
        Trajectory other = explicit.integrate(problem);
        for (int i = 0; i < times.length; i++) {
            assertArrayEquals(other.states()[i], one.states()[i], 1e-7);
        }
        LevelCrossing crossing = new LevelCrossing(
                system.rightHandSide(), system.bound().state().position("D", java.util.List.of(1)), -0.001);
        assertEquals(
                explicit.stoppingAt(crossing).integrate(problem).reachedTime(),
                implicit.stoppingAt(crossing).integrate(problem).reachedTime(),
                1e-4);
    }
}

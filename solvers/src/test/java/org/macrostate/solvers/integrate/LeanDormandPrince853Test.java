package org.macrostate.solvers.integrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.DenseOutputModel;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.SecondaryODE;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract: whatever Hipparchus' integrator does, the lean one does, to rounding. */
class LeanDormandPrince853Test {
    private static final double ROUNDING = 1e-12;

    /** Evaluations before the first step; then Hipparchus takes 15 a step, three of them for dense output. */
    private static final int AT_START = 2;

    private static List<AdaptiveStepsizeIntegrator> both(double largest, double tolerance) {
        return List.of(
                new DormandPrince853Integrator(1e-9, largest, tolerance, tolerance),
                new LeanDormandPrince853(1e-9, largest, tolerance, tolerance));
    }

    @ParameterizedTest
    @EnumSource
    void unwatched_it_takes_the_same_steps_to_the_same_end(ContractProblem problem) {
        requireSame(problem, 7, false);
    }

    @ParameterizedTest
    @EnumSource
    void watched_it_takes_the_same_steps_to_the_same_end(ContractProblem problem) {
        requireSame(problem, 7, true);
    }

    @ParameterizedTest
    @EnumSource
    void it_integrates_backwards(ContractProblem problem) {
        requireSame(problem, -1, false);
    }

    private static void requireSame(ContractProblem problem, double end, boolean watched) {
        List<ODEStateAndDerivative> ends = new ArrayList<>();
        List<Integer> evaluations = new ArrayList<>();
        List<Double> seen = new ArrayList<>();
        for (AdaptiveStepsizeIntegrator integrator : both(5, 1e-9)) {
            if (watched) {
                integrator.addStepHandler(
                        step -> seen.add(step.getCurrentState().getTime()));
            }
            ends.add(integrator.integrate(problem, new ODEState(0, problem.start), end));
            evaluations.add(integrator.getEvaluations());
        }
        assertEquals((evaluations.get(0) - AT_START) / 15.0, (evaluations.get(1) - AT_START) / 12.0);
        assertArrayEquals(
                seen.subList(0, seen.size() / 2).stream().mapToDouble(t -> t).toArray(),
                seen.subList(seen.size() / 2, seen.size()).stream()
                        .mapToDouble(t -> t)
                        .toArray(),
                1e-4);
        assertEquals(end, ends.get(1).getTime(), Math.ulp(end));
        assertArrayEquals(ends.get(0).getPrimaryState(), ends.get(1).getPrimaryState(), ROUNDING);
        assertArrayEquals(ends.get(0).getPrimaryDerivative(), ends.get(1).getPrimaryDerivative(), ROUNDING);
    }

    @ParameterizedTest
    @EnumSource
    void the_dense_output_of_kept_steps_is_the_same(ContractProblem problem) {
        List<DenseOutputModel> models = List.of(new DenseOutputModel(), new DenseOutputModel());
        for (int i = 0; i < 2; i++) {
            AdaptiveStepsizeIntegrator integrator = both(5, 1e-9).get(i);
            integrator.addStepHandler(models.get(i));
            integrator.integrate(problem, new ODEState(0, problem.start), 7);
        }
        for (double t = 0; t < 7; t += 0.0371) {
            assertArrayEquals(
                    models.get(0).getInterpolatedState(t).getPrimaryState(),
                    models.get(1).getInterpolatedState(t).getPrimaryState(),
                    1e-10);
        }
    }

    @Test
    void halving_the_step_divides_the_error_by_two_to_the_eighth() {
        double coarse = errorOfFixedSteps(1);
        double fine = errorOfFixedSteps(0.5);
        assertEquals(8, Math.log(coarse / fine) / Math.log(2), 0.3);
    }

    private static double errorOfFixedSteps(double h) {
        LeanDormandPrince853 integrator = new LeanDormandPrince853(h, h, 1e9, 1e9);
        integrator.setInitialStepSize(h);
        double[] end = integrator
                .integrate(ContractProblem.OSCILLATOR, new ODEState(0, ContractProblem.OSCILLATOR.start), 16)
                .getPrimaryState();
        return Math.hypot(end[0] - Math.sin(16), end[1] - Math.cos(16));
    }

    /** The sine of an oscillator passes a level; the handler then stops, goes on or resets the state. */
    private record Passing(Action action, List<Double> times) implements ODEEventDetector {
        @Override
        public double g(ODEStateAndDerivative state) {
            return state.getPrimaryState()[1] - 0.25;
        }

        @Override
        public AdaptableInterval getMaxCheckInterval() {
            return AdaptableInterval.of(0.1);
        }

        @Override
        public int getMaxIterationCount() {
            return 100;
        }

        @Override
        public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
            return new BracketingNthOrderBrentSolver(0, 1e-11, 0, 5);
        }

        @Override
        public ODEEventHandler getHandler() {
            return new ODEEventHandler() {
                @Override
                public Action eventOccurred(
                        ODEStateAndDerivative state, ODEEventDetector detector, boolean increasing) {
                    times.add(state.getTime());
                    return action;
                }

                @Override
                public ODEState resetState(ODEEventDetector detector, ODEStateAndDerivative state) {
                    double[] y = state.getPrimaryState();
                    y[3] *= 0.9;
                    return new ODEState(state.getTime(), y);
                }
            };
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTINUE", "STOP", "RESET_STATE", "RESET_DERIVATIVES"})
    void events_are_found_at_the_same_times_and_obeyed(String action) {
        List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>());
        List<ODEStateAndDerivative> ends = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            AdaptiveStepsizeIntegrator integrator = both(5, 1e-9).get(i);
            integrator.addEventDetector(new Passing(Action.valueOf(action), times.get(i)));
            ends.add(integrator.integrate(ContractProblem.KEPLER, new ODEState(0, ContractProblem.KEPLER.start), 7));
        }
        assertTrue(!times.get(0).isEmpty());
        assertEquals(times.get(0).size(), times.get(1).size());
        for (int i = 0; i < times.get(0).size(); i++) {
            assertEquals(times.get(0).get(i), times.get(1).get(i), 1e-9);
        }
        assertArrayEquals(ends.get(0).getPrimaryState(), ends.get(1).getPrimaryState(), 1e-8);
    }

    @Test
    void secondary_equations_are_integrated_along() {
        List<double[]> ends = new ArrayList<>();
        for (AdaptiveStepsizeIntegrator integrator : both(5, 1e-9)) {
            ExpandableODE pair = new ExpandableODE(ContractProblem.SINE);
            pair.addSecondaryEquations(new SecondaryODE() {
                @Override
                public int getDimension() {
                    return 1;
                }

                @Override
                public double[] computeDerivatives(double t, double[] y, double[] yDot, double[] area) {
                    return new double[] {y[0]};
                }
            });
            ODEState start = new ODEState(0, new double[] {1}, new double[][] {{0}});
            ends.add(integrator.integrate(pair, start, 3).getCompleteState());
        }
        assertArrayEquals(ends.get(0), ends.get(1), ROUNDING);
    }

    @Test
    void an_integration_to_the_end_alone_is_the_one_that_is_watched() {
        FunctionKernel kepler = FunctionKernel.of(4, ContractProblem.KEPLER::rates);
        TrajectoryProblem problem = TrajectoryProblem.fromZero(kepler, new double[0], ContractProblem.KEPLER.start, 20);
        Integration lean = Integration.with(Tolerances.DEFAULT).by(Integration.Method.LEAN_DORMAND_PRINCE_853);
        Trajectory alone = lean.integrate(problem);
        Trajectory watched = lean.withProgress(t -> {}).integrate(problem);
        assertArrayEquals(watched.states()[0], alone.states()[0], ROUNDING);
        assertEquals(watched.steps(), alone.steps());
        assertEquals(watched.evaluations(), alone.evaluations());
        assertEquals(20, alone.reachedTime(), Math.ulp(20.0));
    }

    @Test
    void what_runs_to_infinity_on_the_way_to_the_end_is_told_with_where() {
        FunctionKernel explosion = FunctionKernel.of(1, (t, y, out) -> out[0] = y[0] * y[0]);
        Trajectory found = Integration.with(Tolerances.DEFAULT)
                .by(Integration.Method.LEAN_DORMAND_PRINCE_853)
                .integrate(TrajectoryProblem.fromZero(explosion, new double[0], new double[] {1}, 2));
        assertEquals(Trajectory.Status.DIVERGED, found.status());
        assertEquals(1, found.reachedTime(), 1e-6);
    }

    @Test
    void unwatched_a_longer_run_allocates_no_more_than_a_short_one() {
        double[] out = new double[4];
        double[][] ring = new double[32][4];
        int[] count = {0};
        OrdinaryDifferentialEquation quiet = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return out.length;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double[] slope = ring[count[0]++ % ring.length];
                ContractProblem.KEPLER.rates(t, y, slope);
                return slope;
            }
        };
        allocated(quiet, 500);
        long few = allocated(quiet, 10);
        long many = allocated(quiet, 500);
        assertTrue(many <= few + 2000, few + " bytes for 10, " + many + " for 500");
    }

    private static long allocated(OrdinaryDifferentialEquation equation, double end) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        LeanDormandPrince853 integrator = new LeanDormandPrince853(1e-9, 5, 1e-9, 1e-9);
        ODEState start = new ODEState(0, ContractProblem.KEPLER.start);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        integrator.integrate(equation, start, end);
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}

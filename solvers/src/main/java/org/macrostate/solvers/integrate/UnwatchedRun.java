package org.macrostate.solvers.integrate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;

/**
 * The lean method where only the end is asked for: nobody is told of steps, so that they cost little beside the right-hand
 * side. What goes wrong is left to an {@link IntegrationRun}, which tells where.
 */
final class UnwatchedRun {
    private UnwatchedRun() {}

    /** The trajectory, if the end is all that is asked for and it is reached. */
    static Optional<Trajectory> of(Integration settings, TrajectoryProblem problem) {
        boolean onlyTheEnd = problem.times().length == 1
                && settings.method() == Integration.Method.LEAN_DORMAND_PRINCE_853
                && settings.progress() == Integration.NOBODY
                && settings.crossing().isEmpty()
                && problem.linearisation().isEmpty();
        double scale = Math.max(Math.abs(problem.startTime()), Math.abs(problem.endTime()));
        double smallest = 2 * Math.ulp(scale);
        double span = problem.endTime() - problem.startTime();
        return onlyTheEnd && span > 1000 * smallest ? integrate(settings, problem, smallest, span) : Optional.empty();
    }

    private static Optional<Trajectory> integrate(
            Integration settings, TrajectoryProblem problem, double smallest, double span) {
        LeanDormandPrince853 method = new LeanDormandPrince853(
                        smallest,
                        span * IntegrationRun.LARGEST_STEP,
                        settings.tolerances().absolute(),
                        settings.tolerances().relative())
                .stoppingWhen(
                        (t, state) -> !isOrdinary(state) || settings.stop().holds(t, state));
        method.setMaxEvaluations(Integer.MAX_VALUE);
        BareEquation equation = new BareEquation(problem, settings.maxEvaluations());
        try {
            ODEStateAndDerivative end =
                    method.integrate(equation, new ODEState(problem.startTime(), problem.start()), problem.endTime());
            return Optional.of(new Trajectory(
                    problem.times().clone(),
                    new double[][] {end.getPrimaryState()},
                    Trajectory.Status.COMPLETED,
                    "",
                    end.getTime(),
                    equation.evaluations(),
                    method.steps(),
                    OptionalDouble.empty()));
        } catch (Halt | MathRuntimeException tellWhere) {
            return Optional.empty();
        }
    }

    private static boolean isOrdinary(double[] state) {
        for (double value : state) {
            if (!(Math.abs(value) <= KernelEquation.LARGEST)) {
                return false;
            }
        }
        return true;
    }
}

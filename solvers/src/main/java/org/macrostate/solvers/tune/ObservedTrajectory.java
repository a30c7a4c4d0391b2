package org.macrostate.solvers.tune;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.LevelCrossing;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.Kernel;

/**
 * A system that starts at time 0, and the quantity looked at. Safe to share between threads.
 *
 * @param rightHandSide n outputs
 * @param quantity its first output is looked at
 * @param start n elements; not copied, not modified
 */
public record ObservedTrajectory(Kernel rightHandSide, Kernel quantity, double[] start, Integration integration) {
    private static final int EVEN = 1000;
    private static final int EARLY = 400;
    private static final double EARLIEST = 1e-8;
    private static final int CLOSER = 400;

    /**
     * The goal at these parameters; +∞ if it is not reached, also because the course breaks off before.
     *
     * @param parameters not modified
     */
    public double goal(Goal goal, double[] parameters) {
        double value = goal instanceof Goal.TimeToReach time
                ? time(time, parameters)
                : goal instanceof Goal.ValueAt at ? valueAt(at.end(), parameters) : minimum(goal.end(), parameters);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /**
     * The quantity at ascending times from 0 on; NaN from where the course breaks off.
     *
     * @param times t = steps / N; not modified
     * @param parameters not modified
     */
    public double[] quantity(double[] times, double[] parameters) {
        Trajectory trajectory =
                integration.integrate(TrajectoryProblem.fromZero(rightHandSide, parameters, start, times));
        double[] values = Arrays.copyOf(values(trajectory, parameters), times.length);
        Arrays.fill(values, Math.min(trajectory.states().length, values.length), values.length, Double.NaN);
        return values;
    }

    private double time(Goal.TimeToReach goal, double[] parameters) {
        double first = value(0, start, parameters);
        if (goal.holds(first)) {
            return 0;
        }
        Trajectory trajectory = integration
                .stoppingAt(new LevelCrossing(quantity, 0, goal.level()))
                .integrate(TrajectoryProblem.fromZero(rightHandSide, parameters, start, goal.end()));
        return trajectory.status() == Trajectory.Status.CROSSED ? trajectory.reachedTime() : Double.POSITIVE_INFINITY;
    }

    private double valueAt(double end, double[] parameters) {
        Trajectory trajectory =
                integration.integrate(TrajectoryProblem.fromZero(rightHandSide, parameters, start, end));
        return trajectory.completed() ? value(end, trajectory.states()[0], parameters) : Double.POSITIVE_INFINITY;
    }

    /** Looks at many times, early ones among them, and then closer between the neighbours of the least. */
    private double minimum(double end, double[] parameters) {
        double[] times = DoubleStream.concat(
                        IntStream.rangeClosed(0, EVEN).mapToDouble(i -> end * i / EVEN),
                        IntStream.range(0, EARLY).mapToDouble(i -> end * Math.pow(EARLIEST, 1 - (double) i / EARLY)))
                .sorted()
                .toArray();
        Trajectory coarse = integration.integrate(TrajectoryProblem.fromZero(rightHandSide, parameters, start, times));
        if (!coarse.completed()) {
            return Double.POSITIVE_INFINITY;
        }
        double[] values = values(coarse, parameters);
        int least = least(values);
        int before = Math.max(0, least - 1);
        double[] closer =
                TrajectoryProblem.evenTimes(times[before], times[Math.min(times.length - 1, least + 1)], CLOSER + 1);
        Trajectory fine = integration.integrate(
                new TrajectoryProblem(rightHandSide, parameters, times[before], coarse.states()[before], closer));
        return Math.min(
                values[least], Arrays.stream(values(fine, parameters)).min().orElse(values[least]));
    }

    private static int least(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] < values[a] ? b : a)
                .orElse(0);
    }

    private double[] values(Trajectory trajectory, double[] parameters) {
        return Arrays.stream(trajectory.evaluate(quantity, parameters))
                .mapToDouble(row -> row[0])
                .toArray();
    }

    private double value(double t, double[] state, double[] parameters) {
        return quantity.eval(t, state, parameters)[0];
    }
}

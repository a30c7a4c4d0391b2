package org.macrostate.solvers.tune;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.LevelCrossing;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;

/**
 * A system that starts at time 0, and the quantity looked at. Safe to share between threads.
 *
 * @param rightHandSide n outputs
 * @param quantity its first output is looked at
 * @param start n elements; not copied, not modified
 * @param system whose right-hand side it is: a trajectory of it that leaves its domain ends there, and a goal is not reached
 *     beyond
 */
public record ObservedTrajectory(
        Kernel rightHandSide,
        Kernel quantity,
        double[] start,
        Integration integration,
        Optional<CompiledSystem> system) {
    private static final int EVEN = 1000;
    private static final int EARLY = 400;
    private static final double EARLIEST = 1e-8;
    private static final int CLOSER = 100;
    private static final int ZOOMS = 4;

    /** Without what a compiled system knows of its domains and breaks. */
    public ObservedTrajectory(Kernel rightHandSide, Kernel quantity, double[] start, Integration integration) {
        this(rightHandSide, quantity, start, integration, Optional.empty());
    }

    /** Of a compiled system. */
    public static ObservedTrajectory of(
            CompiledSystem system, Kernel quantity, double[] start, Integration integration) {
        Integration named = integration.naming(system.bound().state().labels());
        return new ObservedTrajectory(system.rightHandSide(), quantity, start, named, Optional.of(system));
    }

    private TrajectoryProblem problem(double from, double[] parameters, double[] state, double... times) {
        return system.map(known -> TrajectoryProblem.of(known, parameters, from, state, times))
                .orElseGet(() -> new TrajectoryProblem(rightHandSide, parameters, from, state, times));
    }

    /**
     * The goal at these parameters; +∞ if it is not reached, also because the course breaks off before.
     *
     * @param parameters not modified
     */
    public double goal(Goal goal, double[] parameters) {
        return goal(goal, parameters, why -> {});
    }

    /**
     * The same; a course that leaves its domain before the goal is decided is inadmissible, whatever it did before.
     *
     * @param inadmissible told why
     */
    public double goal(Goal goal, double[] parameters, Consumer<String> inadmissible) {
        Consumer<Trajectory> ended = trajectory -> {
            if (trajectory.status() == Trajectory.Status.LEFT_DOMAIN) {
                inadmissible.accept(trajectory.message());
            }
        };
        double value = goal instanceof Goal.TimeToReach time
                ? time(time, parameters, ended)
                : goal instanceof Goal.ValueAt at
                        ? valueAt(at.end(), parameters, ended)
                        : minimum(goal.end(), parameters, ended);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /**
     * The quantity at ascending times from 0 on; NaN from where the course breaks off.
     *
     * @param times t = steps / N; not modified
     * @param parameters not modified
     */
    public double[] quantity(double[] times, double[] parameters) {
        Trajectory trajectory = integration.integrate(problem(0, parameters, start, times));
        double[] values = Arrays.copyOf(values(trajectory, parameters), times.length);
        Arrays.fill(values, Math.min(trajectory.states().length, values.length), values.length, Double.NaN);
        return values;
    }

    private double time(Goal.TimeToReach goal, double[] parameters, Consumer<Trajectory> ended) {
        double first = value(0, start, parameters);
        if (goal.holds(first)) {
            return 0;
        }
        Trajectory trajectory = integration
                .stoppingAt(new LevelCrossing(quantity, 0, goal.level()))
                .integrate(problem(0, parameters, start, goal.end()));
        ended.accept(trajectory);
        return trajectory.status() == Trajectory.Status.CROSSED ? trajectory.reachedTime() : Double.POSITIVE_INFINITY;
    }

    private double valueAt(double end, double[] parameters, Consumer<Trajectory> ended) {
        Trajectory trajectory = integration.integrate(problem(0, parameters, start, end));
        ended.accept(trajectory);
        return trajectory.completed() ? value(end, trajectory.states()[0], parameters) : Double.POSITIVE_INFINITY;
    }

    /** Looks at many times, early ones among them, and then closer between the neighbours of the least. */
    private double minimum(double end, double[] parameters, Consumer<Trajectory> ended) {
        double[] times = DoubleStream.concat(
                        IntStream.rangeClosed(0, EVEN).mapToDouble(i -> end * i / EVEN),
                        IntStream.range(0, EARLY).mapToDouble(i -> end * Math.pow(EARLIEST, 1 - (double) i / EARLY)))
                .sorted()
                .toArray();
        Trajectory coarse = integration.integrate(problem(0, parameters, start, times));
        ended.accept(coarse);
        if (!coarse.completed()) {
            return Double.POSITIVE_INFINITY;
        }
        double[] values = values(coarse, parameters);
        double best = Double.POSITIVE_INFINITY;
        double[][] states = coarse.states();
        for (int zoom = 0; zoom <= ZOOMS; zoom++) {
            int least = least(values);
            best = Math.min(best, values[least]);
            int before = Math.max(0, least - 1);
            int after = Math.min(times.length - 1, least + 1);
            if (zoom == ZOOMS || !(times[after] - times[before] > 1e-12 * end)) {
                break;
            }
            double[] closer = TrajectoryProblem.evenTimes(times[before], times[after], CLOSER + 1);
            Trajectory fine = integration.integrate(problem(times[before], parameters, states[before], closer));
            if (!fine.completed()) {
                break;
            }
            times = closer;
            states = fine.states();
            values = values(fine, parameters);
        }
        return best;
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

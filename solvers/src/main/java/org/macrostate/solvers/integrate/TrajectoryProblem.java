package org.macrostate.solvers.integrate;

import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;

/**
 * A system, where it starts, and when its state is asked for.
 *
 * @param rightHandSide n outputs, the time derivatives, from a state of n elements
 * @param parameters at least as many as the kernel reads; not copied, not modified
 * @param startTime t = steps / N
 * @param start the state at {@code startTime}, n elements; not copied, not modified
 * @param times when rows are asked for: none before {@code startTime}, none before its predecessor; the last is the end
 * @param linearisation of the right-hand side; with it, a stiff part is left to a method that is made for it
 * @param system that the right-hand side is of; with it, breaks in time end steps, jumps in the state are located, and a
 *     state that leaves its domain ends the trajectory
 */
public record TrajectoryProblem(
        Kernel rightHandSide,
        double[] parameters,
        double startTime,
        double[] start,
        double[] times,
        Optional<Linearisation> linearisation,
        Optional<CompiledSystem> system) {

    /**
     * @throws BadInput if a start value or a time is not finite, or times are not sorted
     * @throws IllegalArgumentException if an array has the wrong length
     */
    public TrajectoryProblem {
        Kernel.requireLength("parameters", parameters, rightHandSide.parameterLength());
        if (start.length != rightHandSide.outputLength() || start.length == 0) {
            throw new IllegalArgumentException("the start must have " + rightHandSide.outputLength()
                    + " elements, one an equation and at least one, had " + start.length);
        }
        for (int i = 0; i < start.length; i++) {
            if (!Double.isFinite(start[i])) {
                throw new BadInput("start values must be finite, element " + i + " was " + start[i]);
            }
        }
        requireSorted(startTime, times);
    }

    /** Without derivatives of the right-hand side: a stiff system takes the explicit method many steps. */
    public TrajectoryProblem(
            Kernel rightHandSide, double[] parameters, double startTime, double[] start, double[] times) {
        this(rightHandSide, parameters, startTime, start, times, Optional.empty(), Optional.empty());
    }

    /** The same with derivatives of the right-hand side. */
    public TrajectoryProblem with(Linearisation derivatives) {
        return new TrajectoryProblem(
                rightHandSide, parameters, startTime, start, times, Optional.of(derivatives), system);
    }

    /** The same start with rows at other times. */
    TrajectoryProblem at(double... others) {
        return new TrajectoryProblem(rightHandSide, parameters, startTime, start, others, linearisation, system);
    }

    /** A compiled system with its derivatives, breaks, jumps and domains. */
    public static TrajectoryProblem of(
            CompiledSystem system, double[] parameters, double startTime, double[] start, double... times) {
        return new TrajectoryProblem(
                system.rightHandSide(parameters),
                parameters,
                startTime,
                start,
                times,
                Optional.of(Linearisation.of(system)),
                Optional.of(system));
    }

    /** A compiled system, starting at time 0. */
    public static TrajectoryProblem fromZero(
            CompiledSystem system, double[] parameters, double[] start, double... times) {
        return of(system, parameters, 0, start, times);
    }

    /** Starting at time 0. */
    public static TrajectoryProblem fromZero(
            Kernel rightHandSide, double[] parameters, double[] start, double... times) {
        return new TrajectoryProblem(rightHandSide, parameters, 0, start, times);
    }

    /** @throws BadInput unless there are at least two points and the end is finite and not before the beginning */
    public static double[] evenTimes(double from, double until, int points) {
        if (points < 2) {
            throw new BadInput("at least 2 points in time are needed, was " + points);
        }
        if (!(from <= until && until < Double.POSITIVE_INFINITY)) {
            throw new BadInput("the end time must be finite and not before " + from + ", was " + until);
        }
        double[] times = new double[points];
        for (int i = 0; i < points; i++) {
            times[i] = from + (until - from) * i / (points - 1);
        }
        times[points - 1] = until;
        return times;
    }

    /** The time of the last row; the start's if no row is asked for. */
    public double endTime() {
        return times.length == 0 ? startTime : times[times.length - 1];
    }

    private static void requireSorted(double startTime, double[] times) {
        if (!Double.isFinite(startTime)) {
            throw new BadInput("the start time must be finite, was " + startTime);
        }
        double last = startTime;
        for (double time : times) {
            if (!(time >= last && time < Double.POSITIVE_INFINITY)) {
                throw new BadInput(
                        "times must be finite and sorted, none before the start: " + time + " follows " + last);
            }
            last = time;
        }
    }
}

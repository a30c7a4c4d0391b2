package org.macrostate.solvers.integrate;

import java.util.List;
import java.util.OptionalDouble;
import org.macrostate.solvers.kernel.Kernel;

/**
 * States at the times asked for, as far as they were reached. All numbers in it are finite.
 *
 * @param times of the rows: the times asked for, up to {@code reachedTime}
 * @param states one row of n elements a time
 * @param message why it ends early, for the user; empty if it does not
 * @param reachedTime the end, or the last time the state was known
 * @param evaluations of the right-hand side
 * @param steps accepted
 * @param stiffFrom from when the method for stiff systems was used; empty if it was not
 * @param notes on what happened on the way, for the user: that it slides along a surface, for instance
 */
public record Trajectory(
        double[] times,
        double[][] states,
        Status status,
        String message,
        double reachedTime,
        long evaluations,
        long steps,
        OptionalDouble stiffFrom,
        List<String> notes) {
    public Trajectory {
        notes = List.copyOf(notes);
    }

    /** How an integration ended. */
    public enum Status {
        /** All times were reached. */
        COMPLETED,
        /** The crossing asked for was found; it is at {@code reachedTime}. */
        CROSSED,
        /** The stop condition held. */
        STOPPED,
        /** The state left the domain it was declared for, or overlaps ceased to be those of vectors; at {@code reachedTime}. */
        LEFT_DOMAIN,
        /** The equations do not say how it goes on: the state is on several surfaces at which rates jump. */
        UNDETERMINED,
        /** The state or its derivative ran to infinity or became undefined, or the step size collapsed. */
        DIVERGED,
        /** The evaluations allowed were used up; the system may be stiff. */
        TOO_MANY_STEPS
    }

    public boolean completed() {
        return status == Status.COMPLETED;
    }

    /** The outputs of a kernel (observables, for instance) along the trajectory: one row a time. */
    public double[][] evaluate(Kernel kernel, double[] parameters) {
        double[][] rows = new double[times.length][kernel.outputLength()];
        double[] work = new double[kernel.workLength()];
        for (int i = 0; i < times.length; i++) {
            kernel.eval(times[i], states[i], parameters, rows[i], work);
        }
        return rows;
    }
}

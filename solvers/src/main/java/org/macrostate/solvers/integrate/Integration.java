package org.macrostate.solvers.integrate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.macrostate.equations.BadInput;

/**
 * How trajectories are computed. Immutable, safe to share between threads.
 *
 * @param method for what is not stiff; where the lean method meets a stiff system it is left for Rodas5P
 * @param maxEvaluations of the right-hand side; a step takes about 15
 * @param progress told the time reached after each step
 * @param crossing ends the integration where it happens
 * @param names of the state's elements, for messages; without them they are numbered from 0
 */
public record Integration(
        Tolerances tolerances,
        Method method,
        long maxEvaluations,
        DoubleConsumer progress,
        StopCondition stop,
        Optional<LevelCrossing> crossing,
        List<String> names) {
    /** The methods to choose from. */
    public enum Method {
        /** Dormand–Prince 8(5,3), lean; the default. */
        LEAN,
        /** Hipparchus' implementation of the same method: the reference. */
        HIPPARCHUS,
        /** Rodas5P, a Rosenbrock method of order 5, from the start; needs the problem's linearisation. */
        RODAS;

        /** The name that users know it by: {@code lean}, {@code hipparchus} or {@code rodas}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final DoubleConsumer NOBODY = t -> {};

    private static final long DEFAULT_EVALUATIONS = 10_000_000;

    /** @throws BadInput if no evaluation is allowed */
    public Integration {
        names = List.copyOf(names);
        if (maxEvaluations < 1) {
            throw new BadInput("at least 1 evaluation must be allowed, was " + maxEvaluations);
        }
    }

    public static Integration with(Tolerances tolerances) {
        return new Integration(
                tolerances, Method.LEAN, DEFAULT_EVALUATIONS, NOBODY, StopCondition.NEVER, Optional.empty(), List.of());
    }

    public Integration by(Method other) {
        return new Integration(tolerances, other, maxEvaluations, progress, stop, crossing, names);
    }

    public Integration withMaxEvaluations(long evaluations) {
        return new Integration(tolerances, method, evaluations, progress, stop, crossing, names);
    }

    public Integration withProgress(DoubleConsumer listener) {
        return new Integration(tolerances, method, maxEvaluations, listener, stop, crossing, names);
    }

    public Integration stoppingWhen(StopCondition condition) {
        return new Integration(tolerances, method, maxEvaluations, progress, condition, crossing, names);
    }

    /** Ends with status CROSSED at the first crossing after the start, its time exact to the tolerances. */
    public Integration stoppingAt(LevelCrossing event) {
        return new Integration(tolerances, method, maxEvaluations, progress, stop, Optional.of(event), names);
    }

    /** Calls the state's elements by these names in messages. */
    public Integration naming(List<String> elements) {
        return new Integration(tolerances, method, maxEvaluations, progress, stop, crossing, elements);
    }

    String name(int element) {
        return element < names.size() ? names.get(element) : "state element " + element;
    }

    /**
     * Integrates as far as it goes; never throws because of the numbers met on the way. If the problem has a linearisation
     * and turns out stiff, the rest of the way is left to Rodas5P; {@link Trajectory#stiffFrom} says so.
     *
     * @throws IllegalArgumentException if the method needs a linearisation the problem does not have
     */
    public Trajectory integrate(TrajectoryProblem problem) {
        return new IntegrationRun(this, problem, Optional.empty()).trajectory();
    }

    /**
     * The same, its rows passed on as they are reached instead of kept.
     *
     * @return how it ended, without rows
     */
    public Trajectory stream(TrajectoryProblem problem, RowSink sink) {
        return new IntegrationRun(this, problem, Optional.of(sink)).trajectory();
    }
}

package org.macrostate.solvers.nonlinear;

import java.util.Optional;

/**
 * What {@link ArclengthIterator} has to know of a curve of solutions. May keep what it needs of the last step: one an
 * iteration.
 *
 * @param <S> a solution with what is wanted to be known of it
 * @param <E> why a curve ends
 */
public interface SolutionCurve<S extends CurvePoint, E> {
    /** The step of this length from a solution; empty if Newton's method finds none. */
    Optional<ArclengthStep<S>> step(S from, double length);

    /** Whether a step that bends little enough is trusted to have stayed on its curve; else a shorter one is tried. */
    default boolean accepts(ArclengthStep<S> step) {
        return true;
    }

    /** Why no step is tried from a solution that is not on an end yet, if so. */
    default Optional<E> endBefore(S solution) {
        return Optional.empty();
    }

    /** What a step leads to that was accepted. */
    Taken<S, E> taken(ArclengthStep<S> step);

    /** Why the curve ends where no step is short enough. */
    E endExhausted(S solution);

    /** Why the curve ends after the most steps. */
    E endTooLong();

    /**
     * What comes of a step.
     *
     * @param step as far as it counts; empty if nothing of it does
     * @param end why the curve ends with it, if it does
     */
    record Taken<S extends CurvePoint, E>(Optional<ArclengthStep<S>> step, Optional<E> end) {
        /** The whole step, and the curve goes on. */
        public static <S extends CurvePoint, E> Taken<S, E> on(ArclengthStep<S> step) {
            return new Taken<>(Optional.of(step), Optional.empty());
        }

        /** The curve ends with a step, or without it if empty. */
        public static <S extends CurvePoint, E> Taken<S, E> last(Optional<ArclengthStep<S>> step, E end) {
            return new Taken<>(step, Optional.of(end));
        }
    }
}

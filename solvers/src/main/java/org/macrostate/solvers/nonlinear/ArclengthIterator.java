package org.macrostate.solvers.nonlinear;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The steps of a curve of solutions from one of them in one direction: predict along the tangent, correct across it,
 * control the step (H. B. Keller, 1977).
 */
public final class ArclengthIterator<S extends CurvePoint, E> implements Iterator<ArclengthStep<S>> {
    private final SolutionCurve<S, E> curve;
    private final StepControl control;
    private S solution;
    private double length;
    private int steps;
    private Optional<E> end = Optional.empty();
    private Optional<ArclengthStep<S>> ahead = Optional.empty();
    private boolean looked;

    public ArclengthIterator(SolutionCurve<S, E> curve, StepControl control, S start) {
        this.curve = curve;
        this.control = control;
        this.solution = start;
        this.length = control.first();
    }

    @Override
    public boolean hasNext() {
        if (!looked) {
            ahead = end.isPresent() ? Optional.empty() : attempt();
            looked = true;
        }
        return ahead.isPresent();
    }

    @Override
    public ArclengthStep<S> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ArclengthStep<S> step = ahead.orElseThrow();
        solution = step.to();
        steps++;
        looked = false;
        return step;
    }

    /** Why there is no next step. */
    public E end() {
        return end.orElseThrow(() -> new IllegalStateException("the curve goes on"));
    }

    private Optional<ArclengthStep<S>> attempt() {
        end = steps >= control.mostSteps() ? Optional.of(curve.endTooLong()) : curve.endBefore(solution);
        if (end.isPresent()) {
            return Optional.empty();
        }
        for (; length >= control.shortest(); length /= 2) {
            Optional<ArclengthStep<S>> step = curve.step(solution, length);
            if (step.isPresent() && step.get().bend() >= control.sharpestBend() && curve.accepts(step.get())) {
                SolutionCurve.Taken<S, E> taken = curve.taken(step.get());
                end = taken.end();
                length = control.after(step.get(), length);
                return taken.step();
            }
        }
        end = Optional.of(curve.endExhausted(solution));
        return Optional.empty();
    }
}

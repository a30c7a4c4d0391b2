package org.macrostate.engine.study.question;

import java.util.Optional;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.derive.Length;

/**
 * The order-parameter equations, observables and fixed-point conditions.
 *
 * @param expanded whether with sizes bound, one equation for each element of the state
 * @param steps how much of the derivation is told; nothing unless asked for
 */
public record DeriveQuestion(boolean expanded, Optional<Length> steps) implements Question {
    @Override
    public String name() {
        return "derive";
    }

    @Override
    public void requireFits(Subject subject) {}

    @Override
    public DeriveAnswer answer(Subject subject, Work work) {
        try (Progress.Stage stage = work.progress().begin(name(), 1)) {
            DeriveAnswer answer =
                    new DeriveAnswer(subject.system(), subject.sizes(), subject.quadratureErrors(), expanded, steps);
            stage.advance(1);
            return answer;
        }
    }
}

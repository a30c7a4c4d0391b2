package org.macrostate.engine.study.question;

import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;

/**
 * The order-parameter equations, observables and fixed-point conditions.
 *
 * @param limit of the learning rates
 * @param expanded whether also with sizes bound, one equation for each element of the state
 * @param steps whether the derivation is told
 */
public record DeriveQuestion(Limit limit, boolean expanded, boolean steps) implements Question {
    @Override
    public String name() {
        return "derive";
    }

    @Override
    public void requireFits(Subject subject) {}

    @Override
    public DeriveAnswer answer(Subject subject, Work work) {
        try (Progress.Stage stage = work.progress().begin(name(), 1)) {
            DeriveAnswer answer = new DeriveAnswer(
                    limit == Limit.FINITE_RATE ? subject.system() : Derivation.of(subject.problem(), limit),
                    subject.sizes(),
                    expanded,
                    steps);
            stage.advance(1);
            return answer;
        }
    }
}

package org.macrostate.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Typesetter;

/**
 * What a section may know besides its own answer: the model whose symbols it prints, and the other answers of the study.
 *
 * @param subject whose symbols and parameters are printed
 * @param items in the order in which they are answered
 */
public record SectionContext(ModelInstance subject, List<Answered> items) {
    public SectionContext {
        items = List.copyOf(items);
    }

    public LearningProblem problem() {
        return subject.problem();
    }

    public Typesetter typesetter() {
        return Typesetter.of(problem());
    }

    /** What a question sets of its model's parameters, or all of them if it sets none. */
    public Prose where(ModelInstance asked) {
        var set = asked.settings().parameters();
        return FormulaPhrases.assignments(typesetter(), set.isEmpty() ? asked.parameterValues() : set);
    }

    /** Items whose answer is of one kind. */
    public <A extends Answer> List<AnsweredItem<A>> told(Class<A> kind) {
        List<AnsweredItem<A>> answered = new ArrayList<>();
        for (Answered item : items) {
            item.as(kind).ifPresent(answer -> answered.add(new AnsweredItem<>(item, answer)));
        }
        return answered;
    }

    /** An item with its answer. */
    public record AnsweredItem<A>(Answered item, A answer) {}
}

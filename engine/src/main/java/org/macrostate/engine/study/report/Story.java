package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.macrostate.engine.study.question.Answer;
import org.macrostate.engine.study.question.Subject;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.reports.typeset.Typesetter;

/**
 * All that a report tells of.
 *
 * @param subject at the study's own settings
 * @param command that makes it again
 */
public record Story(String title, Subject subject, List<Answered> items, String program, String command) {
    public Story {
        items = List.copyOf(items);
    }

    LearningProblem problem() {
        return subject.problem();
    }

    Typesetter typesetter() {
        return Typesetter.of(problem());
    }

    /** Items whose answer is of one kind. */
    <A extends Answer> List<Told<A>> told(Class<A> kind) {
        List<Told<A>> told = new ArrayList<>();
        for (Answered item : items) {
            item.as(kind).ifPresent(answer -> told.add(new Told<>(item, answer)));
        }
        return told;
    }

    /** An item with its answer. */
    record Told<A>(Answered item, A answer) {}

    <A extends Answer, T> List<T> each(Class<A> kind, Function<Told<A>, T> tell) {
        return told(kind).stream().map(tell).toList();
    }
}

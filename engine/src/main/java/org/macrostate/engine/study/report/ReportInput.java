package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.macrostate.engine.study.question.Answer;
import org.macrostate.engine.study.question.ModelInstance;
import org.macrostate.equations.derive.Length;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.reports.typeset.Typesetter;

/**
 * All that a report tells of.
 *
 * @param subject at the study's own settings
 * @param claims with their verdicts
 * @param cite works beside those of the model
 * @param derivation how much of it is told
 * @param command that makes it again
 */
public record ReportInput(
        String title,
        ModelInstance subject,
        List<Answered> items,
        List<Judged> claims,
        List<String> cite,
        Length derivation,
        String program,
        String command) {
    public ReportInput {
        items = List.copyOf(items);
        claims = List.copyOf(claims);
        cite = List.copyOf(cite);
    }

    /** The same about some of the items, with the symbols and parameters of the first of these. */
    ReportInput about(List<Answered> some) {
        return new ReportInput(title, some.get(0).subject(), some, List.of(), cite, derivation, program, command);
    }

    /** Questions that a claim does not ask. */
    List<Answered> unclaimed() {
        return items.stream()
                .filter(item -> claims.stream()
                        .noneMatch(j -> j.finding().claim().questions().contains(item.name())))
                .toList();
    }

    LearningProblem problem() {
        return subject.problem();
    }

    Typesetter typesetter() {
        return Typesetter.of(problem());
    }

    /** Items whose answer is of one kind. */
    <A extends Answer> List<AnsweredItem<A>> told(Class<A> kind) {
        List<AnsweredItem<A>> told = new ArrayList<>();
        for (Answered item : items) {
            item.as(kind).ifPresent(answer -> told.add(new AnsweredItem<>(item, answer)));
        }
        return told;
    }

    /** An item with its answer. */
    record AnsweredItem<A>(Answered item, A answer) {}

    <A extends Answer, T> List<T> each(Class<A> kind, Function<AnsweredItem<A>, T> tell) {
        return told(kind).stream().map(tell).toList();
    }
}

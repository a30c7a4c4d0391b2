package org.macrostate.engine.study.report;

import java.util.List;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.study.claim.StudyText;
import org.macrostate.equations.derive.Length;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.reports.typeset.Typesetter;

/**
 * Everything that a report is made from.
 *
 * @param subject at the study's own settings
 * @param claims with their verdicts
 * @param cite works beside those of the model
 * @param text what the author writes around the claims
 * @param derivation how much of it is told
 * @param command that makes it again
 */
public record ReportInput(
        String title,
        ModelInstance subject,
        List<Answered> items,
        List<Judged> claims,
        List<String> cite,
        StudyText text,
        Length derivation,
        String program,
        String command) {
    public ReportInput {
        items = List.copyOf(items);
        claims = List.copyOf(claims);
        cite = List.copyOf(cite);
    }

    /** What sections about some of the items may know, with the symbols and parameters of the first of these. */
    SectionContext about(List<Answered> some) {
        return new SectionContext(some.get(0).subject(), some);
    }

    /** What sections about all items may know. */
    SectionContext context() {
        return new SectionContext(subject, items);
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
}

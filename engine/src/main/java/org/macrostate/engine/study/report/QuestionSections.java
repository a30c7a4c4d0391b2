package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.NoteProse;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;

/** The sections that answers become, each with its figure; collects the figures. */
final class QuestionSections implements SectionFigures {
    private final ReportInput whole;
    private final String madeBy;
    private final List<Drawing> drawings = new ArrayList<>();

    QuestionSections(ReportInput whole, String madeBy) {
        this.whole = whole;
        this.madeBy = madeBy;
    }

    List<Drawing> drawings() {
        return drawings;
    }

    /**
     * The section of one question; none if it has no answer or is quiet. Answers among {@code siblings} that belong to it are
     * available to it.
     */
    List<Section> of(Answered item, List<Answered> siblings) {
        if (item.quiet() || item.answer().isEmpty()) {
            return List.of();
        }
        List<Answered> together = new ArrayList<>(List.of(item));
        siblings.stream()
                .filter(s -> !s.name().equals(item.name())
                        && !s.quiet()
                        && s.subject()
                                .problem()
                                .hash()
                                .equals(item.subject().problem().hash()))
                .forEach(together::add);
        return section(whole.about(together), item)
                .map(section -> withNotes(section, item))
                .map(List::of)
                .orElse(List.of());
    }

    /** What makes the answer doubtful, in words, where its section does not say it. */
    private static Section withNotes(Section section, Answered item) {
        List<String> notes = Analyses.find(item.question().name())
                        .map(Analysis::isSectionWithNotes)
                        .orElse(false)
                ? List.of()
                : item.answer().map(Answer::notes).orElse(List.of());
        Section whole = section;
        for (String note : notes) {
            whole = whole.with(new Block.Paragraph(Prose.text("Note: ")
                    .and(NoteProse.of(Typesetter.of(item.subject().problem()), note))
                    .and(".")));
        }
        return whole;
    }

    private Optional<Section> section(SectionContext context, Answered item) {
        return Analyses.find(item.question().name()).flatMap(analysis -> section(analysis, context, item));
    }

    private <A extends Answer> Optional<Section> section(
            Analysis<?, A> analysis, SectionContext context, Answered item) {
        return item.as(analysis.answers())
                .flatMap(answer -> analysis.section(context, new SectionContext.AnsweredItem<>(item, answer), this));
    }

    @Override
    public String madeBy() {
        return madeBy;
    }

    @Override
    public Block drawn(String label, Prose caption, Drawing drawing) {
        drawings.add(drawing);
        return block(label, caption, drawing);
    }

    static Block block(String label, Prose caption, Drawing drawing) {
        return new Block.FigureBlock(label, caption, drawing.name() + ".tex", drawing.svg());
    }
}

package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macrostate.engine.study.question.BasinsAnswer;
import org.macrostate.engine.study.question.BranchAnswer;
import org.macrostate.engine.study.question.CheckAnswer;
import org.macrostate.engine.study.question.FixedPointsAnswer;
import org.macrostate.engine.study.question.IntegrateAnswer;
import org.macrostate.engine.study.question.PhaseDiagramAnswer;
import org.macrostate.engine.study.question.ThresholdsAnswer;
import org.macrostate.engine.study.question.TuneAnswer;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Reference;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.figure.SvgFigure;

/**
 * A report, and the figures it shows.
 *
 * @param document for LaTeX and HTML
 * @param drawings figures, whose files stand beside the report
 */
public record Composition(Document document, List<Drawing> drawings) {
    public Composition {
        drawings = List.copyOf(drawings);
    }

    /**
     * Composes a report.
     *
     * @param madeBy one small line, for report and figures
     */
    public static Composition of(Story story, String madeBy) {
        List<Drawing> drawings = new ArrayList<>();
        List<Section> sections = new ArrayList<>(List.of(ProblemSection.of(story), EquationsSection.of(story)));
        sections.addAll(story.each(ThresholdsAnswer.class, told -> ThresholdsSection.of(story, told)));
        sections.addAll(story.each(IntegrateAnswer.class, told -> {
            LearningCurves curves = new LearningCurves(story, told);
            Drawing drawing = curves.drawing(madeBy);
            drawings.add(drawing);
            Prose caption = CurvesSection.caption(story, told, curves);
            return CurvesSection.of(story, told, curves, block(CurvesSection.label(told), caption, drawing));
        }));
        sections.addAll(story.each(FixedPointsAnswer.class, told -> FixedPointsSection.of(story, told)));
        sections.addAll(story.each(BranchAnswer.class, told -> {
            Drawing drawing = new BranchDrawing(
                            story.typesetter(), told.answer(), told.item().suffix())
                    .drawing(madeBy);
            drawings.add(drawing);
            return BranchSection.of(
                    story, told, block(BranchSection.label(told), BranchSection.caption(story, told), drawing));
        }));
        sections.addAll(story.each(PhaseDiagramAnswer.class, told -> {
            List<ClosedBoundary> closed = ClosedBoundary.of(story, told.item().subject(), told.answer());
            Drawing drawing = new PhaseDrawing(
                            story.typesetter(), told.answer(), told.item().suffix(), closed)
                    .drawing(madeBy);
            drawings.add(drawing);
            Prose caption = PhaseSection.caption(story, told, closed);
            return PhaseSection.of(story, told, closed, block(PhaseSection.label(told), caption, drawing));
        }));
        sections.addAll(story.each(BasinsAnswer.class, told -> {
            Drawing drawing = BasinsDrawing.of(
                    story.typesetter(), told.answer(), told.item().suffix(), madeBy);
            drawings.add(drawing);
            return BasinsSection.of(
                    story, told, block(BasinsSection.label(told), BasinsSection.caption(story, told), drawing));
        }));
        sections.addAll(story.each(TuneAnswer.class, told -> {
            if (told.answer().landscape().best().isEmpty()) {
                return TuneSection.of(story, told, Optional.empty());
            }
            Drawing drawing = new TuneDrawing(
                            story.typesetter(), told.answer(), told.item().suffix())
                    .drawing(madeBy);
            drawings.add(drawing);
            return TuneSection.of(
                    story,
                    told,
                    Optional.of(block(TuneSection.label(told), TuneSection.caption(story, told), drawing)));
        }));
        sections.addAll(story.each(CheckAnswer.class, told -> CheckSection.of(story, told)));
        sections.add(MadeSection.of(story));
        Set<Reference> references = new LinkedHashSet<>();
        story.problem().cite().forEach(cite -> references.add(Reference.of(cite)));
        Document document = new Document(story.title(), Summary.of(story), sections, List.copyOf(references), madeBy);
        return new Composition(document, drawings);
    }

    private static Block block(String label, Prose caption, Drawing drawing) {
        return new Block.FigureBlock(label, caption, drawing.name() + ".tex", SvgFigure.render(drawing.figure()));
    }
}

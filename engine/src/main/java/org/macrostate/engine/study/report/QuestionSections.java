package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.basins.BasinsAnswer;
import org.macrostate.engine.analysis.basins.BasinsDrawing;
import org.macrostate.engine.analysis.basins.BasinsSection;
import org.macrostate.engine.analysis.branch.BranchAnswer;
import org.macrostate.engine.analysis.branch.BranchDrawing;
import org.macrostate.engine.analysis.branch.BranchSection;
import org.macrostate.engine.analysis.check.CheckAnswer;
import org.macrostate.engine.analysis.check.CheckSection;
import org.macrostate.engine.analysis.check.ScoresDrawing;
import org.macrostate.engine.analysis.fixedpoints.FixedPointsAnswer;
import org.macrostate.engine.analysis.fixedpoints.FixedPointsSection;
import org.macrostate.engine.analysis.fixedpoints.SpectrumDrawing;
import org.macrostate.engine.analysis.integrate.CurvesSection;
import org.macrostate.engine.analysis.integrate.IntegrateAnswer;
import org.macrostate.engine.analysis.integrate.LearningCurves;
import org.macrostate.engine.analysis.passage.PassageAnswer;
import org.macrostate.engine.analysis.passage.PassageSection;
import org.macrostate.engine.analysis.phasediagram.ClosedBoundary;
import org.macrostate.engine.analysis.phasediagram.PhaseColours;
import org.macrostate.engine.analysis.phasediagram.PhaseDiagramAnswer;
import org.macrostate.engine.analysis.phasediagram.PhaseDrawing;
import org.macrostate.engine.analysis.phasediagram.PhaseSection;
import org.macrostate.engine.analysis.thresholds.ThresholdsAnswer;
import org.macrostate.engine.analysis.thresholds.ThresholdsSection;
import org.macrostate.engine.analysis.tune.TuneAnswer;
import org.macrostate.engine.analysis.tune.TuneDrawing;
import org.macrostate.engine.analysis.tune.TuneSection;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.SectionContext;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.figure.SvgFigure;

/** The sections that answers become, each with its figure; collects the figures. */
final class QuestionSections {
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

    /** The section of one question; none if it has no answer or is quiet. What belongs together is among its siblings. */
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
        SectionContext story = whole.about(together);
        return section(story, item).map(section -> withNotes(section, item)).map(List::of).orElse(List.of());
    }

    /** What makes the answer doubtful, in words; sections of thresholds have their notes where they belong. */
    private static Section withNotes(Section section, Answered item) {
        Answer answer = item.answer().orElseThrow();
        Section whole = section;
        if (!(answer instanceof ThresholdsAnswer)) {
            for (String note : answer.notes()) {
                whole = whole.with(new Block.Paragraph(Prose.text("Note: " + note + ".")));
            }
        }
        return whole;
    }

    private Optional<Section> section(SectionContext story, Answered item) {
        return Stream.of(
                        item.as(ThresholdsAnswer.class)
                                .map(a -> ThresholdsSection.of(story, new SectionContext.AnsweredItem<>(item, a))),
                        item.as(IntegrateAnswer.class).map(a -> curves(story, new SectionContext.AnsweredItem<>(item, a))),
                        item.as(FixedPointsAnswer.class)
                                .map(a -> fixedPoints(story, new SectionContext.AnsweredItem<>(item, a))),
                        item.as(BranchAnswer.class).map(a -> branches(story, new SectionContext.AnsweredItem<>(item, a))),
                        item.as(PhaseDiagramAnswer.class)
                                .map(a -> phases(story, new SectionContext.AnsweredItem<>(item, a))),
                        item.as(BasinsAnswer.class).map(a -> basins(story, new SectionContext.AnsweredItem<>(item, a))),
                        item.as(TuneAnswer.class).map(a -> tuned(story, new SectionContext.AnsweredItem<>(item, a))),
                        item.as(PassageAnswer.class)
                                .map(a -> PassageSection.of(story, new SectionContext.AnsweredItem<>(item, a))),
                        item.as(CheckAnswer.class).map(a -> checked(story, new SectionContext.AnsweredItem<>(item, a))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Section curves(SectionContext story, SectionContext.AnsweredItem<IntegrateAnswer> told) {
        LearningCurves curves = new LearningCurves(story, told);
        Block figure =
                drawn(CurvesSection.label(told), CurvesSection.caption(story, told, curves), curves.drawing(madeBy));
        return CurvesSection.of(story, told, curves, figure);
    }

    private Section branches(SectionContext story, SectionContext.AnsweredItem<BranchAnswer> told) {
        Drawing drawing =
                new BranchDrawing(story.typesetter(), told.answer(), told.item().suffix()).drawing(madeBy);
        return BranchSection.of(
                story, told, drawn(BranchSection.label(told), BranchSection.caption(story, told), drawing));
    }

    private Section fixedPoints(SectionContext story, SectionContext.AnsweredItem<FixedPointsAnswer> told) {
        Section section = FixedPointsSection.of(story, told);
        if (told.answer().found().points().isEmpty()) {
            return section;
        }
        SpectrumDrawing spectrum =
                new SpectrumDrawing(told.answer(), told.item().suffix());
        Prose caption = Prose.text("Eigenvalues of the Jacobian at the fixed points of the table"
                + (spectrum.isPartial() ? ", of many the first few" : "")
                + ". A fixed point is stable where all of them are left of the dashed line.");
        return section.with(drawn("spectrum of " + told.item().name(), caption, spectrum.drawing(madeBy)));
    }

    private Section checked(SectionContext story, SectionContext.AnsweredItem<CheckAnswer> told) {
        Drawing scores =
                new ScoresDrawing(story.typesetter(), told.answer(), told.item().suffix()).drawing(madeBy);
        Prose caption =
                Prose.text("Scores z of every quantity at the last time. Of normal deviations 95 % lie between the "
                        + "dashed lines; at small N the bias of order 1/N comes on top.");
        return CheckSection.of(story, told)
                .with(drawn("scores of " + told.item().name(), caption, scores));
    }

    private Section phases(SectionContext story, SectionContext.AnsweredItem<PhaseDiagramAnswer> told) {
        List<ClosedBoundary> closed = ClosedBoundary.of(story, told.item().subject(), told.answer());
        Drawing drawing = new PhaseDrawing(
                        story.typesetter(), told.answer(), told.item().suffix(), closed)
                .coloured(PhaseColours.order(told.item().subject().system()))
                .drawing(madeBy);
        Prose caption = PhaseSection.caption(story, told, closed);
        return PhaseSection.of(story, told, closed, drawn(PhaseSection.label(told), caption, drawing));
    }

    private Section basins(SectionContext story, SectionContext.AnsweredItem<BasinsAnswer> told) {
        Drawing drawing =
                BasinsDrawing.of(story.typesetter(), told.answer(), told.item().suffix(), madeBy);
        return BasinsSection.of(
                story, told, drawn(BasinsSection.label(told), BasinsSection.caption(story, told), drawing));
    }

    private Section tuned(SectionContext story, SectionContext.AnsweredItem<TuneAnswer> told) {
        if (told.answer().landscape().best().isEmpty()) {
            return TuneSection.of(story, told, Optional.empty());
        }
        Drawing drawing =
                new TuneDrawing(story.typesetter(), told.answer(), told.item().suffix()).drawing(madeBy);
        return TuneSection.of(
                story, told, Optional.of(drawn(TuneSection.label(told), TuneSection.caption(story, told), drawing)));
    }

    private Block drawn(String label, Prose caption, Drawing drawing) {
        drawings.add(drawing);
        return block(label, caption, drawing);
    }

    static Block block(String label, Prose caption, Drawing drawing) {
        return new Block.FigureBlock(label, caption, drawing.name() + ".tex", SvgFigure.render(drawing.figure()));
    }
}

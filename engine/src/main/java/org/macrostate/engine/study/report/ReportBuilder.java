package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.basins.BasinsAnswer;
import org.macrostate.engine.analysis.branch.BranchAnswer;
import org.macrostate.engine.analysis.check.CheckAnswer;
import org.macrostate.engine.analysis.fixedpoints.FixedPointsAnswer;
import org.macrostate.engine.analysis.integrate.IntegrateAnswer;
import org.macrostate.engine.analysis.passage.PassageAnswer;
import org.macrostate.engine.analysis.phasediagram.PhaseDiagramAnswer;
import org.macrostate.engine.analysis.thresholds.ThresholdsAnswer;
import org.macrostate.engine.analysis.tune.TuneAnswer;
import org.macrostate.engine.report.Drawing;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Reference;
import org.macrostate.reports.document.Section;

/**
 * A report, and the figures it shows.
 *
 * @param document for LaTeX and HTML
 * @param drawings figures, whose files stand beside the report
 */
public record ReportBuilder(Document document, List<Drawing> drawings) {
    /** In which order a report tells of questions that no claim asks. */
    private static final List<Class<? extends Answer>> ORDER = List.of(
            ThresholdsAnswer.class,
            IntegrateAnswer.class,
            FixedPointsAnswer.class,
            BranchAnswer.class,
            PhaseDiagramAnswer.class,
            BasinsAnswer.class,
            TuneAnswer.class,
            PassageAnswer.class,
            CheckAnswer.class);

    public ReportBuilder {
        drawings = List.copyOf(drawings);
    }

    /**
     * Composes a report.
     *
     * @param madeBy one small line, for report and figures
     */
    public static ReportBuilder of(ReportInput story, String madeBy) {
        List<Drawing> drawings = new ArrayList<>();
        List<Section> sections = new ArrayList<>(List.of(ProblemSection.of(story), EquationsSection.of(story)));
        if (!story.claims().isEmpty()) {
            sections.add(0, ClaimsSection.of(story));
        }
        QuestionSections questions = new QuestionSections(story, madeBy);
        for (Class<? extends Answer> kind : ORDER) {
            for (Answered item : story.unclaimed()) {
                if (item.as(kind).isPresent()) {
                    sections.addAll(questions.of(item, story.unclaimed()));
                }
            }
        }
        drawings.addAll(questions.drawings());
        for (Judged judged : story.claims()) {
            ClaimSection claim = new ClaimSection(story, judged);
            sections.add(claim.section(madeBy));
            drawings.addAll(claim.drawings());
        }
        DerivationSection.of(story).ifPresent(sections::add);
        sections.add(MadeSection.of(story));
        Set<Reference> references = new LinkedHashSet<>();
        story.items().stream()
                .flatMap(item -> item.subject().problem().cite().stream())
                .forEach(cite -> references.add(Reference.of(cite)));
        story.claims()
                .forEach(judged -> judged.finding().claim().cite().forEach(cite -> references.add(Reference.of(cite))));
        story.cite().forEach(cite -> references.add(Reference.of(cite)));
        Document document = new Document(story.title(), Summary.of(story), sections, List.copyOf(references), madeBy);
        return new ReportBuilder(document, drawings);
    }
}

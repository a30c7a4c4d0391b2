package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.engine.report.Drawing;
import org.macrostate.reports.document.Block;
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
        written("Introduction", story.text().introduction(), story).ifPresent(section -> sections.add(0, section));
        QuestionSections questions = new QuestionSections(story, madeBy);
        for (String kind : Analyses.names()) {
            for (Answered item : story.unclaimed()) {
                if (item.question().name().equals(kind)) {
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
        written("Discussion", story.text().discussion(), story).ifPresent(sections::add);
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

    /** A section of the author's paragraphs. */
    private static Optional<Section> written(String title, List<String> paragraphs, ReportInput story) {
        ClaimProse prose = new ClaimProse(story);
        List<Block> blocks = paragraphs.stream()
                .<Block>map(text -> new Block.Paragraph(prose.of(text)))
                .toList();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(title, title.toLowerCase(Locale.ROOT), blocks, List.of()));
    }
}

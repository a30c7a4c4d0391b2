package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    public static ReportBuilder of(ReportInput input, String madeBy) {
        List<Drawing> drawings = new ArrayList<>();
        List<Section> sections = new ArrayList<>(List.of(ProblemSection.of(input), EquationsSection.of(input)));
        if (!input.claims().isEmpty()) {
            sections.add(0, ClaimsSection.of(input));
        }
        written("Introduction", input.text().introduction(), input).ifPresent(section -> sections.add(0, section));
        QuestionSections questions = new QuestionSections(input, madeBy);
        for (String kind : Analyses.names()) {
            for (Answered item : input.unclaimed()) {
                if (item.question().name().equals(kind)) {
                    sections.addAll(questions.of(item, input.unclaimed()));
                }
            }
        }
        drawings.addAll(questions.drawings());
        for (Judged judged : input.claims()) {
            ClaimSection claim = new ClaimSection(input, judged);
            sections.add(claim.section(madeBy));
            drawings.addAll(claim.drawings());
        }
        written("Discussion", input.text().discussion(), input).ifPresent(sections::add);
        DerivationSection.of(input).ifPresent(sections::add);
        sections.add(MadeSection.of(input));
        Set<Reference> references = new LinkedHashSet<>();
        Stream.concat(Stream.of(input.subject()), input.items().stream().map(Answered::subject))
                .flatMap(model -> model.problem().cite().stream())
                .forEach(cite -> references.add(Reference.of(cite)));
        input.claims()
                .forEach(judged -> judged.finding().claim().cite().forEach(cite -> references.add(Reference.of(cite))));
        input.cite().forEach(cite -> references.add(Reference.of(cite)));
        Document document = new Document(input.title(), Summary.of(input), sections, List.copyOf(references), madeBy);
        return new ReportBuilder(document, drawings);
    }

    /** A section of the author's paragraphs. */
    private static Optional<Section> written(String title, List<String> paragraphs, ReportInput input) {
        ClaimProse prose = new ClaimProse(input);
        List<Block> blocks = paragraphs.stream()
                .<Block>map(text -> new Block.Paragraph(prose.of(text)))
                .toList();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(title, title.toLowerCase(Locale.ROOT), blocks, List.of()));
    }
}

package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.report.TimePhrase;
import org.macrostate.engine.study.claim.Claim;
import org.macrostate.engine.study.claim.FigureRequest;
import org.macrostate.engine.study.claim.Verdict;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Inline;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;

/** A claim: what it says, whether it holds, what shows it; then its questions one by one. */
final class ClaimSection {
    private final ReportInput input;
    private final Judged judged;
    private final Claim claim;
    private final ClaimProse prose;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Drawing> drawings = new ArrayList<>();

    ClaimSection(ReportInput input, Judged judged) {
        this.input = input;
        this.judged = judged;
        this.claim = judged.finding().claim();
        this.prose = new ClaimProse(judged);
    }

    /** Unlike that of a question of the same name. */
    static String label(Claim claim) {
        return "claim " + claim.name();
    }

    List<Drawing> drawings() {
        return drawings;
    }

    Section section(String madeBy) {
        Prose says = Prose.EMPTY.and(new Inline.Strong("Claim.")).and(" ").and(prose.of(claim.says()));
        for (String cite : claim.cite()) {
            says = says.and(" ").andCite(cite);
        }
        blocks.add(new Block.Paragraph(says));
        claim.text().forEach(text -> blocks.add(new Block.Paragraph(prose.of(text))));
        figures(madeBy);
        Prose verdict = ClaimVerdict.of(judged);
        blocks.add(new Block.Paragraph(verdict.and(" Table ")
                .andRef(ClaimTable.label(judged.finding()))
                .and(" compares them one by one.")));
        blocks.add(ClaimTable.criteria(judged));
        if (!claim.refutedBy().isEmpty()) {
            Prose head = Prose.EMPTY
                    .and(new Inline.Strong("What would have refuted it."))
                    .and(" ");
            blocks.add(new Block.Paragraph(head.and(prose.of(claim.refutedBy()))));
        }
        QuestionSections questions = new QuestionSections(input, madeBy);
        List<Section> subsections = new ArrayList<>();
        for (Answered item : own()) {
            subsections.addAll(questions.of(item, own()));
        }
        drawings.addAll(questions.drawings());
        return new Section(claim.title(), label(claim), blocks, subsections);
    }

    private List<Answered> own() {
        return input.items().stream()
                .filter(item -> claim.questions().contains(item.name()))
                .toList();
    }

    private void figures(String madeBy) {
        for (int i = 0; i < claim.figures().size(); i++) {
            FigureRequest request = claim.figures().get(i);
            String name = "figure-" + claim.name() + (i == 0 ? "" : "-" + (i + 1));
            Optional<Drawing> drawing = new ClaimDrawing(judged, request, name).drawing(madeBy);
            drawing.ifPresent(d -> {
                drawings.add(d);
                blocks.add(QuestionSections.block(name, caption(request), d));
            });
        }
    }

    /** With the parameters that the figure does not vary; a time is said to count steps. */
    private Prose caption(FigureRequest request) {
        Map<String, Double> parameters = common(request);
        parameters.remove(request.x());
        parameters.remove(request.y());
        Prose caption = prose.of(request.shows());
        caption = request.x().equals("t")
                ? caption.and(" Time ")
                        .and(TimePhrase.sentence(judged.subject().problem()))
                        .and(".")
                : caption;
        return caption.and(" Unless stated: ")
                .and(FormulaPhrases.assignments(Typesetter.of(judged.subject().problem()), parameters))
                .and(".");
    }

    /** The parameters that all questions of a figure's series share; those of the claim where it shows no question's numbers. */
    private Map<String, Double> common(FigureRequest request) {
        List<ModelInstance> drawn = request.series().stream()
                .flatMap(series -> series instanceof FigureRequest.Drawn d
                        ? input.items().stream().filter(item -> item.name()
                                .equals(d.plot().rows().question()))
                        : Stream.empty())
                .map(Answered::subject)
                .toList();
        Map<String, Double> common = new LinkedHashMap<>(
                drawn.isEmpty()
                        ? judged.subject().parameterValues()
                        : drawn.get(0).parameterValues());
        drawn.forEach(subject -> common.entrySet()
                .removeIf(e -> !e.getValue().equals(subject.parameterValues().get(e.getKey()))));
        return common;
    }

    /** The claim in the abstract: what was found, or that it does not hold. */
    static Prose inShort(Judged judged) {
        Claim claim = judged.finding().claim();
        ClaimProse prose = new ClaimProse(judged);
        if (judged.finding().verdict() == Verdict.HOLDS) {
            return prose.of(claim.found().isEmpty() ? claim.says() : claim.found());
        }
        String title = claim.title().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + claim.title().substring(1);
        return Prose.text("The claim on ")
                .and(prose.of(title))
                .and(" " + judged.finding().verdict().text() + " as stated: "
                        + judged.finding().met() + " of its "
                        + judged.finding().criteria().size() + " criteria are met.");
    }
}

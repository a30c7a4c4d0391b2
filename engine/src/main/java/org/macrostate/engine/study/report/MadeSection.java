package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;

/** How the report was made: enough to make it again. */
final class MadeSection {
    private MadeSection() {}

    static Section of(ReportInput input) {
        LearningProblem problem = input.problem();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Prose.text("Everything above was derived, computed, checked and written by "
                        + input.program() + " from the model file ")
                .andCode(problem.name())
                .and(" with the SHA-256 hash ")
                .andCode(problem.hash().substring(0, Math.min(16, problem.hash().length())))
                .and("…, with the command")));
        blocks.add(new Block.CodeBlock(input.command()));
        List<Prose> items = new ArrayList<>();
        for (Answered item : input.items()) {
            items.add(item(input, item));
        }
        blocks.add(
                new Block.Paragraph(
                        Prose.text(
                                "The questions asked, with seeds and tolerances; each left its numbers as CSV or JSON beside this report:")));
        blocks.add(new Block.ListBlock(items, false));
        return new Section("How this was made", "made", blocks, List.of());
    }

    private static Prose item(ReportInput input, Answered item) {
        Prose prose = Prose.EMPTY.andCode(item.name());
        var set = item.subject().settings().parameters();
        if (!set.isEmpty()) {
            prose = prose.and(", at ").and(FormulaPhrases.assignments(input.typesetter(), set));
        }
        if (item.question().seed().isPresent()) {
            prose = prose.and(", seed " + item.question().seed().get());
        }
        for (var tolerance : item.question().tolerances().entrySet()) {
            prose = prose.and(", " + tolerance.getKey() + " tolerance ")
                    .and(FormulaPhrases.number(tolerance.getValue()));
        }
        Prose made = prose;
        return item.failure()
                .map(failure -> made.and(": ").andEmphasis("not answered: " + failure.why()))
                .orElse(made);
    }
}

package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.report.NoteProse;
import org.macrostate.equations.derive.Length;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.derive.StepLine;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Inline;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.StepLayout;
import org.macrostate.reports.typeset.Typesetter;

/** How the equations were derived: a paragraph a step, formulas of one rule together under it. */
final class DerivationSection {
    private DerivationSection() {}

    /** The section; empty if only results are reported, or the model states its equations itself. */
    static Optional<Section> of(ReportInput input) {
        List<Step> steps = input.subject().system().steps(input.derivation()).stream()
                .filter(step -> step.length() != Length.RESULT)
                .toList();
        if (input.derivation() == Length.RESULT || steps.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        for (Step step : steps) {
            blocks.add(new Block.Paragraph(Prose.EMPTY
                    .and(new Inline.Strong(step.title() + "."))
                    .and(" ")
                    .and(NoteProse.of(input.typesetter(), capital(written(step.rule()))))
                    .and(".")));
            formulas(step.lines(), input.typesetter(), blocks);
        }
        blocks.add(new Block.Paragraph(Prose.text("The means of the increments are the equations of Section ")
                .andRef("equations")
                .and(".")));
        return Optional.of(new Section("Derivation", "derivation", blocks, List.of()));
    }

    private static void formulas(List<StepLine> lines, Typesetter typesetter, List<Block> blocks) {
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1;
            String rule = lines.get(from).rule();
            while (to < lines.size() && lines.get(to).rule().equals(rule)) {
                to++;
            }
            if (!rule.isEmpty()) {
                blocks.add(new Block.Paragraph(
                        NoteProse.of(typesetter, capital(written(rule))).and(":")));
            }
            blocks.add(new Block.EquationBlock(lines.subList(from, to).stream()
                    .map(line -> StepLayout.of(line, typesetter))
                    .toList()));
            from = to;
        }
    }

    /** Arrows and squares as signs. */
    private static String written(String rule) {
        return rule.replace(" -> ", " → ")
                .replace("Infinity", "∞")
                .replace("^2", "²")
                .replace(" . ", " · ");
    }

    private static String capital(String text) {
        boolean formula = text.startsWith("N ") || text.startsWith("|");
        return text.isEmpty() || formula ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

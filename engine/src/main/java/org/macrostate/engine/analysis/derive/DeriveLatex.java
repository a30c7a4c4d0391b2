package org.macrostate.engine.analysis.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.engine.model.CostateFormulas;
import org.macrostate.engine.model.NotationText;
import org.macrostate.equations.derive.Notation;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.derive.StepLine;
import org.macrostate.reports.latex.LatexFragment;
import org.macrostate.reports.latex.LatexText;
import org.macrostate.reports.latex.MathLatex;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.EquationRows;
import org.macrostate.reports.typeset.StepLayout;
import org.macrostate.reports.typeset.Typesetter;

/** Derived systems and derivations as LaTeX to paste, for amsmath; lines are broken to fit a page of A4. */
final class DeriveLatex {
    /** Of a line of text in the standard classes, in em. */
    private static final double WIDTH = 34;

    private final Typesetter typesetter;

    DeriveLatex(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    String of(List<DerivedLine> lines) {
        return align(lines.stream().map(line -> line.typeset(typesetter)).toList());
    }

    /** Words, the definitions, words. */
    String of(Notation notation) {
        return LatexFragment.of(NotationText.blocks(notation, typesetter));
    }

    String of(CostateFormulas costates) {
        return LatexFragment.of(costates.blocks(typesetter));
    }

    /** A paragraph a step; formulas of the same rule stand together, under it. */
    String of(Step step) {
        StringBuilder latex = new StringBuilder(
                "\\paragraph{" + LatexText.escape(step.title()) + ".} " + LatexText.escape(step.rule()) + ".\n");
        List<StepLine> together = new ArrayList<>();
        for (StepLine line : step.lines()) {
            if (!together.isEmpty() && !together.get(0).rule().equals(line.rule())) {
                latex.append(under(together));
                together.clear();
            }
            together.add(line);
        }
        return latex.append(under(together)).toString();
    }

    private String under(List<StepLine> lines) {
        String rule = lines.isEmpty() ? "" : lines.get(0).rule();
        String by = rule.isEmpty() ? "" : "By " + LatexText.escape(rule) + ":\n";
        return by + align(lines.stream().map(l -> StepLayout.of(l, typesetter)).toList());
    }

    private static String align(List<EquationLine> lines) {
        return lines.isEmpty()
                ? ""
                : EquationRows.of(lines, WIDTH).stream()
                        .map(row -> "  " + MathLatex.of(row.left()) + " &" + relation(MathLatex.of(row.right())))
                        .collect(Collectors.joining(" \\\\\n", "\\begin{align*}\n", "\n\\end{align*}\n"));
    }

    private static String relation(String right) {
        return right.startsWith(" =") ? right.substring(1) : right;
    }
}

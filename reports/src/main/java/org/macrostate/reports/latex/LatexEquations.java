package org.macrostate.reports.latex;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.typeset.EquationRows;

/** Equations as amsmath displays, aligned and broken so that none reaches over the margin. */
final class LatexEquations {
    /** Room for the number and for what the estimate of a width misses, in em. */
    private static final double MARGIN = 4;

    private final LatexProse prose;
    private final double width;

    /** @param line width of a line in em */
    LatexEquations(LatexProse prose, double line) {
        this.prose = prose;
        this.width = line - MARGIN;
    }

    String of(Block.EquationBlock block) {
        List<EquationRows.Row> rows = EquationRows.of(block.lines(), width);
        if (rows.size() == 1) {
            EquationRows.Row row = rows.get(0);
            String environment = row.label().isEmpty() ? "equation*" : "equation";
            String formula = MathLatex.of(row.left()) + right(row);
            return "\\begin{" + environment + "}\n" + formula + label(row) + "\n\\end{" + environment + "}\n";
        }
        return rows.stream()
                .map(row -> LatexText.opening(MathLatex.of(row.left())) + " &" + right(row)
                        + (row.label().isEmpty() ? " \\notag" : label(row)))
                .collect(Collectors.joining(" \\\\\n", "\\begin{align}\n", "\n\\end{align}\n"));
    }

    private String label(EquationRows.Row row) {
        return row.label().isEmpty() ? "" : " " + prose.label(row.label());
    }

    private String right(EquationRows.Row row) {
        String latex = MathLatex.of(row.right());
        String shown = latex.startsWith(" =") ? latex.substring(1) : latex;
        return row.wide()
                ? "\\resizebox{" + Math.round(0.85 * width) + "em}{!}{$\\displaystyle " + shown + "$}"
                : shown;
    }
}

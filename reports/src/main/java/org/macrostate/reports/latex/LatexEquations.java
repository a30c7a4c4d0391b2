package org.macrostate.reports.latex;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.LineBreaks;
import org.macrostate.reports.typeset.Width;

/** Equations as amsmath displays, aligned and broken so that none reaches over the margin. */
final class LatexEquations {
    /** Room for the number and for what the estimate of a width misses, in em. */
    private static final double MARGIN = 4;

    private final LatexProse prose;

    LatexEquations(LatexProse prose) {
        this.prose = prose;
    }

    String of(Block.EquationBlock block) {
        double left = block.lines().stream().mapToDouble(l -> Width.of(l.left())).max().orElse(0);
        double room = Math.max(12, LatexPreamble.LINE - MARGIN - left - 1.5);
        List<String> rows = new ArrayList<>();
        for (EquationLine line : block.lines()) {
            rows(line, room, rows);
        }
        if (rows.size() == 1) {
            boolean numbered = !block.lines().get(0).label().isEmpty();
            String environment = numbered ? "equation" : "equation*";
            return "\\begin{" + environment + "}\n" + rows.get(0).replace(" &= ", " = ").replace("\\notag", "") + "\n\\end{" + environment + "}\n";
        }
        return "\\begin{align}\n" + String.join(" \\\\\n", rows) + "\n\\end{align}\n";
    }

    private void rows(EquationLine line, double room, List<String> rows) {
        List<Layout> parts = LineBreaks.of(line.right(), room);
        String left = line.left().isEmpty() ? "" : MathLatex.of(line.left());
        for (int i = 0; i < parts.size(); i++) {
            String right = fitted(parts.get(i), room);
            boolean last = i == parts.size() - 1;
            String mark = last && !line.label().isEmpty() ? " " + prose.label(line.label()) : " \\notag";
            rows.add((i == 0 ? left + " &= " : "  &") + right + mark);
        }
    }

    private static String fitted(Layout part, double room) {
        String latex = MathLatex.of(part);
        return Width.of(part) <= room + 1 ? latex : "\\resizebox{" + Math.round(room) + "em}{!}{$\\displaystyle " + latex + "$}";
    }
}

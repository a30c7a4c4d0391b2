package org.macrostate.reports.html;

import java.util.List;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.LineBreaks;
import org.macrostate.reports.typeset.Width;

/** Equations as rows of MathML, aligned at their equals signs and broken as in LaTeX. */
final class HtmlEquations {
    /** Width of a line of the page, in em. */
    private static final double LINE = 40;

    private final HtmlProse prose;

    HtmlEquations(HtmlProse prose) {
        this.prose = prose;
    }

    String of(Block.EquationBlock block) {
        double left = block.lines().stream().mapToDouble(l -> Width.of(l.left())).max().orElse(0);
        double room = Math.max(12, LINE - left - 6);
        var out = new StringBuilder("<div class=\"equations\"><table role=\"presentation\">\n");
        List<EquationLine> lines = block.lines();
        if (lines.size() == 1 && Width.of(lines.get(0).right()) <= room) {
            EquationLine line = lines.get(0);
            out.append(row(line, "<td class=\"alone\" colspan=\"2\">" + math(Layout.equation(line.left(), line.right())) + "</td>", true, true));
        } else {
            lines.forEach(line -> rows(line, room, out));
        }
        return out.append("</table></div>\n").toString();
    }

    private void rows(EquationLine line, double room, StringBuilder out) {
        List<Layout> parts = LineBreaks.of(line.right(), room);
        for (int i = 0; i < parts.size(); i++) {
            boolean first = i == 0;
            Layout right = first ? Layout.row(new Layout.Sign("=", Layout.Role.RELATION), parts.get(0)) : parts.get(i);
            String cells = "<td class=\"left\">" + (first ? math(line.left()) : "") + "</td><td class=\"right\">" + math(right) + "</td>";
            out.append(row(line, cells, first, i == parts.size() - 1));
        }
    }

    private String row(EquationLine line, String cells, boolean first, boolean last) {
        boolean numbered = !line.label().isEmpty();
        String tag = last && numbered ? "(" + prose.number(line.label()) + ")" : "";
        return "<tr" + (first ? prose.id(line.label()) : "") + ">" + cells + "<td class=\"tag\">" + tag + "</td></tr>\n";
    }

    private static String math(Layout layout) {
        return "<math displaystyle=\"true\">" + MathMathml.of(layout) + "</math>";
    }
}

package org.macrostate.reports.html;

import java.util.Iterator;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.EquationRows;
import org.macrostate.reports.typeset.Layout;

/** Equations as rows of MathML, aligned at their equals signs and broken as in LaTeX. */
final class HtmlEquations {
    /** Width of a line of the page less the room for numbers, in em. */
    private static final double LINE = 36;

    private final HtmlProse prose;

    HtmlEquations(HtmlProse prose) {
        this.prose = prose;
    }

    String of(Block.EquationBlock block) {
        var out = new StringBuilder("<div class=\"equations\"><table role=\"presentation\">\n");
        Iterator<EquationLine> equations = block.lines().iterator();
        for (EquationRows.Row row : EquationRows.of(block.lines(), LINE)) {
            String id = row.first() && equations.hasNext()
                    ? prose.id(equations.next().label())
                    : "";
            String number = row.label().isEmpty() ? "" : "(" + prose.number(row.label()) + ")";
            out.append("<tr")
                    .append(id)
                    .append("><td class=\"pad\"></td><td class=\"left\">")
                    .append(row.left().isEmpty() ? "" : math(row.left()))
                    .append("</td><td class=\"right\">")
                    .append(math(row.right()))
                    .append("</td><td class=\"tag\">")
                    .append(number)
                    .append("</td></tr>\n");
        }
        return out.append("</table></div>\n").toString();
    }

    private static String math(Layout layout) {
        return "<math displaystyle=\"true\">" + MathMathml.of(layout) + "</math>";
    }
}

package org.macrostate.reports.latex;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Inline;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Width;

/** Tables in the manner of booktabs; long ones run over pages, wide ones get a column of wrapped text. */
final class LatexTable {
    private static final int MOST_ROWS_OF_A_FLOAT = 32;
    private static final double GAP = 1.2;
    private static final double NARROWEST_TEXT = 10;

    private final LatexProse prose;

    LatexTable(LatexProse prose) {
        this.prose = prose;
    }

    String of(Block.TableBlock table) {
        String columns = columns(table);
        String head = table.columns().stream()
                        .map(c -> LatexText.opening(prose.of(c.title())))
                        .collect(Collectors.joining(" & "))
                + " \\\\\n";
        String body = table.rows().stream()
                .map(row ->
                        row.stream()
                                        .map(cell -> LatexText.opening(prose.of(cell)))
                                        .collect(Collectors.joining(" & ")) + " \\\\\n")
                .collect(Collectors.joining());
        String caption = table.caption().isEmpty()
                ? ""
                : "\\caption{" + prose.of(table.caption()) + "}" + prose.label(table.label());
        if (table.rows().size() > MOST_ROWS_OF_A_FLOAT) {
            String top = "\\toprule\n" + head + "\\midrule\n";
            return "\\begin{longtable}{" + columns + "}\n" + (caption.isEmpty() ? "" : caption + "\\\\\n") + top
                    + "\\endfirsthead\n" + top + "\\endhead\n\\bottomrule\\endfoot\n" + body + "\\end{longtable}\n";
        }
        String tabular = "\\begin{tabular}{" + columns + "}\n\\toprule\n" + head + "\\midrule\n" + body
                + "\\bottomrule\n\\end{tabular}";
        boolean tooWide = !columns.contains("p{") && total(table) > LatexPreamble.LINE;
        String fitted = tooWide ? "\\resizebox{\\textwidth}{!}{" + tabular + "}" : tabular;
        return caption.isEmpty()
                ? "\\begin{center}\n" + fitted + "\n\\end{center}\n"
                : "\\begin{table}[htbp]\n\\centering\n" + caption + "\\medskip\n\n" + fitted + "\n\\end{table}\n";
    }

    private static String columns(Block.TableBlock table) {
        int wrapped = -1;
        double excess = total(table) - LatexPreamble.LINE;
        if (excess > 0) {
            for (int c = 0; c < table.columns().size(); c++) {
                boolean left = table.columns().get(c).align() == Block.Align.LEFT;
                if (left && (wrapped < 0 || width(table, c) > width(table, wrapped))) {
                    wrapped = c;
                }
            }
        }
        var out = new StringBuilder();
        for (int c = 0; c < table.columns().size(); c++) {
            double room = width(table, c) - excess;
            out.append(
                    c == wrapped && room >= NARROWEST_TEXT
                            ? String.format(Locale.ROOT, "p{%.1fem}", room)
                            : switch (table.columns().get(c).align()) {
                                case LEFT -> "l";
                                case CENTRE -> "c";
                                case RIGHT -> "r";
                            });
        }
        return out.toString();
    }

    private static double total(Block.TableBlock table) {
        double sum = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            sum += width(table, c) + GAP;
        }
        return sum;
    }

    private static double width(Block.TableBlock table, int column) {
        double widest = width(table.columns().get(column).title());
        for (List<Prose> row : table.rows()) {
            widest = Math.max(widest, width(row.get(column)));
        }
        return widest;
    }

    private static double width(Prose cell) {
        return cell.parts().stream().mapToDouble(LatexTable::width).sum();
    }

    private static double width(Inline part) {
        if (part instanceof Inline.Math m) {
            return Width.of(m.formula());
        }
        String text = part instanceof Inline.Text t
                ? t.text()
                : part instanceof Inline.Emphasis e
                        ? e.text()
                        : part instanceof Inline.Strong s
                                ? s.text()
                                : part instanceof Inline.Code c
                                        ? c.text()
                                        : part instanceof Inline.Link l ? l.text() : "[10]";
        return text.length() * (part instanceof Inline.Code ? 0.53 : 0.5);
    }
}

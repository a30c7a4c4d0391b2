package org.macrostate.reports.latex;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Inline;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Width;

/** Tables in the manner of booktabs; long ones run over pages, wide ones get columns of wrapped text. */
final class LatexTable {
    private static final int MOST_ROWS_OF_A_FLOAT = 32;
    private static final double GAP = 1.2;
    private static final double NARROWEST_TEXT = 7;
    private static final double ROUNDING = 1e-6;

    /** An em of the letters of tables that would not fit their line otherwise, over that of the text: 9.25 pt over 10.95 pt. */
    private static final double SMALL = 0.85;

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
            return (isWide(table) ? "{\\footnotesize\n" : "{") + "\\begin{longtable}{" + columns + "}\n"
                    + (caption.isEmpty() ? "" : caption + "\\\\\n") + top + "\\endfirsthead\n" + top
                    + "\\endhead\n\\bottomrule\\endfoot\n" + body + "\\end{longtable}}\n";
        }
        String tabular = "\\begin{tabular}{" + columns + "}\n\\toprule\n" + head + "\\midrule\n" + body
                + "\\bottomrule\n\\end{tabular}";
        boolean tooWide = fitted(table).total() > LatexPreamble.LINE / SMALL + ROUNDING;
        String size = isWide(table) ? "\\footnotesize\n" : "";
        String fitted = tooWide ? "\\resizebox{\\textwidth}{!}{" + tabular + "}" : tabular;
        return caption.isEmpty()
                ? "\\begin{center}\n" + size + fitted + "\n\\end{center}\n"
                : "\\begin{placed}{table}\n" + caption + "\\medskip\n\n" + size + fitted + "\n\\end{placed}\n";
    }

    private static String columns(Block.TableBlock table) {
        Fitted fitted = fitted(table);
        var out = new StringBuilder();
        for (int c = 0; c < table.columns().size(); c++) {
            Block.Align align = table.columns().get(c).align();
            out.append(
                    fitted.wrapped()[c]
                            ? String.format(
                                    Locale.ROOT,
                                    ">{%s\\arraybackslash}p{%.1fem}",
                                    align == Block.Align.RIGHT ? "\\raggedleft" : "\\raggedright",
                                    fitted.widths()[c])
                            : switch (align) {
                                case LEFT -> "l";
                                case CENTRE -> "c";
                                case RIGHT -> "r";
                            });
        }
        return out.toString();
    }

    /** Widths of columns, and which of them wrap their text. */
    private record Fitted(double[] widths, boolean[] wrapped) {
        double total() {
            double sum = 0;
            for (double width : widths) {
                sum += width + GAP;
            }
            return sum;
        }
    }

    private static boolean isWide(Block.TableBlock table) {
        double sum = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            sum += width(table, c) + GAP;
        }
        return sum > LatexPreamble.LINE;
    }

    /** The widest columns of text are narrowed until the table fits its line. */
    private static Fitted fitted(Block.TableBlock table) {
        int n = table.columns().size();
        Fitted fitted = new Fitted(new double[n], new boolean[n]);
        for (int c = 0; c < n; c++) {
            fitted.widths()[c] = width(table, c);
        }
        double line = isWide(table) ? LatexPreamble.LINE / SMALL : LatexPreamble.LINE;
        double excess = fitted.total() - line;
        while (excess > ROUNDING) {
            int widest = -1;
            for (int c = 0; c < n; c++) {
                boolean candidate = fitted.widths()[c] > narrowest(table, c)
                        && (widest < 0 || fitted.widths()[c] > fitted.widths()[widest]);
                widest = candidate ? c : widest;
            }
            if (widest < 0) {
                return fitted;
            }
            double by = Math.min(Math.min(excess, 1), fitted.widths()[widest] - narrowest(table, widest));
            fitted.widths()[widest] -= by;
            fitted.wrapped()[widest] = true;
            excess -= by;
        }
        return fitted;
    }

    /** Formulas and numbers stay on one line; text wraps, down to a few words. */
    private static double narrowest(Block.TableBlock table, int column) {
        double narrowest = NARROWEST_TEXT;
        for (List<Prose> row : table.rows()) {
            boolean wraps = row.get(column).parts().stream()
                    .anyMatch(part ->
                            part instanceof Inline.Text t && t.text().strip().indexOf(' ') > 0);
            double formulas = row.get(column).parts().stream()
                    .filter(Inline.Math.class::isInstance)
                    .mapToDouble(LatexTable::width)
                    .max()
                    .orElse(0);
            narrowest = Math.max(narrowest, wraps ? formulas : width(row.get(column)));
        }
        return narrowest;
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

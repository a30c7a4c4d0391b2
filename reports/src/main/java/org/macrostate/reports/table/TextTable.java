package org.macrostate.reports.table;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.VisibleText;

/** Tables for the terminal: columns aligned by what shows, two spaces apart, a line under the titles. */
public final class TextTable {
    private TextTable() {}

    /**
     * A table of plain text.
     *
     * @param sides one for each title
     * @param rows each with a cell for each title
     */
    public static String of(List<String> titles, List<Block.Align> sides, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(visible(titles));
        rows.forEach(row -> all.add(visible(row)));
        int[] widths = new int[titles.size()];
        for (List<String> row : all) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], columns(row.get(c)));
            }
        }
        var out = new StringBuilder();
        for (int r = 0; r < all.size(); r++) {
            line(all.get(r), sides, widths, out);
            if (r == 0) {
                List<String> rule = new ArrayList<>();
                for (int width : widths) {
                    rule.add("─".repeat(width));
                }
                line(rule, sides, widths, out);
            }
        }
        return out.toString();
    }

    private static List<String> visible(List<String> row) {
        return row.stream().map(VisibleText::of).toList();
    }

    private static void line(List<String> row, List<Block.Align> sides, int[] widths, StringBuilder out) {
        var line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            int space = widths[c] - columns(row.get(c));
            int before =
                    switch (sides.get(c)) {
                        case LEFT -> 0;
                        case CENTRE -> space / 2;
                        case RIGHT -> space;
                    };
            line.append(c == 0 ? "" : "  ")
                    .append(" ".repeat(before))
                    .append(row.get(c))
                    .append(" ".repeat(space - before));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** Columns a text takes: marks above letters take none, East Asian letters two. */
    static int columns(String text) {
        return text.codePoints()
                .map(c -> switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
                    default -> isWide(c) ? 2 : 1;
                })
                .sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF);
    }
}

package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.List;

/**
 * A block of equations as rows of a page: equals signs one below the other, long right sides on several rows, and left
 * sides too wide to stand beside the others on a row of their own.
 */
public final class EquationRows {
    /** Left sides wider than this part of a line stand alone. */
    private static final double WIDEST_LEFT = 0.3;

    private static final double EQUALS_SIGN = 1.5;
    private static final int INDENT = 2;

    private EquationRows() {}

    /**
     * One row.
     *
     * @param left before the alignment; {@link Layout#empty()} on continued rows
     * @param right behind it, its equals sign included
     * @param wide true if the row is wider than the page allows, for want of a place to break
     * @param first whether an equation begins here
     * @param label of the equation that ends here; empty if it has none or goes on
     */
    public record Row(Layout left, Layout right, boolean wide, boolean first, String label) {}

    /**
     * The rows of a block.
     *
     * @param width of the page less the room for numbers, in em
     */
    public static List<Row> of(List<EquationLine> lines, double width) {
        double widest = WIDEST_LEFT * width;
        double left = lines.stream()
                .mapToDouble(l -> Width.of(l.left()))
                .filter(w -> w <= widest)
                .max()
                .orElse(0);
        double room = width - left - EQUALS_SIGN;
        List<Row> rows = new ArrayList<>();
        for (EquationLine line : lines) {
            boolean alone = Width.of(line.left()) > widest;
            if (alone) {
                List<Layout> parts = LineBreaks.of(line.left(), room);
                for (int i = 0; i < parts.size(); i++) {
                    rows.add(new Row(Layout.empty(), parts.get(i), Width.of(parts.get(i)) > room + 1, i == 0, ""));
                }
            }
            List<Layout> parts = LineBreaks.of(line.right(), alone ? room - INDENT : room);
            for (int i = 0; i < parts.size(); i++) {
                boolean last = i == parts.size() - 1;
                Layout part =
                        i > 0 ? parts.get(i) : Layout.row(new Layout.Sign("=", Layout.Role.RELATION), parts.get(0));
                Layout right = alone ? Layout.row(new Layout.Indent(INDENT), part) : part;
                rows.add(new Row(
                        i == 0 && !alone ? line.left() : Layout.empty(),
                        right,
                        Width.of(part) > room + 2.5,
                        i == 0 && !alone,
                        last ? line.label() : ""));
            }
        }
        return List.copyOf(rows);
    }
}

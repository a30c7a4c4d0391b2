package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.document.VisibleText;

/** A figure as lines of characters, for a look in the terminal: braille dots, or plain ASCII where there is no Unicode. */
public final class TerminalFigure {
    private static final int NARROWEST = 30;
    private static final int WIDEST = 110;
    private static final String PLAIN_MARKS = "*+ox@&";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final Figure figure;
    private final boolean unicode;
    private final TerminalColours colours;
    private final Axis.Range xRange;
    private final Axis.Range yRange;
    private final AxisTicks xTicks;
    private final AxisTicks yTicks;
    private final int margin;
    private final TerminalGrid grid;

    private TerminalFigure(Figure figure, int width, boolean unicode, boolean coloured) {
        this.figure = figure;
        this.unicode = unicode;
        this.colours = new TerminalColours(coloured);
        this.xRange = Extent.of(figure, true);
        this.yRange = Extent.of(figure, false);
        int columns = Math.max(NARROWEST, Math.min(WIDEST, width));
        this.yTicks = AxisTicks.of(figure.y().scale(), yRange, 5);
        this.margin = yTicks.major().stream()
                        .mapToInt(t -> text(t.label()).length())
                        .max()
                        .orElse(0)
                + 2;
        this.xTicks = AxisTicks.of(figure.x().scale(), xRange, Math.max(2, columns / 14));
        this.grid = new TerminalGrid(columns - margin - 1, Math.max(8, columns / 5));
    }

    /**
     * Draws a figure.
     *
     * @param width columns of the terminal; what is below 30 or above 110 is taken as that
     * @param unicode whether the terminal shows Unicode
     * @param coloured whether it understands ANSI colours
     */
    public static String render(Figure figure, int width, boolean unicode, boolean coloured) {
        return new TerminalFigure(figure, width, unicode, coloured).text();
    }

    /** A label without its markup. */
    static String text(Label label) {
        return text(label.plain());
    }

    private static String text(String plain) {
        StringBuilder text = new StringBuilder();
        boolean raised = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\\' && i + 1 < plain.length()) {
                text.append(plain.charAt(++i));
            } else if (c == '^' && i + 1 < plain.length() && plain.charAt(i + 1) == '{') {
                raised = true;
                i++;
            } else if (c == '}' || c == '{') {
                raised = false;
            } else if (raised && (Character.isDigit(c) || c == '−')) {
                text.append(c == '−' ? '⁻' : RAISED.charAt(c - '0'));
            } else {
                text.append(c);
            }
        }
        return VisibleText.of(text.toString());
    }

    private String text() {
        AxisScale x = new AxisScale(figure.x().scale(), xRange, 0, grid.dotsAcross());
        AxisScale y = new AxisScale(figure.y().scale(), yRange, grid.dotsDown(), 0);
        TerminalPainter painter = new TerminalPainter(grid, x, y, unicode);
        figure.layers().forEach(painter::paint);
        StringBuilder out = new StringBuilder();
        String factor = yTicks.factor().isEmpty() ? "" : " " + text(yTicks.factor());
        out.append(" ".repeat(margin))
                .append(text(figure.y().label()))
                .append(factor)
                .append('\n');
        for (int row = 0; row < grid.rows(); row++) {
            out.append(tick(row, y))
                    .append(grid.line(row, unicode ? "" : PLAIN_MARKS, colours).stripTrailing())
                    .append('\n');
        }
        out.append(axis(x));
        legend().forEach(line -> out.append(" ".repeat(margin)).append(line).append('\n'));
        String shown = out.toString();
        return unicode ? shown : ascii(shown);
    }

    /** The margin of a row: a tick's label where there is one. */
    private String tick(int row, AxisScale y) {
        for (AxisTicks.Tick tick : yTicks.major()) {
            if ((int) Math.round(y.at(tick.value())) / 4 == row) {
                String label = text(tick.label());
                return " ".repeat(margin - 1 - label.length()) + label + (unicode ? "┤" : "+");
            }
        }
        return " ".repeat(margin - 1) + (unicode ? "│" : "|");
    }

    private String axis(AxisScale x) {
        StringBuilder line = new StringBuilder((unicode ? "─" : "-").repeat(grid.columns()));
        StringBuilder labels = new StringBuilder(" ".repeat(grid.columns() + margin));
        int free = 0;
        for (AxisTicks.Tick tick : xTicks.major()) {
            int column = Math.min(grid.columns() - 1, (int) Math.round(x.at(tick.value())) / 2);
            String label = text(tick.label());
            int start = Math.max(0, Math.min(margin + column - label.length() / 2, labels.length() - label.length()));
            line.setCharAt(column, unicode ? '┬' : '+');
            if (start >= free) {
                labels.replace(start, start + label.length(), label);
                free = start + label.length() + 1;
            }
        }
        String factor = xTicks.factor().isEmpty() ? "" : " " + text(xTicks.factor());
        String name = text(figure.x().label()) + factor;
        String corner = " ".repeat(margin - 1) + (unicode ? "└" : "+");
        String centred = " ".repeat(Math.max(0, margin + (grid.columns() - name.length()) / 2)) + name;
        return corner + line + "\n" + labels.toString().stripTrailing() + "\n" + centred.stripTrailing() + "\n";
    }

    private List<String> legend() {
        List<String> lines = new ArrayList<>();
        for (Layer layer : figure.layers()) {
            if (layer instanceof Layer.RegionMap map) {
                for (Layer.Category category : LegendEntry.unlabelled(figure, map)) {
                    String shade = Character.toString(
                            TerminalPainter.shade(map.categories().indexOf(category), unicode));
                    lines.add(shade.repeat(3) + " " + text(category.name()));
                }
            } else if (!LegendEntry.name(layer).isEmpty()) {
                lines.add(sample(layer) + " " + text(LegendEntry.name(layer)));
            } else if (layer instanceof Layer.Guide g && !g.label().isEmpty()) {
                lines.add(sample(g.dash(), g.colour()) + " " + text(g.label()));
            }
        }
        return lines;
    }

    private String sample(Layer layer) {
        if (layer instanceof Layer.Curve c) {
            return sample(c.dash(), c.colour());
        }
        if (layer instanceof Layer.Boundary b) {
            return sample(b.closedForm() ? Dash.DASHED : b.dash(), b.closedForm() ? 1 : b.colour());
        }
        if (layer instanceof Layer.Band b) {
            return sample(Dash.DOTTED, b.colour());
        }
        if (layer instanceof Layer.Stems s) {
            return colours.of(s.colour(), " " + TerminalPainter.mark(s.shape(), unicode) + " ");
        }
        Layer.ErrorBars bars = (Layer.ErrorBars) layer;
        return colours.of(bars.colour(), " " + TerminalPainter.mark(bars.shape(), unicode) + " ");
    }

    private String sample(Dash dash, int colour) {
        String line =
                switch (dash) {
                    case SOLID -> "───";
                    case DASHED -> "╴╴╴";
                    case DOTTED -> "···";
                    case DASHDOT -> "─·─";
                };
        String mark = String.valueOf(PLAIN_MARKS.charAt(Math.floorMod(colour, PLAIN_MARKS.length())));
        return unicode ? colours.of(colour, line) : mark.repeat(3);
    }

    /** What is no ASCII by its nearest sign, Greek by name. */
    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.append(ascii(c)));
        return plain.toString();
    }

    private static String ascii(int c) {
        int raised = RAISED.indexOf(c);
        return c < 128
                ? Character.toString(c)
                : raised >= 0
                        ? Integer.toString(raised)
                        : c == '−' || c == '⁻'
                                ? "-"
                                : c == '×'
                                        ? "x"
                                        : org.macrostate.reports.typeset.Greek.command(Character.toString(c))
                                                .map(name -> name.substring(1))
                                                .orElse("?");
    }
}

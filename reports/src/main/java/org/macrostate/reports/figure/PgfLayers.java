package org.macrostate.reports.figure;

import java.util.TreeMap;
import org.macrostate.reports.figure.Axis.Range;
import org.macrostate.reports.figure.Captions.Caption;
import org.macrostate.reports.figure.Figure.Legend;
import org.macrostate.reports.figure.Layer.Band;
import org.macrostate.reports.figure.Layer.Boundary;
import org.macrostate.reports.figure.Layer.Curve;
import org.macrostate.reports.figure.Layer.ErrorBars;
import org.macrostate.reports.figure.Layer.Guide;
import org.macrostate.reports.figure.Layer.Marker;
import org.macrostate.reports.figure.Layer.RegionLabel;
import org.macrostate.reports.figure.Layer.RegionMap;
import org.macrostate.reports.figure.Layer.Stems;

/** The layers of one figure as pgfplots commands, and the colours they use. */
final class PgfLayers {
    private final FigureLayout layout;
    private final TreeMap<String, String> colours = new TreeMap<>();
    private int bands = 0;

    PgfLayers(FigureLayout layout) {
        this.layout = layout;
    }

    /** Definitions of the colours that {@link #code} has used so far. */
    String colours() {
        var out = new StringBuilder();
        colours.forEach((name, hex) -> out.append("\\definecolor{" + name + "}{HTML}{" + hex + "}\n"));
        return out.toString();
    }

    String code(Figure figure, Layer layer) {
        if (layer instanceof Curve c) {
            String style = "color=" + colour(Palette.line(c.colour())) + ", line width=1pt, " + c.dash().tikz;
            return plot(c.name(), style, PgfTable.of(c.csv()));
        } else if (layer instanceof Boundary b) {
            String style = b.closedForm()
                    ? "color=" + colour(Palette.CLOSED_FORM) + ", line width=1.2pt, " + Dash.DASHED.tikz
                    : "color=" + colour(Palette.boundary(b.colour())) + ", line width=1.2pt, " + b.dash().tikz;
            return plot(b.name(), style, PgfTable.of(b.csv()));
        } else if (layer instanceof ErrorBars e) {
            String style = "only marks, mark=" + e.shape().pgf + ", mark size=1.8pt, color="
                    + colour(Palette.line(e.colour()));
            return plot(e.name(), style, PgfTable.of(e.csv()).withError(e.errorColumn()));
        } else if (layer instanceof Stems s) {
            String style = "ycomb, mark=" + s.shape().pgf + ", mark size=1.8pt, line width=0.9pt, color="
                    + colour(Palette.line(s.colour()));
            return plot(s.name(), style, PgfTable.of(s.csv()));
        } else if (layer instanceof Band b) {
            return band(b);
        } else if (layer instanceof Marker m) {
            return "\\addplot[forget plot, only marks, mark=" + m.shape().pgf + ", color="
                    + colour(Palette.line(m.colour())) + "] coordinates {" + point(m.x(), m.y()) + "};\n" + caption(m);
        } else if (layer instanceof Guide g) {
            return guide(g);
        } else if (layer instanceof RegionMap r) {
            return regions(figure, r);
        }
        return caption(layer);
    }

    private String plot(Label name, String style, PgfTable table) {
        return "\\addplot[" + (name.isEmpty() ? "forget plot, " : "") + style + table.options() + "]\n  "
                + table.source() + ";\n" + entry(name);
    }

    private String entry(Label name) {
        return name.isEmpty() || layout.legend() == Legend.NONE ? "" : "\\addlegendentry{" + name.tex() + "}\n";
    }

    private String band(Band b) {
        bands++;
        PgfTable lower = PgfTable.of(b.csv());
        Csv c = b.csv();
        PgfTable upper = PgfTable.of(new Csv(c.file(), c.header(), c.x(), b.upperColumn(), c.rows()));
        String fill = "draw opacity=0, fill=" + colour(Palette.line(b.colour())) + ", fill opacity="
                + LayerPainter.BAND_OPACITY;
        return "\\addplot[forget plot, draw=none, name path=lower" + bands + lower.options() + "]\n  " + lower.source()
                + ";\n"
                + "\\addplot[forget plot, draw=none, name path=upper" + bands + upper.options() + "]\n  "
                + upper.source() + ";\n"
                + "\\addplot[forget plot, " + fill + "] fill between[of=lower" + bands + " and upper" + bands + "];\n"
                + (b.name().isEmpty() || layout.legend() == Legend.NONE
                        ? ""
                        : "\\addlegendimage{area legend, " + fill + "}\n" + entry(b.name()));
    }

    private String guide(Guide g) {
        Range across = (g.horizontal() ? layout.x() : layout.y()).range();
        String ends = g.horizontal()
                ? point(across.low(), g.at()) + " " + point(across.high(), g.at())
                : point(g.at(), across.low()) + " " + point(g.at(), across.high());
        Colour colour = g.colour() < 0 ? Palette.MUTED : Palette.line(g.colour());
        return "\\addplot[forget plot, color=" + colour(colour) + ", line width=0.6pt, " + g.dash().tikz
                + "] coordinates {" + ends + "};\n" + caption(g);
    }

    /** The node of a layer's caption, on the side of its point that the layout found to be free. */
    private String caption(Layer layer) {
        var out = new StringBuilder();
        for (Caption c : layout.captions()) {
            if (c.layer() == layer) {
                boolean upright = c.lettering().upright();
                out.append("\\node[anchor=" + c.tikzAnchor() + ", text="
                        + colour(c.lettering().colour())
                        + (layer instanceof RegionLabel ? "" : ", font=\\small")
                        + (c.backed() ? ", fill=white, fill opacity=0.7, text opacity=1, inner sep=2pt" : "")
                        + (upright ? ", rotate=90" : "") + "] at (axis cs:"
                        + place(c) + ") {" + c.label().tex() + "};\n");
            }
        }
        return out.toString();
    }

    private String place(Caption c) {
        if (c.layer() instanceof Marker m) {
            return pair(m.x(), m.y());
        } else if (c.layer() instanceof RegionLabel r) {
            return pair(r.x(), r.y());
        } else if (c.layer() instanceof Guide g) {
            boolean high = c.tikzAnchor().endsWith("east");
            Range across = (g.horizontal() ? layout.x() : layout.y()).range();
            double end = high ? across.high() : across.low();
            return g.horizontal() ? pair(end, g.at()) : pair(g.at(), end);
        }
        throw new IllegalArgumentException("a caption of a layer that has none: " + c.layer());
    }

    private String regions(Figure figure, RegionMap map) {
        var out = new StringBuilder();
        double[] xEdges = Outline.edges(map.x(), layout.x());
        double[] yEdges = Outline.edges(map.y(), layout.y());
        for (int i = 0; i < map.categories().size(); i++) {
            var loops = Outline.of(map, i, xEdges, yEdges);
            if (!loops.isEmpty()) {
                String style = style(map.categories().get(i));
                out.append("\\path[" + style + ", even odd rule, line width=0.2pt]");
                loops.forEach(loop -> out.append(path(loop)));
                out.append(";\n");
            }
        }
        if (layout.legend() != Legend.NONE) {
            LegendEntry.unlabelled(figure, map)
                    .forEach(c -> out.append("\\addlegendimage{area legend, " + style(c) + "}\n" + entry(c.name())));
        }
        return out.toString();
    }

    private String style(Layer.Category category) {
        boolean undecided = category.fill() == Fill.UNDECIDED;
        String fill = colour(undecided ? Palette.NEUTRAL : Palette.tint(category.colour()));
        String lines = colour(undecided ? Palette.MUTED : Palette.line(category.colour()));
        return "fill=" + fill + ", draw=" + fill
                + (category.fill() == Fill.PLAIN
                        ? ""
                        : ", postaction={pattern=north east lines, pattern color=" + lines + "}");
    }

    private static String path(double[] loop) {
        var out = new StringBuilder();
        for (int i = 0; i < loop.length; i += 2) {
            out.append(i % 8 == 0 ? "\n  " : " ")
                    .append(i == 0 ? "" : "-- ")
                    .append("(axis cs:" + pair(loop[i], loop[i + 1]) + ")");
        }
        return out + " -- cycle";
    }

    private String colour(Colour colour) {
        String name = "macrostate " + colour.name().replace('-', ' ');
        colours.put(name, colour.light().substring(1));
        return name;
    }

    private static String point(double x, double y) {
        return "(" + pair(x, y) + ")";
    }

    private static String pair(double x, double y) {
        return FigureNumbers.value(x) + "," + FigureNumbers.value(y);
    }
}

package org.macrostate.reports.figure;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.macrostate.reports.document.VisibleText;

/**
 * A canvas that writes SVG. Colours are attributes, which any viewer understands, and classes, by which a style sheet
 * exchanges them in dark surroundings.
 */
final class SvgCanvas implements Canvas {
    private final StringBuilder body = new StringBuilder();
    private final TreeMap<String, Colour> used = new TreeMap<>();

    /** What follows is moved, until {@link #end}. */
    void begin(double x, double y) {
        body.append("<g transform=\"translate(")
                .append(FigureNumbers.coordinate(x))
                .append(' ')
                .append(FigureNumbers.coordinate(y))
                .append(")\">\n");
    }

    void end() {
        body.append("</g>\n");
    }

    @Override
    public void line(double[] points, Pen pen) {
        body.append("<polyline points=\"");
        coordinates(points);
        body.append("\" fill=\"none\"").append(paint("stroke", pen.colour()));
        attribute("stroke-width", pen.width());
        if (pen.dash() != Dash.SOLID) {
            body.append(" stroke-dasharray=\"");
            for (float length : pen.dash().lengths) {
                body.append(FigureNumbers.coordinate(length)).append(' ');
            }
            body.setCharAt(body.length() - 1, '"');
        } else {
            body.append(" stroke-linejoin=\"round\"");
        }
        body.append("/>\n");
    }

    @Override
    public void area(List<double[]> loops, Colour fill, double opacity) {
        body.append("<path d=\"");
        for (double[] loop : loops) {
            body.append('M');
            coordinates(loop);
            body.append('Z');
        }
        body.append("\" fill-rule=\"evenodd\"").append(paint("fill", fill));
        if (opacity < 1) {
            attribute("fill-opacity", opacity);
        }
        body.append("/>\n");
    }

    @Override
    public void disc(double x, double y, double radius, Colour fill) {
        body.append("<circle");
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        body.append(paint("fill", fill)).append("/>\n");
    }

    @Override
    public void text(String plain, Lettering t) {
        body.append("<text");
        attribute("x", t.x());
        attribute("y", t.y());
        attribute("font-size", t.size());
        body.append(" text-anchor=\"")
                .append(t.anchor().name().toLowerCase(Locale.ROOT))
                .append('"');
        body.append(paint("fill", t.colour()));
        if (t.upright()) {
            body.append(" transform=\"rotate(-90 " + FigureNumbers.coordinate(t.x()) + " "
                    + FigureNumbers.coordinate(t.y()) + ")\"");
        }
        body.append('>');
        double rise = 0;
        for (RichText.Run run : RichText.of(plain).runs()) {
            boolean same = run.level() == 0 && rise == 0 && !run.italic();
            body.append(same ? "" : "<tspan");
            if (rise != run.rise()) {
                attribute("dy", (rise - run.rise()) * t.size());
            }
            if (run.level() != 0) {
                attribute("font-size", run.scale() * t.size());
            }
            body.append(run.italic() ? " font-style=\"italic\"" : "");
            body.append(same ? "" : ">").append(escape(run.text())).append(same ? "" : "</tspan>");
            rise = run.rise();
        }
        body.append("</text>\n");
    }

    /** All that was drawn. */
    String body() {
        return body.toString();
    }

    /**
     * Style sheet for what was drawn: {@code --macrostate-…} variables override the colours, dark screens get the dark
     * ones.
     */
    String style() {
        var light = new StringBuilder();
        var dark = new StringBuilder();
        used.forEach((rule, colour) -> {
            String property = rule.substring(0, rule.indexOf(' '));
            String selector = ".macrostate-figure ." + className(property, colour) + "{" + property
                    + ":var(--macrostate-" + colour.name() + ",";
            light.append(selector).append(colour.light()).append(")}\n");
            dark.append(selector).append(colour.dark()).append(")}\n");
        });
        return ".macrostate-figure{max-width:100%;height:auto}\n" + light
                + "@media screen and (prefers-color-scheme:dark){\n" + dark + "}\n";
    }

    /** Text for XML; characters that would act rather than show are spelled out. */
    static String escape(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String paint(String property, Colour colour) {
        used.put(property + " " + colour.name(), colour);
        return " " + property + "=\"" + colour.light() + "\" class=\"" + className(property, colour) + "\"";
    }

    private static String className(String property, Colour colour) {
        return property.charAt(0) + "-" + colour.name();
    }

    private void attribute(String name, double value) {
        body.append(' ')
                .append(name)
                .append("=\"")
                .append(FigureNumbers.coordinate(value))
                .append('"');
    }

    private void coordinates(double[] points) {
        for (int i = 0; i < points.length; i++) {
            body.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(FigureNumbers.coordinate(points[i]));
        }
    }
}

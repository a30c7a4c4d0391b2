package org.macrostate.reports.live;

import java.util.List;
import java.util.Map;
import org.macrostate.equations.ResourceText;
import org.macrostate.reports.html.HtmlPart;
import org.macrostate.reports.table.JsonText;

/**
 * What computes of a live page: sliders for the parameters of a derived system; trajectory, fixed points, thresholds and
 * phase diagram follow. It is a page's whole content or a section of a report.
 *
 * @param code the system as JavaScript, a constant called {@code theory} ({@link
 *     org.macrostate.reports.code.SystemCode#javaScript})
 * @param data what it begins with; its members are read in {@code page.js}
 * @param diagram whether the data have a phase diagram
 * @param thresholds whether the data have thresholds
 */
public record LivePart(String code, Map<String, Object> data, boolean diagram, boolean thresholds) {
    private static final String PLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String LABEL = "live";

    /** For a report: what it is called there does not meet the names of the report. */
    public HtmlPart section() {
        return part(LABEL + "-", " broad");
    }

    /** For a page of its own. */
    HtmlPart page() {
        return part("", "");
    }

    private HtmlPart part(String prefix, String width) {
        Markup markup = new Markup(prefix);
        String body = "<div id=\"" + prefix + "root\" class=\"live" + width + "\" data-prefix=\"" + prefix + "\">\n"
                + markup.controls() + "<div>\n" + markup.results(diagram, thresholds) + "</div>\n</div>\n"
                + "<script type=\"application/json\" id=\"" + prefix + "data\">"
                + JsonText.of(data).replace("&", "\\u0026").replace("<", "\\u003c") + "</script>\n";
        return new HtmlPart(
                "Live",
                LABEL,
                "Move the parameters",
                body,
                ResourceText.of(LivePart.class, PLOT + "uPlot.min.css") + ResourceText.of(LivePart.class, "live.css"),
                List.of(
                        ResourceText.of(LivePart.class, PLOT + "uPlot.iife.min.js"),
                        code,
                        ResourceText.of(LivePart.class, "dynamics.js"),
                        ResourceText.of(LivePart.class, "page.js")));
    }

    /** Elements by ids that begin with the prefix. */
    private record Markup(String prefix) {
        private String controls() {
            return "<div class=\"controls\">\n<section><h3>Parameters</h3>\n<div id=\"" + prefix + "sliders\"></div>\n"
                    + "<button id=\"" + prefix + "reset\" type=\"button\">Reset</button></section>\n"
                    + "<section><details><summary>Start of the trajectory</summary><div id=\"" + prefix
                    + "start\" class=\"start\"></div></details>\n"
                    + "<div class=\"row\"><label>until t = <input id=\"" + prefix
                    + "until\" type=\"number\" min=\"0\" step=\"any\" /></label>\n<label><input id=\"" + prefix
                    + "logarithmic\" type=\"checkbox\" /> logarithmic time</label></div></section>\n</div>\n";
        }

        private String results(boolean diagram, boolean thresholds) {
            return "<section><p id=\"" + prefix + "answer\" class=\"answer\" role=\"status\"></p></section>\n"
                    + "<div class=\"two\">\n<section><h3>Trajectory</h3>\n<div id=\"" + prefix + "trajectory\"></div>\n"
                    + "<p id=\"" + prefix + "run-note\" class=\"note\" role=\"status\"></p>\n" + table("end")
                    + "</section>\n" + (diagram ? diagram() : "") + "</div>\n<section><h3>Fixed points</h3>\n"
                    + table("points") + "</section>\n"
                    + (thresholds
                            ? "<section><h3>Thresholds in closed form</h3>\n" + table("thresholds") + "</section>\n"
                            : "");
        }

        private String table(String name) {
            return "<div class=\"wide\"><table id=\"" + prefix + name + "\"></table></div>\n";
        }

        private String diagram() {
            return "<section><h3>Phase diagram</h3>\n<canvas id=\"" + prefix
                    + "diagram\" class=\"diagram\" tabindex=\"0\" role=\"slider\" aria-valuemin=\"0\" aria-valuemax=\"1\" aria-valuenow=\"0\" aria-label=\"point in the "
                    + "phase diagram; arrow keys move it\"></canvas>\n<div id=\"" + prefix
                    + "keys\" class=\"keys\"></div>\n"
                    + "<p class=\"about\">Drag the point, or move it by the arrow keys. Orange: closed forms. When another "
                    + "parameter moves, the diagram is computed anew in this page, on a coarse grid.</p></section>\n";
        }
    }

    /** The style of a page that has nothing but this. */
    static String frame() {
        return ResourceText.of(LivePart.class, "page.css");
    }
}

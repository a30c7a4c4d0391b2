package org.macrostate.reports.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.html.HtmlDocument;
import org.macrostate.reports.html.HtmlText;
import org.macrostate.reports.table.Json;

/**
 * A page on which the parameters of a derived system are moved by sliders, and trajectory, fixed points, thresholds and
 * phase diagram follow. It loads nothing: style, code and data are inside, and its content security policy names the
 * scripts by their hashes.
 *
 * @param equations shown below; its title is the page's
 * @param code the system as JavaScript, a constant called {@code theory} ({@link
 *     org.macrostate.reports.code.SystemCode#javaScript})
 * @param data what the page begins with; its members are read in {@code page.js}
 * @param diagram whether the data have a phase diagram
 * @param thresholds whether the data have thresholds
 */
public record LivePage(Document equations, String code, Json data, boolean diagram, boolean thresholds) {
    private static final String PLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    /** The whole file. */
    public String render() {
        String style = text(PLOT + "uPlot.min.css") + text("page.css");
        List<String> scripts =
                List.of(text(PLOT + "uPlot.iife.min.js"), code, text("dynamics.js"), text("page.js")).stream()
                        .map(s -> "\n" + s.strip() + "\n")
                        .toList();
        String hashes = scripts.stream().map(s -> "'sha256-" + hash(s) + "'").collect(Collectors.joining(" "));
        String title = HtmlText.escape(equations.title());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src "
                + hashes + "\">\n<title>" + title + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n"
                + "<header><h1>" + title
                + "</h1>\n<p>Move the sliders: the equations below are integrated, and their fixed "
                + "points found, in this page.</p></header>\n<main>\n" + controls() + "<div>\n" + results()
                + "<section class=\"equations\"><h2>Equations</h2>\n" + HtmlDocument.fragment(equations)
                + "</section>\n</div>\n</main>\n<footer>" + HtmlText.escape(equations.madeBy()) + "</footer>\n"
                + "<script type=\"application/json\" id=\"data\">" + data.text().replace("<", "\\u003c") + "</script>\n"
                + scripts.stream().map(s -> "<script>" + s + "</script>\n").collect(Collectors.joining())
                + "</body>\n</html>\n";
    }

    private static String controls() {
        return "<div id=\"controls\">\n<section><h2>Parameters</h2>\n<div id=\"sliders\"></div>\n"
                + "<button id=\"reset\" type=\"button\">Reset</button></section>\n"
                + "<section><details><summary>Start of the trajectory</summary><div id=\"start\" class=\"start\"></div></details>\n"
                + "<div class=\"row\"><label>until t = <input id=\"until\" type=\"number\" min=\"0\" step=\"any\"></label>\n"
                + "<label><input id=\"logarithmic\" type=\"checkbox\"> logarithmic time</label></div></section>\n</div>\n";
    }

    private String results() {
        return "<section><p id=\"answer\" class=\"answer\" role=\"status\"></p></section>\n<div class=\"two\">\n"
                + "<section><h2>Trajectory</h2>\n<div id=\"trajectory\"></div>\n<p id=\"run-note\" class=\"note\" role=\"status\"></p>\n"
                + "<div class=\"wide\"><table id=\"end\"></table></div></section>\n"
                + (diagram
                        ? "<section><h2>Phase diagram</h2>\n<canvas id=\"diagram\" tabindex=\"0\" role=\"slider\" aria-label=\"point in the phase "
                                + "diagram; arrow keys move it\"></canvas>\n<div id=\"keys\" class=\"keys\"></div>\n<p class=\"about\">Drag the point, or "
                                + "move it by the arrow keys. Dashed: closed forms. When another parameter moves, the diagram is computed "
                                + "anew in this page, on a coarse grid.</p></section>\n"
                        : "")
                + "</div>\n<section><h2>Fixed points</h2>\n<div class=\"wide\"><table id=\"points\"></table></div></section>\n"
                + (thresholds
                        ? "<section><h2>Thresholds in closed form</h2>\n<div class=\"wide\"><table id=\"thresholds\"></table></div></section>\n"
                        : "");
    }

    private static String text(String resource) {
        try (InputStream in = LivePage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

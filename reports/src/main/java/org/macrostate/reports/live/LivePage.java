package org.macrostate.reports.live;

import org.macrostate.reports.document.Document;
import org.macrostate.reports.html.HtmlDocument;
import org.macrostate.reports.html.HtmlPart;
import org.macrostate.reports.html.HtmlText;

/**
 * A page on which the parameters of a derived system are moved by sliders, and trajectory, fixed points, thresholds and
 * phase diagram follow. It loads nothing: style, code and data are inside, and its content security policy names the
 * scripts by their hashes.
 *
 * @param equations shown below; its title is the page's
 * @param part what computes
 */
public record LivePage(Document equations, LivePart part) {
    /** The whole file. */
    public String render() {
        HtmlPart live = part.page();
        String title = HtmlText.escape(equations.title());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                + live.policy() + "\">\n<title>" + title + "</title>\n<style>\n" + LivePart.frame() + live.style()
                + "</style>\n</head>\n<body>\n<header><h1>" + title
                + "</h1>\n<p>Move the sliders: the equations below are integrated, and their fixed "
                + "points found, in this page.</p></header>\n<main>\n" + live.markup()
                + "<section class=\"equations\"><h2>Equations</h2>\n" + HtmlDocument.fragment(equations)
                + "</section>\n</main>\n<footer>" + HtmlText.escape(equations.madeBy())
                + "</footer>\n</body>\n</html>\n";
    }

    /** Whether there is a phase diagram. */
    public boolean diagram() {
        return part.diagram();
    }
}

package org.macrostate.reports.live;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.html.HtmlText;

/**
 * The first page of a gallery: models with their live pages, studies with their reports.
 *
 * @param madeBy one line for its end
 */
public record GalleryIndex(List<Link> links, String madeBy) {
    public GalleryIndex {
        links = List.copyOf(links);
    }

    /**
     * A page that the index leads to.
     *
     * @param isStudy whether it stands among the studies
     * @param address relative to the index
     * @param note one line on what is there
     */
    public record Link(boolean isStudy, String name, String title, String address, String note) {}

    /** The whole file; it loads nothing. */
    public String render() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<title>Macrostate</title>\n<style>\n" + LivePart.frame()
                + "a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }\n"
                + "main { max-width: 52rem; } header { max-width: 52rem; } footer { max-width: 52rem; }\n"
                + "dt { margin-top: .9rem; font-weight: 600; overflow-wrap: anywhere; } dd { margin: 0; overflow-wrap: anywhere; }\n"
                + ".about { color: var(--faint); font-size: .9rem; }\n</style>\n</head>\n<body>\n"
                + "<header><h1>Macrostate</h1>\n<p>The macroscopic theory of learning problems: derived from the loss, "
                + "solved, and to be moved by hand.</p></header>\n<main>\n"
                + list(
                        "Models",
                        "Live pages: sliders for the parameters, trajectories, fixed points, phase diagrams.",
                        false)
                + list("Studies", "Reports: equations, figures, checks against SGD, and a live section.", true)
                + "</main>\n<footer>" + HtmlText.escape(madeBy) + "</footer>\n</body>\n</html>\n";
    }

    private String list(String title, String about, boolean studies) {
        String items = links.stream()
                .filter(link -> link.isStudy() == studies)
                .map(GalleryIndex::item)
                .collect(Collectors.joining());
        return items.isEmpty()
                ? ""
                : "<section><h2>" + title + "</h2>\n<p class=\"about\">" + about + "</p>\n<dl>\n" + items
                        + "</dl>\n</section>\n";
    }

    private static String item(Link link) {
        return "<dt><a href=\"" + HtmlText.escape(link.address()) + "\">" + HtmlText.escape(link.name())
                + "</a></dt>\n<dd>" + HtmlText.escape(link.title()) + " <span class=\"about\">"
                + HtmlText.escape(link.note()) + "</span></dd>\n";
    }
}

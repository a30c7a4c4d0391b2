package org.macrostate.reports.html;

import org.macrostate.reports.document.VisibleText;

/** Text for HTML, in elements and in quoted attributes alike. */
public final class HtmlText {
    private HtmlText() {}

    public static String escape(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

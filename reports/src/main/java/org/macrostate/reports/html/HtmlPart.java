package org.macrostate.reports.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a page that computes: markup with a style and scripts of its own. It loads nothing; the page's content security
 * policy names its scripts by their hashes.
 *
 * @param title heading above it in a report
 * @param label anchor of that heading
 * @param invitation a sentence that leads to it from the beginning of a report
 * @param body markup, well-formed
 * @param style rules for what is inside only
 * @param scripts run one after the other, after the markup
 */
public record HtmlPart(String title, String label, String invitation, String body, String style, List<String> scripts) {
    public HtmlPart {
        scripts = scripts.stream().map(HtmlPart::framed).toList();
    }

    /** Readable as HTML and as XML. */
    private static String framed(String script) {
        return "\n//<![CDATA[\n" + script.strip() + "\n//]]>\n";
    }

    /** What the content security policy of its page says of scripts. */
    public String policy() {
        return "script-src "
                + scripts.stream().map(s -> "'sha256-" + hash(s) + "'").collect(Collectors.joining(" "));
    }

    /** Markup and scripts. */
    public String markup() {
        return body + scripts.stream().map(s -> "<script>" + s + "</script>\n").collect(Collectors.joining());
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

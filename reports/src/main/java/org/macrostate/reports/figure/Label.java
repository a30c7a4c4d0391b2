package org.macrostate.reports.figure;

import java.util.regex.Pattern;

/**
 * A text in two spellings: {@code plain} for SVG and PNG, {@code tex} (text mode, mathematics between dollars) for
 * pgfplots.
 *
 * <p>In {@code plain}, {@code _} and {@code ^} lower and raise the next character or {@code {group}}, Unicode sub- and
 * superscripts do what they look like, a backslash takes the next character literally and upright, and letters that
 * stand alone are set in italics as symbols. TeX that holds more than mathematics (an unknown command, a comment, an
 * unbalanced brace) is not believed: {@code tex} is then the escaped plain text.
 */
public record Label(String plain, String tex) {
    private static final Pattern LITERAL = Pattern.compile("[\\\\_^]|(?<!\\p{L})[A-Za-z](?!\\p{L})");
    public static final Label NONE = new Label("", "");

    public Label {
        if (!TexText.isHarmless(tex)) {
            tex = TexText.escape(plain.replaceAll("\\\\(.)", "$1"));
        }
    }

    /** A text to be shown as it is, whatever characters it holds. */
    public static Label text(String text) {
        return new Label(LITERAL.matcher(text).replaceAll("\\\\$0"), TexText.escape(text));
    }

    /**
     * A symbol: {@code plain} as described above, {@code math} without the dollars, e.g. {@code symbol("ε_g",
     * "\\varepsilon_g")}.
     */
    public static Label symbol(String plain, String math) {
        return new Label(plain, "$" + math + "$");
    }

    /** This label followed by another one. */
    public Label then(Label next) {
        // Two formulas in a row would read as the beginning of a displayed one.
        String between = tex.endsWith("$") && next.tex.startsWith("$") ? "{}" : "";
        return new Label(plain + next.plain, tex + between + next.tex);
    }

    public boolean isEmpty() {
        return plain.isEmpty();
    }
}

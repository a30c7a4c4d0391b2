package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the TeX of one symbol as a model's {@code tex} entry gives it: letters, Greek, sub- and superscripts, accents and
 * alphabets. Anything else is no symbol, so that nothing a file says reaches TeX as a command.
 */
final class TexSymbol {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 8;
    private static final Map<String, String> ACCENTS = Map.of(
            "hat",
            "^",
            "widehat",
            "^",
            "tilde",
            "~",
            "widetilde",
            "~",
            "bar",
            "¯",
            "overline",
            "¯",
            "dot",
            "˙",
            "ddot",
            "¨",
            "vec",
            "→");
    private static final Map<String, Layout.Style> ALPHABETS = Map.of(
            "mathrm", Layout.Style.UPRIGHT,
            "text", Layout.Style.UPRIGHT,
            "mathit", Layout.Style.ITALIC,
            "mathbf", Layout.Style.BOLD,
            "boldsymbol", Layout.Style.BOLD,
            "mathcal", Layout.Style.CALLIGRAPHIC,
            "mathbb", Layout.Style.DOUBLE_STRUCK);

    private final String text;
    private int at;
    private int depth;

    private TexSymbol(String text) {
        this.text = text;
    }

    /** The symbol, or empty if the text is anything else. */
    static Optional<Layout> parse(String tex) {
        String text = tex.strip();
        if (text.startsWith("$") && text.endsWith("$") && text.length() > 2) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        var reader = new TexSymbol(text);
        try {
            Layout layout = reader.row();
            return reader.at == text.length() && !layout.isEmpty() ? Optional.of(layout) : Optional.empty();
        } catch (NotASymbol e) {
            return Optional.empty();
        }
    }

    private Layout row() {
        if (++depth > DEEPEST) {
            throw new NotASymbol();
        }
        List<Layout> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '}') {
            if (text.charAt(at) == ' ') {
                at++;
            } else {
                parts.add(scripted());
            }
        }
        depth--;
        return Layout.row(parts);
    }

    private Layout scripted() {
        Layout base = atom();
        Layout below = Layout.empty();
        Layout above = Layout.empty();
        while (at < text.length() && (text.charAt(at) == '_' || text.charAt(at) == '^')) {
            boolean lower = text.charAt(at++) == '_';
            if (!(lower ? below : above).isEmpty()) {
                throw new NotASymbol();
            }
            Layout script = atom();
            below = lower ? script : below;
            above = lower ? above : script;
        }
        return below.isEmpty() && above.isEmpty() ? base : new Layout.Script(base, below, above);
    }

    private Layout atom() {
        if (at >= text.length()) {
            throw new NotASymbol();
        }
        char c = text.charAt(at++);
        if (c == '{') {
            Layout group = row();
            if (at >= text.length()) {
                throw new NotASymbol();
            }
            at++;
            return group;
        }
        if (c == '\\') {
            return command(word());
        }
        if (c == '*') {
            return new Layout.Sign("∗", Layout.Role.CLOSE);
        }
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            return Layout.italic(String.valueOf(c));
        }
        if (c >= '0' && c <= '9') {
            return new Layout.Digits(String.valueOf(c));
        }
        throw new NotASymbol();
    }

    private Layout command(String name) {
        Optional<String> letter = Greek.ofCommand(name);
        if (letter.isPresent()) {
            return Character.isLetter(letter.get().charAt(0))
                    ? Layout.italic(letter.get())
                    : new Layout.Sign(letter.get(), Layout.Role.CLOSE);
        }
        String accent = ACCENTS.get(name);
        if (accent != null) {
            return new Layout.Accent(atom(), accent);
        }
        Layout.Style style = ALPHABETS.get(name);
        if (style == null) {
            throw new NotASymbol();
        }
        int close = text.indexOf('}', at);
        boolean braced = at < text.length() && text.charAt(at) == '{' && close > 0;
        String letters = braced ? text.substring(at + 1, close) : "";
        boolean plain = !letters.isEmpty()
                && letters.chars()
                        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        if (!plain) {
            throw new NotASymbol();
        }
        at = close + 1;
        return new Layout.Letters(letters, style);
    }

    private String word() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Ends the reading; never leaves this file. */
    private static final class NotASymbol extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotASymbol() {
            super("", null, false, false);
        }
    }
}

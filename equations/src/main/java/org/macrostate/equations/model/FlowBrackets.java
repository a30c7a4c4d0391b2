package org.macrostate.equations.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * In YAML's flow style a plain scalar ends at a bracket, so that {@code {x: Sqrt[rho] u}} would be an error although its
 * meaning is plain. The brackets, braces and commas of such an expression are replaced, one character for one, by
 * characters for private use, and put back once the YAML has been read. Nothing that is YAML already changes.
 */
final class FlowBrackets {
    private static final String PLAIN = "[]{},";
    private static final char FIRST = '\uE000';

    private FlowBrackets() {}

    /** True if a text uses the stand-ins itself. */
    static boolean contains(String text) {
        return text.chars().anyMatch(c -> c >= FIRST && c < FIRST + PLAIN.length());
    }

    /** True if the character at this offset opens a bracket within a plain scalar. */
    static boolean opensInScalar(String text, int offset) {
        if (offset <= 0 || offset >= text.length() || "[{".indexOf(text.charAt(offset)) < 0) {
            return false;
        }
        int before = offset - 1;
        while (before > 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return "[]{},:\"'".indexOf(text.charAt(before)) < 0;
    }

    /**
     * Stands in for the brackets of the scalar from this opening bracket on, to where the scalar ends; empty if a bracket
     * is not closed.
     */
    static Optional<String> hidden(String text, int offset) {
        StringBuilder hidden = new StringBuilder(text);
        Deque<Character> open = new ArrayDeque<>();
        for (int i = offset; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean closes = "]}".indexOf(c) >= 0;
            if (open.isEmpty() && (closes || c == ',' || isKeyEnd(text, i))) {
                return Optional.of(hidden.toString());
            }
            if ("[{".indexOf(c) >= 0) {
                open.push(c);
            } else if (closes && open.pop() != (c == ']' ? '[' : '{')) {
                return Optional.empty();
            }
            if (PLAIN.indexOf(c) >= 0) {
                hidden.setCharAt(i, (char) (FIRST + PLAIN.indexOf(c)));
            }
        }
        return open.isEmpty() ? Optional.of(hidden.toString()) : Optional.empty();
    }

    private static boolean isKeyEnd(String text, int i) {
        return text.charAt(i) == ':' && i + 1 < text.length() && Character.isWhitespace(text.charAt(i + 1));
    }

    /** Puts the brackets back. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            int which = shown.charAt(i) - FIRST;
            if (which >= 0 && which < PLAIN.length()) {
                shown.setCharAt(i, PLAIN.charAt(which));
            }
        }
        return shown.toString();
    }
}

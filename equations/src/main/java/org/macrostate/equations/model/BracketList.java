package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Text;

/** The elements of {@code word [a, b, …]} or {@code [a, b, …]}, each with its place. */
final class BracketList {
    private BracketList() {}

    static List<Text> elements(Text text, String word) {
        String value = text.value();
        int open = value.indexOf('[');
        int close = value.lastIndexOf(']');
        boolean enclosed = open >= 0
                && close > open
                && value.substring(0, open).strip().equals(word)
                && value.substring(close + 1).isBlank();
        if (!enclosed) {
            throw new BadInput(
                    "expected " + (word.isEmpty() ? "" : word + " ") + "[.., ..], found '" + value.strip() + "'");
        }
        List<Text> elements = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        for (int i = open + 1; i <= close; i++) {
            char c = value.charAt(i);
            if (depth == 0 && (c == ',' || i == close)) {
                elements.add(element(text, start, i));
                start = i + 1;
            }
            depth += "[({".indexOf(c) >= 0 ? 1 : "])}".indexOf(c) >= 0 ? -1 : 0;
        }
        return elements;
    }

    private static Text element(Text text, int from, int to) {
        int start = from;
        while (start < to && Character.isWhitespace(text.value().charAt(start))) {
            start++;
        }
        return text.part(start, to);
    }
}

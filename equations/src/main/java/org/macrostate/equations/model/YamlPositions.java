package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.Place;
import org.macrostate.equations.language.Text;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Where in a YAML file each character of a scalar stands, over folded lines too. */
final class YamlPositions {
    private final String raw;
    private final String source;
    private final List<Integer> lineStarts = new ArrayList<>();

    YamlPositions(String raw, String source) {
        this.raw = raw;
        this.source = source;
        lineStarts.add(0);
        for (int i = 0; i < raw.length(); i++) {
            boolean carriageReturn = raw.charAt(i) == '\r' && (i + 1 == raw.length() || raw.charAt(i + 1) != '\n');
            if (raw.charAt(i) == '\n' || carriageReturn) {
                lineStarts.add(i + 1);
            }
        }
    }

    /** The file itself. */
    Place whole() {
        return new Place(source, 0, 0, "");
    }

    Place place(Mark mark, String key) {
        return new Place(source, mark.getLine() + 1, mark.getColumn() + 1, key);
    }

    /** The offset of a mark in the file. */
    int offset(Mark mark) {
        if (mark.getLine() >= lineStarts.size()) {
            return raw.length();
        }
        int offset = lineStarts.get(mark.getLine());
        for (int i = 0; i < mark.getColumn() && offset < raw.length(); i++) {
            offset += Character.charCount(raw.codePointAt(offset));
        }
        return offset;
    }

    /** A scalar's text; its places are found in the file by counting what is not white space. */
    Text text(ScalarNode node, String key) {
        String value = FlowBrackets.shown(node.getValue());
        Mark start = node.getStartMark().orElseThrow();
        Place first = place(start, key);
        boolean isQuoted = node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
        boolean isBlock = node.getScalarStyle() == ScalarStyle.FOLDED || node.getScalarStyle() == ScalarStyle.LITERAL;
        int from = offset(start);
        int begin = isQuoted ? from + 1 : isBlock ? afterLine(from) : from;
        return new Text(value, Optional.of(offset -> placeOf(value, offset, begin, first)));
    }

    private int afterLine(int offset) {
        int end = raw.indexOf('\n', offset);
        return end < 0 ? raw.length() : end + 1;
    }

    private Place placeOf(String value, int offset, int begin, Place first) {
        int at = begin;
        int i = 0;
        while (true) {
            while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
                at++;
            }
            while (i < Math.min(offset, value.length()) && Character.isWhitespace(value.charAt(i))) {
                i++;
            }
            if (i >= offset || i >= value.length()) {
                return at > raw.length() || i >= value.length() && offset > value.length() ? first : place(at, first);
            }
            if (at >= raw.length() || raw.charAt(at) != value.charAt(i)) {
                return first;
            }
            at++;
            i++;
        }
    }

    private Place place(int offset, Place first) {
        int line = java.util.Collections.binarySearch(lineStarts, offset);
        int index = line >= 0 ? line : -line - 2;
        int column = raw.codePointCount(lineStarts.get(index), Math.min(offset, raw.length()));
        return new Place(source, index + 1, column + 1, first.key());
    }
}

package org.macrostate.engine.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.macrostate.equations.BadInput;

/** Reads {@code rho=1,tau=0.01} and {@code m[1,1]=0.01,D=1}: names with values, commas within brackets belong to a name. */
public final class Assignments {
    private Assignments() {}

    /** Names with numbers. */
    public static Map<String, Double> numbers(String text) {
        return read(text, NumberReader::number);
    }

    /** Names with whole numbers. */
    public static Map<String, Integer> wholeNumbers(String text) {
        return read(text, NumberReader::wholeNumber);
    }

    /** Names with texts. */
    public static Map<String, String> texts(String text) {
        return read(text, (name, value) -> value);
    }

    /**
     * Reads all assignments of a text.
     *
     * @param value makes a value of a name and the text behind its equals sign
     * @throws BadInput if one has no name, no value, or a name that was there before
     */
    static <T> Map<String, T> read(String text, BiFunction<String, String, T> value) {
        Map<String, T> values = new LinkedHashMap<>();
        for (String item : items(text)) {
            int equals = item.indexOf('=');
            String name = equals < 0 ? "" : item.substring(0, equals).replace(" ", "");
            String right = equals < 0 ? "" : item.substring(equals + 1).strip();
            if (name.isEmpty() || right.isEmpty()) {
                throw new BadInput("expected NAME=VALUE, found '" + item.strip() + "'");
            }
            if (values.put(name, value.apply(name, right)) != null) {
                throw new BadInput("'" + name + "' is set twice");
            }
        }
        return values;
    }

    /** Names with commas between; those within brackets belong to a name, as in {@code m[1,1]}. */
    public static List<String> names(String text) {
        return items(text).stream().map(String::strip).toList();
    }

    /** The text cut at commas outside brackets. */
    public static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' || c == '(' || c == '{' ? 1 : c == ']' || c == ')' || c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                items.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        items.add(text.substring(begin));
        return items;
    }
}

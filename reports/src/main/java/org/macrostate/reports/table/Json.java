package org.macrostate.reports.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value of JSON (RFC 8259). */
public sealed interface Json {
    /** Numbers JSON has no letters for (not a number, infinite) are written as {@code null}. */
    record Number(double value) implements Json {}

    record Text(String value) implements Json {}

    record Flag(boolean value) implements Json {}

    record Nothing() implements Json {}

    record Array(List<Json> values) implements Json {
        public Array {
            values = List.copyOf(values);
        }
    }

    /** A name with its value, in a {@link Structure}. */
    record Member(String name, Json value) {}

    /** Members in the order they are written. */
    record Structure(List<Member> members) implements Json {
        public Structure {
            members = List.copyOf(members);
        }
    }

    static Json of(double value) {
        return new Number(value);
    }

    static Json of(String value) {
        return new Text(value);
    }

    static Json of(boolean value) {
        return new Flag(value);
    }

    static Json of(List<? extends Json> values) {
        return new Array(List.copyOf(values));
    }

    /** The map's order is the order of the members. */
    static Json of(Map<String, ? extends Json> members) {
        return new Structure(members.entrySet().stream()
                .map(e -> new Member(e.getKey(), e.getValue()))
                .toList());
    }

    /** The value indented by two spaces a level; arrays of numbers stay on one line. */
    default String text() {
        return print(this, "");
    }

    private static String print(Json json, String indent) {
        String deeper = indent + "  ";
        if (json instanceof Number n) {
            return Double.isFinite(n.value()) ? ExactNumber.of(n.value()) : "null";
        }
        if (json instanceof Text t) {
            return quoted(t.value());
        }
        if (json instanceof Flag f) {
            return Boolean.toString(f.value());
        }
        if (json instanceof Array a) {
            if (a.values().stream().allMatch(Number.class::isInstance)) {
                return a.values().stream().map(v -> print(v, "")).collect(Collectors.joining(", ", "[", "]"));
            }
            return a.values().stream()
                    .map(v -> deeper + print(v, deeper))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
        }
        if (json instanceof Structure s) {
            return s.members().isEmpty()
                    ? "{}"
                    : s.members().stream()
                            .map(m -> deeper + quoted(m.name()) + ": " + print(m.value(), deeper))
                            .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        return "null";
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean visible = c >= ' ' && c < 0x7F || Character.isLetterOrDigit(c) || c > 0xA0 && isShown(c);
                    out.append(visible ? String.valueOf(c) : String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                }
            }
        }
        return out.append('"').toString();
    }

    private static boolean isShown(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}

package org.macrostate.reports.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.macrostate.equations.derive.OrderParameterSystem;

/** The names of a system as identifiers of a language: letters, digits and underscores, none of them twice or reserved. */
final class CodeNames {
    private final Set<String> taken;
    private final UnaryOperator<String> style;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> indices = new HashMap<>();

    /**
     * Names for everything in a system.
     *
     * @param reserved words that may not be used
     * @param style what the language asks of a name beside letters, digits and underscores
     */
    CodeNames(OrderParameterSystem system, Set<String> reserved, UnaryOperator<String> style) {
        this.taken = new HashSet<>(reserved);
        this.style = style;
        system.problem().sizes().forEach(s -> of(s.name()));
        system.problem().parameters().forEach(p -> of(p.name()));
        system.variables().forEach(v -> of(v.name()));
        system.pieces().forEach(p -> of(p.name()));
        system.functions().forEach(f -> of(f.name()));
        system.tables().forEach(t -> of(t.name()));
        system.observables().forEach(o -> of(o.name()));
    }

    /** The words of a text. */
    static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    String of(String name) {
        return names.computeIfAbsent(name, n -> free(plain(n)));
    }

    /** The identifier of an index; no other thing has it. */
    String index(String name) {
        return indices.computeIfAbsent(name, n -> free(plain(n.startsWith("#") ? "i" + n.substring(1) : n)));
    }

    /** All identifiers of indices so far. */
    List<String> indices() {
        return indices.values().stream().sorted().toList();
    }

    /** A new identifier. */
    String fresh(String wish) {
        return free(plain(wish));
    }

    private String free(String wish) {
        String name = style.apply(wish);
        if (taken.add(name)) {
            return name;
        }
        name = style.apply(wish + "_");
        int n = 2;
        while (!taken.add(name)) {
            name = style.apply(wish + n++);
        }
        return name;
    }

    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(letters(c)));
        boolean starts = Character.isLetter(plain.charAt(0));
        return starts ? plain.toString() : "x" + plain;
    }

    private static String letters(int c) {
        boolean ascii = c < 128 && (Character.isLetterOrDigit(c) || c == '_');
        if (ascii) {
            return Character.toString(c);
        }
        String name = c < 128 ? "" : String.valueOf(Character.getName(c));
        return name.startsWith("GREEK") && name.contains("LETTER ")
                ? greek(c, name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
                : c == '.' || c == '-' || c == '$' ? "_" : "u" + Integer.toHexString(c);
    }

    private static String greek(int c, String name) {
        return Character.isUpperCase(c) ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
    }
}

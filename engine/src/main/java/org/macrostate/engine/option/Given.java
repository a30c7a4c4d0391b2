package org.macrostate.engine.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;

/** What a user wrote for an option: a text on the command line, a value of any shape in a file. */
public sealed interface Given {
    /** Where it stands; empty if messages name the option by themselves. */
    Optional<Place> place();

    /** What it is, in a message. */
    String kind();

    /** One text. */
    record Words(String text, Optional<Place> place) implements Given {
        private static final int LONGEST = 40;

        @Override
        public String kind() {
            String flat = text.strip().replaceAll("\\s+", " ");
            return text.isEmpty()
                    ? "nothing"
                    : "'" + (flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST - 3) + "...") + "'";
        }
    }

    /** A list. */
    record Items(List<Given> items, Optional<Place> place) implements Given {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Names with values, in the order written. */
    record Pairs(Map<String, Given> pairs, Optional<Place> place) implements Given {
        public Pairs {
            pairs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * Reads it as one value.
     *
     * @throws BadInput if it is a list, a mapping or blank, or cannot be read
     */
    default <T> T one(Function<String, T> read) {
        if (this instanceof Words words && !words.text().isBlank()) {
            return placed(() -> read.apply(words.text()));
        }
        throw said(new BadInput("expected one value, found " + kind()));
    }

    /** What is read, with complaints said of this place. */
    default <T> T placed(java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (BadInput bad) {
            throw said(bad);
        }
    }

    private BadInput said(BadInput bad) {
        return place().map(bad::at).orElse(bad);
    }
}

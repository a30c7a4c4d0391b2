package org.macrostate.equations.language;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;

/**
 * An expression as the user wrote it, with where each of its characters stands in the user's file.
 *
 * @param places from a 0-based offset in {@code value} to its place; empty for a text that stands in no file
 */
public record Text(String value, Optional<IntFunction<Place>> places) {
    /** A text that stands in no file. */
    public static Text of(String value) {
        return new Text(value, Optional.empty());
    }

    /** A text all of whose characters are said to stand at one place. */
    public static Text at(Place place, String value) {
        return new Text(value, Optional.of(offset -> place));
    }

    /** The same text, said to stand at {@code place} unless it is known better. */
    public Text or(Place place) {
        return places.isPresent() ? this : at(place, value);
    }

    /** Other words at the place where this text begins. */
    public Text with(String other) {
        return new Text(other, places.map(p -> offset -> p.apply(0)));
    }

    /** A part of the text, from one offset to another. */
    public Text part(int from, int to) {
        return new Text(value.substring(from, to), places.map(p -> offset -> p.apply(offset + from)));
    }

    /** Runs work on the text; a {@code BadInput} of it gets the place of the text in the file. */
    public <T> T located(Supplier<T> work) {
        try {
            return work.get();
        } catch (BadInput e) {
            throw located(e);
        }
    }

    /** The exception, with a place within this text turned into one within the file. */
    public BadInput located(BadInput e) {
        int offset = e.place()
                .filter(p -> p.source().startsWith("expression '"))
                .map(p -> Positions.offset(value, p.line(), p.column()))
                .orElse(0);
        if (places.isEmpty()) {
            return e;
        }
        return new BadInput(e.what()).at(places.get().apply(offset));
    }
}

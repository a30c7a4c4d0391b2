package org.macrostate.engine.record;

import java.io.IOException;
import java.util.Optional;
import org.macrostate.reports.table.JsonText;

/**
 * Records as JSON: of numbers, texts, booleans, enums, arrays, lists, sets, maps, optionals, complex numbers, fractions and
 * records, and sealed interfaces of records. Doubles keep all their bits.
 *
 * <p>A record is the list of its simple name and its components; one that occurs a second time, as the same object, is the
 * number of the first, counted as their lists end. A map is a list of keys and values in turn, an optional a list of at most
 * one element, a double that is not finite its name.
 */
public final class RecordCodec {
    private RecordCodec() {}

    /**
     * The record as JSON in UTF-8.
     *
     * @throws IllegalArgumentException if something else than the types above is in it, or it is nested too deeply
     */
    public static byte[] bytes(Record value) {
        return JsonText.compact(plain(value));
    }

    /** The record as lists, texts, numbers and booleans, to be part of a larger document. */
    public static Object plain(Record value) {
        return new RecordWriter().value(value);
    }

    /** The record that these bytes are of; empty if they are of none of this type. */
    public static <R extends Record> Optional<R> read(Class<R> type, byte[] json) {
        try {
            return Optional.of(new RecordReader().record(type, JsonText.read(json)));
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    /** The record of which {@link #plain} made this, read from a document; empty if it is none of this type. */
    public static <R extends Record> Optional<R> ofPlain(Class<R> type, Object plain) {
        try {
            return Optional.of(new RecordReader().record(type, plain));
        } catch (RuntimeException | StackOverflowError broken) { // records check what they are made of, too
            return Optional.empty();
        }
    }
}

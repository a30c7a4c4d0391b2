package org.macrostate.equations.tensor;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Index names that are used nowhere else; they are replaced by canonical ones as soon as a sum is built. Sorted by text they
 * stand in the order in which they were made, so that the order of terms does not depend on how many were made before.
 */
public final class Fresh {
    private static final AtomicLong COUNTER = new AtomicLong();

    private Fresh() {}

    /** The index itself unless its name would capture a free index; else one with a new name. */
    static String unusedBy(Collection<IndexTerm> incoming, String old) {
        Set<String> names = incoming.stream()
                .filter(Index.class::isInstance)
                .map(term -> ((Index) term).name())
                .collect(Collectors.toSet());
        return names.contains(old) ? name() : old;
    }

    /** A name no other call has returned. */
    public static String name() {
        return nameOf(COUNTER.incrementAndGet());
    }

    /** Hexadecimal, the number of digits first, which sorts texts as numbers. */
    static String nameOf(long number) {
        String digits = Long.toHexString(number);
        return "#fresh" + (char) ('a' + digits.length()) + digits;
    }

    /** An index of this extent with a name no other call has returned. */
    public static Index index(Expression extent) {
        return new Index(name(), extent);
    }
}

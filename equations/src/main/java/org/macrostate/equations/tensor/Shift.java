package org.macrostate.equations.tensor;

import java.util.OptionalInt;

/**
 * How one place follows from another of the same extent: so many places on, on a line with edges or on a ring.
 *
 * @param by places on, or back
 * @param edge what stands for a place beyond an edge
 * @param extent how far places run
 */
public record Shift(int by, Edge edge, Expression extent) {
    /** The place itself. */
    public static final Shift NONE = new Shift(0, Edge.OPEN, Rational.ONE);

    /** What stands for a place beyond an edge. */
    public enum Edge {
        /** Nothing: what is there is zero. */
        OPEN,
        /** The place at the other end, as on a ring. */
        PERIODIC,
        /** The place at the edge. */
        HELD
    }

    public boolean isNone() {
        return by == 0;
    }

    /** The place that follows from one, both from 1; empty beyond an open edge. */
    public OptionalInt from(int place, int count) {
        int to = place + by;
        return switch (edge) {
            case OPEN -> to >= 1 && to <= count ? OptionalInt.of(to) : OptionalInt.empty();
            case PERIODIC -> OptionalInt.of(1 + Math.floorMod(to - 1, count));
            case HELD -> OptionalInt.of(Math.max(1, Math.min(count, to)));
        };
    }

    /** The place that follows from one, as it is written: {@code j+1}, {@code Mod[j+1, n, 1]}, {@code Max[j-1, 1]}. */
    public Index shown(IndexTerm place) {
        String moved = ExpressionText.of(place) + (by < 0 ? "-" : "+") + Math.abs(by);
        String text =
                switch (edge) {
                    case OPEN -> moved;
                    case PERIODIC -> "Mod[" + moved + ", " + ExpressionText.of(extent) + ", 1]";
                    case HELD ->
                        by < 0 ? "Max[" + moved + ", 1]" : "Min[" + moved + ", " + ExpressionText.of(extent) + "]";
                };
        return new Index(text, extent);
    }
}

package org.macrostate.equations.graph;

import java.util.List;

/** What a node of a {@link LoopProgram} reads whose value depends on the variables of loops. */
public sealed interface LoopInput {
    /** The variables it depends on: a bit each. */
    long variables();

    /**
     * An element of a block.
     *
     * @param block its number
     * @param places each a place from 1, or a negative number, which is {@code ~v} for the value of variable v
     */
    record Element(int block, List<Integer> places) implements LoopInput {
        public Element {
            places = List.copyOf(places);
        }

        @Override
        public long variables() {
            return places.stream().filter(p -> p < 0).mapToLong(p -> 1L << ~p).reduce(0, (a, b) -> a | b);
        }
    }

    /** A number of a table at the value of a variable. */
    record Column(List<Double> values, int variable) implements LoopInput {
        public Column {
            values = List.copyOf(values);
        }

        @Override
        public long variables() {
            return 1L << variable;
        }
    }

    /** The value of a variable itself, from 1. */
    record Counter(int variable) implements LoopInput {
        @Override
        public long variables() {
            return 1L << variable;
        }
    }
}

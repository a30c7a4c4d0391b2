package org.macrostate.equations.model;

import java.util.EnumSet;
import java.util.Set;

/** Where in a model an expression stands, and which sorts of names it may use there. */
enum Use {
    CONSTANT("a number", EnumSet.noneOf(Sort.class)),
    EXTENT("a number of copies", EnumSet.of(Sort.SIZE)),
    CONSTANTS("an expression in parameters", EnumSet.of(Sort.SIZE, Sort.PARAMETER)),
    SAMPLE(
            "a sample",
            EnumSet.of(
                    Sort.SIZE,
                    Sort.PARAMETER,
                    Sort.SCALAR,
                    Sort.RANDOM,
                    Sort.VECTOR,
                    Sort.SAMPLE,
                    Sort.NOISE,
                    Sort.SPECTRUM)),
    LOSS(
            "the loss",
            EnumSet.of(
                    Sort.SIZE,
                    Sort.PARAMETER,
                    Sort.SCALAR,
                    Sort.RANDOM,
                    Sort.VECTOR,
                    Sort.SAMPLE,
                    Sort.FIELD,
                    Sort.ORDER,
                    Sort.SPECTRUM)),
    UPDATE("an update", LOSS.sorts),
    OBSERVABLE("an observable", with(LOSS.sorts, Sort.OBSERVABLE)),
    PHASE(
            "a phase",
            EnumSet.of(
                    Sort.SIZE, Sort.PARAMETER, Sort.SCALAR, Sort.VECTOR, Sort.ORDER, Sort.OBSERVABLE, Sort.SPECTRUM)),
    SPECTRUM("a spectrum", EnumSet.of(Sort.SIZE, Sort.PARAMETER, Sort.RANDOM)),
    FLOW("a flow", EnumSet.of(Sort.SIZE, Sort.PARAMETER, Sort.SCALAR, Sort.TIME)),
    SCHEDULE("a schedule", EnumSet.of(Sort.SIZE, Sort.PARAMETER, Sort.TIME));

    /** Sorts of names. */
    enum Sort {
        SIZE("size"),
        PARAMETER("parameter"),
        SCALAR("scalar"),
        RANDOM("random factor"),
        VECTOR("vector"),
        SAMPLE("sample"),
        FIELD("field"),
        ORDER("order parameter"),
        OBSERVABLE("observable"),
        /** An observable with a mean in it, which cannot be part of another expression. */
        MEAN("mean over samples"),
        NOISE("noise"),
        SPECTRUM("spectrum"),
        TIME("time");

        private final String text;

        Sort(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private final String text;
    private final Set<Sort> sorts;

    Use(String text, Set<Sort> sorts) {
        this.text = text;
        this.sorts = sorts;
    }

    private static Set<Sort> with(Set<Sort> sorts, Sort more) {
        Set<Sort> all = EnumSet.copyOf(sorts);
        all.add(more);
        return all;
    }

    /** What the expression is, in a message. */
    String text() {
        return text;
    }

    boolean allows(Sort sort) {
        return sorts.contains(sort);
    }

    /** True where vectors stand by themselves. */
    boolean isOfVectors() {
        return this == SAMPLE || this == UPDATE;
    }
}

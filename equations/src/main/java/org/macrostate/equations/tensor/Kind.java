package org.macrostate.equations.tensor;

/** What a {@link Symbol} stands for. */
public enum Kind {
    /** A number of copies. */
    SIZE,
    /** A constant that the user sets. */
    PARAMETER,
    /** A trained number of order one. */
    SCALAR,
    /** A named overlap that moves. */
    ORDER,
    /** A random factor, drawn afresh at every step. */
    RANDOM,
    /** A named Gaussian linear combination of fields. */
    COMBINATION,
    /** A named part of a system: a covariance, an averaged kernel. */
    PIECE,
    /** The number of a place itself, from 1. */
    PLACE,
    /** A constant table by index, such as the diagonal of a fixed overlap matrix. */
    TABLE,
    /** A field under its declared name; only in what is shown, never in what is computed. */
    FIELD,
    /** A sample, as a vector in R^N; only in update rules. */
    SAMPLE,
    /** A vector in R^N; only in update rules. */
    VECTOR,
    /** Time, t = steps / N. */
    TIME
}

package org.macrostate.equations.tensor;

/**
 * A running index.
 *
 * @param name letter it is written with
 * @param extent how far it runs, from 1: an expression in sizes (for example {@code M} or {@code Min[M, Ms]})
 */
public record Index(String name, Expression extent) implements IndexTerm {
    public Index renamed(String newName) {
        return new Index(newName, extent);
    }
}

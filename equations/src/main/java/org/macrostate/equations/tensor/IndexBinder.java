package org.macrostate.equations.tensor;

/** An expression in which an index runs: a sum over it, or the list of values it leads to. */
public sealed interface IndexBinder extends Expression permits IndexSum, IndexList {
    /** The index that runs. */
    Index index();

    /** What it runs in. */
    Expression body();

    /** The same over another index and body, in canonical form. */
    Expression over(Index index, Expression body);

    /** The same with an index and body as they are, for what is shown. */
    Expression shown(Index index, Expression body);
}

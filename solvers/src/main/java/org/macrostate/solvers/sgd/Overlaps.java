package org.macrostate.solvers.sgd;

/** The overlaps and trained scalars of one run. */
interface Overlaps {
    /** B·r·r overlaps, block by block and row by row; not to be modified. */
    double[] gram();

    double scalar(int i);
}

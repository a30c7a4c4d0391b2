package org.macrostate.solvers.control;

/** Which states mean something: scalars in their domains, overlaps that some vectors have. */
@FunctionalInterface
public interface Admissibility {
    /** Every state. */
    Admissibility ANY = state -> true;

    /** @param state n elements; neither kept nor changed */
    boolean holds(double[] state);
}

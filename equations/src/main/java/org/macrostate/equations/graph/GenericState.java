package org.macrostate.equations.graph;

import java.util.Random;
import org.macrostate.equations.derive.Coincidence;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.model.Domain;

/**
 * Random states that some vectors have: squared lengths from 0.6 to 1.6, overlaps so small that every Gram matrix is
 * diagonally dominant, scalars near their starts.
 */
public final class GenericState {
    private static final double SMALL = 0.3;

    private GenericState() {}

    /** A state vector of {@code bound.state().length()} elements. */
    public static double[] of(BoundSystem bound, Random random) {
        int copies = Math.max(
                4, bound.sizes().values().values().stream().mapToInt(n -> n).sum());
        return bound.state().elements().stream()
                .mapToDouble(e -> value(e, SMALL / copies, random))
                .toArray();
    }

    private static double value(StateLayout.Element element, double small, Random random) {
        StateVariable v = element.variable();
        if (!v.isOverlap()) {
            double centre = v.start().orElse(v.domain() == Domain.REAL ? 0.0 : 0.5);
            return centre + 0.2 * random.nextDouble();
        }
        boolean length = v.left().equals(v.right())
                && v.copies() != Coincidence.DIFFERENT
                && v.isOfEqualCopies(element.places());
        return length ? 0.6 + random.nextDouble() : small * (random.nextDouble() - 0.5);
    }
}

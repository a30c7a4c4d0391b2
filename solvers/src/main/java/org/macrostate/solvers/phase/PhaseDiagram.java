package org.macrostate.solvers.phase;

import java.util.List;
import org.macrostate.solvers.continuation.CodimensionTwo;

/**
 * Phases over a grid of two parameters. Point (i, j), the i-th value of x and j-th of y, stands at {@code j * x.count()
 * + i}. Arrays are not to be modified.
 *
 * @param categories names of phases in the order the model tries them, then those of {@link #COEXISTENCE},
 *     {@link #LIMIT_CYCLE}, {@link #DIVERGENT} and {@link #UNDECIDED} that occur
 * @param category of each point, a place in {@code categories}
 * @param stableCounts stable fixed points of each point, symmetric images and families counted once
 * @param observables of the first stable fixed point of each point, one array a point; NaN where there is none
 * @param boundaries curves, each point of them a root to 1e-10 of the parameter's range
 * @param points of codimension two on the boundaries
 * @param unresolved pairs of neighbours in different phases, both decided, between which no boundary was found
 * @param searched points at which all fixed points were sought; at the others the stable states of a neighbour were
 *     followed
 * @param notes bounds of the search that were reached
 */
public record PhaseDiagram(
        ParameterAxis x,
        ParameterAxis y,
        List<String> categories,
        int[] category,
        int[] stableCounts,
        double[][] observables,
        List<PhaseBoundary> boundaries,
        List<CodimensionTwo> points,
        int unresolved,
        int searched,
        List<String> notes) {
    /** Stable fixed points of different phases; in a model without phases several stable fixed points. */
    public static final String COEXISTENCE = "coexistence";
    /** No stable fixed point, and runs that leave the unstable ones end on a stable limit cycle. */
    public static final String LIMIT_CYCLE = "limit cycle";
    /** No stable fixed point, and runs from general states grow beyond a million. */
    public static final String DIVERGENT = "divergent";
    /** No stable fixed point was found and nothing else is known, or stability could not be told. */
    public static final String UNDECIDED = "undecided";

    public PhaseDiagram {
        categories = List.copyOf(categories);
        boundaries = List.copyOf(boundaries);
        points = List.copyOf(points);
        notes = List.copyOf(notes);
    }

    /** The name of the category of point (i, j). */
    public String categoryAt(int i, int j) {
        return categories.get(category[j * x.count() + i]);
    }
}

package org.macrostate.solvers.phase;

import java.util.List;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.Symmetries;

/** Searches at single points of a grid. Immutable, one for all threads. */
final class PointSearch {
    private static final int FEW_STARTS = 8;

    private final ParameterPlane plane;
    private final FixedPointSearch search;
    private final PhysicalRegion region;
    private final Symmetries symmetries;

    PointSearch(ParameterPlane plane, FixedPointSearch search) {
        this.plane = plane;
        this.search = search;
        double[] inside = plane.at(within(plane.x()), within(plane.y()));
        this.region = PhysicalRegion.of(search.system().bound(), inside);
        this.symmetries = search.symmetries(inside);
    }

    /** A value that no grid point and no special value is likely to have. */
    private static double within(ParameterAxis axis) {
        return axis.from() + 0.3819660112501051 * (axis.to() - axis.from());
    }

    ParameterPlane plane() {
        return plane;
    }

    FixedPointSearch search() {
        return search;
    }

    Symmetries symmetries() {
        return symmetries;
    }

    PhysicalRegion region() {
        return region;
    }

    /** From named and random starts. */
    GridPoint whole(int place) {
        return described(place, search.find(plane.at(place), symmetries));
    }

    /** From few random starts. */
    GridPoint quick(int place) {
        return described(place, search.withStarts(FEW_STARTS).find(plane.at(place), symmetries));
    }

    /** From candidates; if nothing stable comes of these, from few random starts too, and down the flow. */
    GridPoint refined(int place, List<double[]> candidates, boolean descend) {
        FixedPoints found = search.refine(plane.at(place), candidates, symmetries, region, descend);
        return found.stable().isEmpty() && !descend ? refined(place, candidates, true) : described(place, found);
    }

    /** Stable states that Newton's method reaches from candidates. */
    List<double[]> stableFrom(int place, List<double[]> candidates) {
        return search.refine(plane.at(place), candidates, symmetries, region, false).stable().stream()
                .map(FixedPoint::state)
                .toList();
    }

    private GridPoint described(int place, FixedPoints found) {
        return GridPoint.of(search, plane.at(place), found);
    }
}

package org.macrostate.solvers.fixedpoint;

import java.util.List;
import org.macrostate.solvers.kernel.StateUnits;

/**
 * What a search found at one set of parameters.
 *
 * @param points in the physical region, one of each set of symmetric images and of each continuous family; stable
 *     ones first, then marginal, then unstable, each by falling state
 * @param outside roots of the rates that no vectors or scalars can realise; not to be modified
 * @param starts how many starts were tried
 * @param converged how many of them led to a root
 * @param symmetries how many discrete symmetries the equations were found to have (generators)
 * @param totals what the flow conserves; fixed points are those with these values
 * @param completeness whether these are all
 * @param notes what stands for a continuous family, and of which points something is not known
 * @param bounds of the search that were reached, each a reason why points may be missing
 */
public record FixedPoints(
        List<FixedPoint> points,
        List<double[]> outside,
        Status status,
        int starts,
        int converged,
        int symmetries,
        ConservedTotals totals,
        Completeness completeness,
        List<String> notes,
        List<String> bounds) {

    /** How a search ended. */
    public enum Status {
        FOUND,
        /** More roots than are kept. */
        TOO_MANY,
        /** Roots exist, none in the physical region. */
        ONLY_OUTSIDE,
        /** No start converged. */
        NONE_CONVERGED
    }

    public FixedPoints {
        points = List.copyOf(points);
        outside = List.copyOf(outside);
        notes = List.copyOf(notes);
        bounds = List.copyOf(bounds);
    }

    /** What was found in other units, in the flow's own. */
    FixedPoints unscaled(StateUnits units, ConservedTotals own) {
        return new FixedPoints(
                points.stream().map(point -> point.unscaled(units)).toList(),
                outside.stream().map(units::unscaled).toList(),
                status,
                starts,
                converged,
                symmetries,
                own,
                completeness,
                notes,
                bounds);
    }

    /** Some of them, and a note if others are not. */
    FixedPoints only(List<FixedPoint> some) {
        if (some.size() == points.size()) {
            return this;
        }
        FixedPoints fewer = new FixedPoints(
                some,
                outside,
                some.isEmpty() ? Status.NONE_CONVERGED : status,
                starts,
                converged,
                symmetries,
                totals,
                completeness,
                notes,
                bounds);
        return fewer.bounded((points.size() - some.size()) + " of " + points.size()
                + " candidates are left out: in the flow's own units their rates are not small");
    }

    public List<FixedPoint> stable() {
        return points.stream().filter(FixedPoint::stable).toList();
    }

    /** The same with more to be said of them. */
    FixedPoints noted(List<String> further) {
        List<String> more = new java.util.ArrayList<>(notes);
        more.addAll(further);
        return new FixedPoints(
                points, outside, status, starts, converged, symmetries, totals, completeness, more, bounds);
    }

    /** The same after a search that reached one more bound. */
    FixedPoints bounded(String bound) {
        List<String> more = new java.util.ArrayList<>(bounds);
        more.add(bound);
        return new FixedPoints(
                points, outside, status, starts, converged, symmetries, totals, completeness, notes, more);
    }
}

package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;

/**
 * Curves of bifurcations in two parameters.
 *
 * @param p range of the varied parameter
 * @param q range of the parameter in which the points are followed
 * @param points of codimension two, each once
 * @param notes what was not followed, and why
 */
public record CurveDiagram(
        ParameterRange p,
        ParameterRange q,
        List<BifurcationCurve> curves,
        List<CodimensionTwo> points,
        List<String> notes) {
    public CurveDiagram {
        curves = List.copyOf(curves);
        points = List.copyOf(points);
        notes = List.copyOf(notes);
    }

    /** The same with something more to be said. */
    CurveDiagram noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new CurveDiagram(p, q, curves, points, more);
    }
}

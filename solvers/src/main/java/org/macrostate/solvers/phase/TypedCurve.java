package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.continuation.CodimensionTwo;

/**
 * Crossings in order along a curve as a boundary that reaches the points of codimension two at which it ends, and that has a
 * point of either type where its type changes.
 */
final class TypedCurve {
    private static final double NEAR = 2;
    private static final double SAME = 1e-9;

    private final List<EdgeCrossing> crossings;
    private final List<CodimensionTwo> points;
    private final ParameterPlane plane;

    private record Vertex(double x, double y, TransitionType type) {}

    /**
     * @param points that lie on the curve
     */
    TypedCurve(List<EdgeCrossing> crossings, List<CodimensionTwo> points, ParameterPlane plane) {
        this.crossings = crossings;
        this.points = points;
        this.plane = plane;
    }

    PhaseBoundary boundary(int number) {
        List<Vertex> vertices = new ArrayList<>();
        List<Vertex> known = known();
        int last = known.size() - 1;
        boolean closed = last > 0 && distance(known.get(0), known.get(last)) <= SAME;
        Vertex before = known.get(0);
        Optional<CodimensionTwo> first = closed ? Optional.empty() : end(before);
        first.ifPresent(point ->
                vertices.add(new Vertex(point.p(), point.q(), known.get(0).type())));
        for (Vertex vertex : known) {
            if (vertex.type() != before.type()) {
                double[] change = change(before, vertex);
                vertices.add(new Vertex(change[0], change[1], before.type()));
                vertices.add(new Vertex(change[0], change[1], vertex.type()));
            }
            vertices.add(vertex);
            before = vertex;
        }
        Vertex tail = before;
        if (!closed && last > 0) {
            end(tail)
                    .filter(point -> first.filter(point::equals).isEmpty())
                    .ifPresent(point -> vertices.add(new Vertex(point.p(), point.q(), tail.type())));
        }
        return new PhaseBoundary(
                number,
                crossings.get(0).kind(),
                crossings.get(0).phase(),
                vertices.stream().mapToDouble(Vertex::x).toArray(),
                vertices.stream().mapToDouble(Vertex::y).toArray(),
                vertices.stream().map(Vertex::type).toList());
    }

    /** Crossings with their types; one whose type is not known has its neighbour's, as at the change itself. */
    private List<Vertex> known() {
        List<Vertex> known = new ArrayList<>();
        TransitionType type = crossings.stream()
                .map(crossing -> crossing.at().type())
                .filter(t -> t != TransitionType.UNKNOWN)
                .findFirst()
                .orElse(TransitionType.UNKNOWN);
        for (EdgeCrossing crossing : crossings) {
            type = crossing.at().type() == TransitionType.UNKNOWN
                    ? type
                    : crossing.at().type();
            known.add(new Vertex(crossing.x(), crossing.y(), type));
        }
        return known;
    }

    /** The point that a curve ends at, if one is near its end. */
    private Optional<CodimensionTwo> end(Vertex end) {
        return points.stream()
                .filter(point -> point.kind() != CodimensionTwo.Kind.BAUTIN)
                .filter(point -> point.kind() != CodimensionTwo.Kind.TRICRITICAL
                        || crossings.get(0).kind() == PhaseBoundary.Kind.FOLD)
                .filter(point -> distance(end, point) <= NEAR)
                .filter(point -> distance(end, point) > SAME)
                .min(java.util.Comparator.comparingDouble(point -> distance(end, point)));
    }

    /** Where the type changes between two neighbours: the point of codimension two beside them, else half way. */
    private double[] change(Vertex one, Vertex other) {
        return points.stream()
                .filter(point ->
                        point.kind() == CodimensionTwo.Kind.BAUTIN || point.kind() == CodimensionTwo.Kind.TRICRITICAL)
                .filter(point -> distance(one, point) + distance(other, point) <= NEAR * distance(one, other))
                .findFirst()
                .map(point -> new double[] {point.p(), point.q()})
                .orElseGet(() -> new double[] {(one.x() + other.x()) / 2, (one.y() + other.y()) / 2});
    }

    private double distance(Vertex one, Vertex other) {
        return plane.distance(one.x(), one.y(), other.x(), other.y());
    }

    private double distance(Vertex vertex, CodimensionTwo point) {
        return plane.distance(vertex.x(), vertex.y(), point.p(), point.q());
    }
}

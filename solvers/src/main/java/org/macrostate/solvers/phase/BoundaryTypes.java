package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.continuation.Bifurcation;
import org.macrostate.solvers.continuation.CodimensionTwo;
import org.macrostate.solvers.continuation.CurvesThrough;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Boundaries with the types of their transitions, and the points of codimension two on them: a curve of bifurcations is followed
 * through each boundary; of the points on it those belong to the boundary at which nothing is unstable.
 */
final class BoundaryTypes {
    private static final double NEAR = 2;
    private static final double UNSTABLE = 1e-5;
    private static final double[] PLACES = {0.5, 0.25, 0.75, 0, 1};

    private final ParameterPlane plane;
    private final FixedPointSearch search;
    private final CurvesThrough through;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param points of codimension two on them
     * @param notes why points may be lacking
     */
    record Typed(List<PhaseBoundary> boundaries, List<CodimensionTwo> points, List<String> notes) {}

    BoundaryTypes(ParameterPlane plane, FixedPointSearch search, Map<String, Double> set) {
        this.plane = plane;
        this.search = search;
        this.through = new CurvesThrough(search.system(), set, range(plane.x()), range(plane.y()));
    }

    private static ParameterRange range(ParameterAxis axis) {
        return new ParameterRange(axis.parameter(), axis.from(), axis.to());
    }

    /** @param curves crossings in order along each */
    Typed of(List<List<EdgeCrossing>> curves) {
        curves.forEach(this::follow);
        List<CodimensionTwo> points = new ArrayList<>();
        for (CodimensionTwo point : through.points()) {
            List<Integer> near = new ArrayList<>();
            for (int c = 0; c < curves.size(); c++) {
                if (mayLieOn(point.kind(), curves.get(c).get(0).kind()) && distance(point, curves.get(c)) <= NEAR) {
                    near.add(c + 1);
                }
            }
            if (!near.isEmpty() && isMarginal(point)) {
                points.add(new CodimensionTwo(point.kind(), near, point.p(), point.q(), point.state()));
            }
        }
        List<PhaseBoundary> boundaries = new ArrayList<>();
        for (List<EdgeCrossing> curve : curves) {
            int number = boundaries.size() + 1;
            List<CodimensionTwo> its = points.stream()
                    .filter(point -> point.curves().contains(number))
                    .toList();
            boundaries.add(new TypedCurve(curve, its, plane).boundary(number));
        }
        return new Typed(boundaries, points, notes);
    }

    private void follow(List<EdgeCrossing> curve) {
        Optional<Bifurcation.Kind> kind = kind(curve.get(0).kind());
        if (kind.isEmpty()) {
            return;
        }
        boolean tried = false;
        for (double place : PLACES) {
            EdgeCrossing crossing = curve.get((int) Math.round(place * (curve.size() - 1)));
            CriticalState at = crossing.at();
            boolean simple = at.type() != TransitionType.UNKNOWN || kind.get() == Bifurcation.Kind.HOPF;
            if (at.state().length > 0 && simple) {
                tried = true;
                if (through.follow(kind.get(), at.state(), crossing.x(), crossing.y(), at.frequency())) {
                    return;
                }
            }
        }
        if (tried && curve.size() > 1) {
            notes.add("a boundary of " + curve.get(0).kind().text() + "s at "
                    + plane.x().parameter() + " = "
                    + (float) curve.get(0).x() + ", " + plane.y().parameter() + " = "
                    + (float) curve.get(0).y()
                    + " could not be followed by itself: points of codimension two on it are not marked");
        }
    }

    /** Empty where nothing bifurcates. */
    private static Optional<Bifurcation.Kind> kind(PhaseBoundary.Kind kind) {
        return switch (kind) {
            case BRANCH_POINT -> Optional.of(Bifurcation.Kind.BRANCH_POINT);
            case FOLD -> Optional.of(Bifurcation.Kind.FOLD);
            case HOPF -> Optional.of(Bifurcation.Kind.HOPF);
            case DIVERGENCE, CROSSOVER, PHYSICAL_LIMIT -> Optional.empty();
        };
    }

    private static boolean mayLieOn(CodimensionTwo.Kind point, PhaseBoundary.Kind curve) {
        return switch (point) {
            case CUSP -> curve == PhaseBoundary.Kind.FOLD;
            case TRICRITICAL -> curve == PhaseBoundary.Kind.FOLD || curve == PhaseBoundary.Kind.BRANCH_POINT;
            case BAUTIN, DOUBLE_HOPF -> curve == PhaseBoundary.Kind.HOPF;
            case BOGDANOV_TAKENS, ZERO_HOPF -> kind(curve).isPresent();
            case DOUBLE_ZERO -> curve == PhaseBoundary.Kind.FOLD || curve == PhaseBoundary.Kind.BRANCH_POINT;
        };
    }

    /** To the nearest crossing, in spacings of these. */
    private double distance(CodimensionTwo point, List<EdgeCrossing> curve) {
        return curve.stream()
                .mapToDouble(c -> plane.distance(c.x(), c.y(), point.p(), point.q()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether no eigenvalue has a positive real part. */
    private boolean isMarginal(CodimensionTwo point) {
        double[] parameters = plane.at(point.p(), point.q());
        SystemAt at = new SystemAt(search.system(), parameters, search.totals(parameters));
        double[] jacobian = at.jacobian(point.state());
        double zero = UNSTABLE * Vector.maxNorm(jacobian);
        return Spectrum.of(jacobian, point.state().length).stream()
                .mapToDouble(Complex::getRealPart)
                .allMatch(growth -> growth <= zero);
    }
}

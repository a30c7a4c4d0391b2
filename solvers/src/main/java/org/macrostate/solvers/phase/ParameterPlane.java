package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.model.Domain;

/** The parameter vector at each point of a grid. */
final class ParameterPlane {
    /** Of a range that crossings of boundaries are apart at most where the grid is fine. */
    private static final double FINEST = 1.0 / 64;

    private final ParameterAxis x;
    private final ParameterAxis y;
    private final double[] base;
    private final List<Integer> xPlaces;
    private final List<Integer> yPlaces;

    /**
     * An axis may end on the edge of an open domain (0 of a positive parameter), as a limit.
     *
     * @throws BadInput if a parameter is unknown, is on both axes, or leaves its domain
     */
    ParameterPlane(ParameterLayout layout, Map<String, Double> set, ParameterAxis x, ParameterAxis y) {
        this.x = x;
        this.y = y;
        this.base = layout.with(set);
        this.xPlaces = places(layout, x);
        this.yPlaces = places(layout, y);
        if (xPlaces.stream().anyMatch(yPlaces::contains)) {
            throw new BadInput("the two axes must be different parameters, both were " + x.parameter());
        }
    }

    private static List<Integer> places(ParameterLayout layout, ParameterAxis axis) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < layout.length(); i++) {
            String label = layout.labels().get(i);
            if (label.equals(axis.parameter()) || label.startsWith(axis.parameter() + "[")) {
                places.add(i);
                check(axis, layout.domain(i), axis.from());
                check(axis, layout.domain(i), axis.to());
            }
        }
        if (places.isEmpty()) {
            throw BadInput.unknownName("parameter", axis.parameter(), layout.labels());
        }
        return places;
    }

    private static void check(ParameterAxis axis, Domain domain, double value) {
        boolean edge = value == 0 && (domain == Domain.POSITIVE || domain == Domain.UNIT)
                || value == 1 && domain == Domain.UNIT;
        if (!edge && !domain.contains(value)) {
            throw new BadInput("parameter " + axis.parameter() + " must be " + domain.words() + ", its range is "
                    + axis.from() + " to " + axis.to());
        }
    }

    ParameterAxis x() {
        return x;
    }

    ParameterAxis y() {
        return y;
    }

    int count() {
        return x.count() * y.count();
    }

    /** How far apart two points are, in spacings of the crossings of boundaries. */
    double distance(double x1, double y1, double x2, double y2) {
        return Math.hypot((x.part(x1) - x.part(x2)) / spacing(x), (y.part(y1) - y.part(y2)) / spacing(y));
    }

    private static double spacing(ParameterAxis axis) {
        return Math.max(FINEST, 1.0 / (axis.count() - 1));
    }

    /** The parameters of grid point {@code j * x.count() + i}, a new array. */
    double[] at(int point) {
        return at(x.value(point % x.count()), y.value(point / x.count()));
    }

    double[] at(double xValue, double yValue) {
        double[] parameters = base.clone();
        xPlaces.forEach(place -> parameters[place] = xValue);
        yPlaces.forEach(place -> parameters[place] = yValue);
        return parameters;
    }
}

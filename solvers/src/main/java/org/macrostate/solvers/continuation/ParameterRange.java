package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.model.Domain;

/**
 * The values that a parameter runs through.
 *
 * @param parameter its name; without an index it moves all copies together
 * @param from where it begins
 * @param to where it ends, above {@code from}
 */
public record ParameterRange(String parameter, double from, double to) {
    /** @throws BadInput if the range is empty or not finite */
    public ParameterRange {
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw new BadInput("range of " + parameter + " must rise, was " + from + " to " + to);
        }
    }

    /**
     * Where the parameter stands in the parameter vector: all copies of it. The range may end on the edge of an open
     * domain (0 of a positive parameter), as a limit.
     *
     * @throws BadInput if it is unknown or leaves its domain
     */
    public List<Integer> positions(ParameterLayout layout) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < layout.length(); i++) {
            String label = layout.labels().get(i);
            if (label.equals(parameter) || label.startsWith(parameter + "[")) {
                found.add(i);
                check(layout.domain(i), from);
                check(layout.domain(i), to);
            }
        }
        if (found.isEmpty()) {
            throw BadInput.unknownName("parameter", parameter, layout.labels());
        }
        return List.copyOf(found);
    }

    private void check(Domain domain, double value) {
        boolean edge = value == 0 && (domain == Domain.POSITIVE || domain == Domain.UNIT)
                || value == 1 && domain == Domain.UNIT;
        if (!edge && !domain.contains(value)) {
            throw new BadInput(
                    "parameter " + parameter + " must be " + domain.words() + ", its range is " + from + " to " + to);
        }
    }

    /** By how much the parameter rises. */
    double length() {
        return to - from;
    }

    /** The value a part of the way along, 0 to 1; both ends are exact. */
    public double value(double part) {
        return part == 1 ? to : from + part * (to - from);
    }
}

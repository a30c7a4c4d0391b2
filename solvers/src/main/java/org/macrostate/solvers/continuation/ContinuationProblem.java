package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.model.Domain;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;

/**
 * What is to be followed: fixed points f(x, p) = 0 of a system while a parameter p runs through a range. Immutable, one
 * for all threads.
 */
public final class ContinuationProblem {
    private final CompiledSystem system;
    private final ParameterRange range;
    private final double[] base;
    private final List<Integer> positions;

    /**
     * A range may end on the edge of an open domain (0 of a positive parameter), as a limit.
     *
     * @param set values of the other parameters by name; those not named have their defaults
     * @throws BadInput if a parameter is unknown or leaves its domain
     */
    public ContinuationProblem(CompiledSystem system, Map<String, Double> set, ParameterRange range) {
        ParameterLayout layout = system.bound().parameters();
        this.system = system;
        this.range = range;
        this.base = layout.with(set);
        this.positions = positions(layout, range);
    }

    private static List<Integer> positions(ParameterLayout layout, ParameterRange range) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < layout.length(); i++) {
            String label = layout.labels().get(i);
            if (label.equals(range.parameter()) || label.startsWith(range.parameter() + "[")) {
                found.add(i);
                check(layout.domain(i), range, range.from());
                check(layout.domain(i), range, range.to());
            }
        }
        if (found.isEmpty()) {
            throw BadInput.unknownName("parameter", range.parameter(), layout.labels());
        }
        return List.copyOf(found);
    }

    private static void check(Domain domain, ParameterRange range, double value) {
        boolean edge = value == 0 && (domain == Domain.POSITIVE || domain == Domain.UNIT)
                || value == 1 && domain == Domain.UNIT;
        if (!edge && !domain.contains(value)) {
            throw new BadInput("parameter " + range.parameter() + " must be " + domain.text() + ", its range is "
                    + range.from() + " to " + range.to());
        }
    }

    public CompiledSystem system() {
        return system;
    }

    public ParameterRange range() {
        return range;
    }

    /** The parameter vector a part of the way along the range, 0 to 1; a new array. */
    public double[] parameters(double part) {
        double[] parameters = base.clone();
        positions.forEach(position -> parameters[position] = range.value(part));
        return parameters;
    }

    /** n outputs: ∂f/∂p. */
    Kernel parameterDerivative() {
        return system.parameterDerivative(positions);
    }

    PhysicalRegion region() {
        return PhysicalRegion.of(system.bound(), base);
    }
}

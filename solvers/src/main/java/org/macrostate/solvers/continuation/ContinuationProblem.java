package org.macrostate.solvers.continuation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.solvers.fixedpoint.ConservedTotals;
import org.macrostate.solvers.fixedpoint.FixedSpace;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.SmoothRates;
import org.macrostate.solvers.fixedpoint.SystemAt;
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
    private final ConservedTotals totals;
    private final Map<FixedSpace, Optional<FixedSpace.Kernels>> kernels = new ConcurrentHashMap<>();

    /**
     * Of a system at given parameters.
     *
     * @param set values of the other parameters by name; those not named have their defaults
     * @throws org.macrostate.equations.BadInput if a parameter is unknown or leaves its domain
     */
    public ContinuationProblem(CompiledSystem system, Map<String, Double> set, ParameterRange range) {
        ParameterLayout layout = system.bound().parameters();
        this.system = system;
        this.range = range;
        this.base = layout.with(set);
        this.positions = range.positions(layout);
        this.totals = ConservedTotals.NONE;
    }

    private ContinuationProblem(ContinuationProblem other, ConservedTotals totals) {
        this.system = other.system;
        this.range = other.range;
        this.base = other.base;
        this.positions = other.positions;
        this.totals = totals;
    }

    /** With fixed points of given conserved totals. */
    ContinuationProblem withTotals(ConservedTotals given) {
        return new ContinuationProblem(this, given);
    }

    /** Whether rates have derivatives wherever they are finite. */
    boolean isSmooth() {
        return SmoothRates.are(system.bound().rightHandSide());
    }

    /** The system somewhere on the range; a new one, with scratch memory of its own. */
    SystemAt systemAt(double part) {
        return new SystemAt(system, parameters(part), totals);
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

    /** Kernels for the states that symmetries keep; empty where there are none. */
    Optional<FixedSpace.Kernels> kernels(FixedSpace space) {
        return totals.isEmpty()
                ? kernels.computeIfAbsent(space, inside -> inside.kernels(system, positions))
                : Optional.empty();
    }

    PhysicalRegion region() {
        return PhysicalRegion.of(system.bound(), base);
    }
}

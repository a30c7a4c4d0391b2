package org.macrostate.solvers.cycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;

/** A flow dx/dt = f(x, p) while p runs through a range. Has scratch memory: one a thread. */
final class CycleProblem {
    private final CompiledSystem system;
    private final Optional<ParameterRange> varied;
    private final double[] base;
    private final List<Integer> positions;
    private final SystemAt at;
    private final Kernel slope;
    private final double[] slopeWork;
    private final PhysicalRegion region;

    /** @param set values of other parameters by name; those not named have their defaults */
    CycleProblem(CompiledSystem system, Map<String, Double> set, ParameterRange range) {
        this(
                system,
                system.bound().parameters().with(set),
                Optional.of(range),
                range.positions(system.bound().parameters()));
    }

    /** At parameters that stay: the part of the range has no meaning. */
    CycleProblem(CompiledSystem system, double[] parameters) {
        this(system, parameters, Optional.empty(), List.of());
    }

    private CycleProblem(
            CompiledSystem system, double[] base, Optional<ParameterRange> varied, List<Integer> positions) {
        this.system = system;
        this.varied = varied;
        this.base = base;
        this.positions = positions;
        this.at = new SystemAt(system, base);
        this.slope = system.parameterDerivative(positions);
        this.slopeWork = new double[slope.workLength()];
        this.region = PhysicalRegion.of(system.bound(), base);
    }

    /** n. */
    int length() {
        return system.length();
    }

    double parameter(double part) {
        return varied.map(range -> range.value(part)).orElse(part);
    }

    /** The part of the range at which the parameter has a value. */
    double part(double parameter) {
        return varied.map(range -> (parameter - range.from()) / (range.to() - range.from()))
                .orElse(parameter);
    }

    private double[] parameters(double part) {
        double[] parameters = base.clone();
        positions.forEach(position -> parameters[position] = parameter(part));
        return parameters;
    }

    /** Sets the parameter for what follows. */
    void moveTo(double part) {
        at.setParameters(parameters(part));
    }

    double[] rates(double[] state) {
        double[] rates = new double[length()];
        at.rates(state, rates);
        return rates;
    }

    /** At the parameter set last. */
    double[] observables(double[] state) {
        return at.observables(state);
    }

    double[] jacobian(double[] state) {
        return at.jacobian(state);
    }

    /** Derivatives of the rates by the part of the range, n. */
    double[] slope(double[] state, double part) {
        double[] derivative = new double[length()];
        if (varied.isEmpty()) {
            return derivative;
        }
        slope.eval(0, state, parameters(part), derivative, slopeWork);
        double length = parameter(1) - parameter(0);
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] *= length;
        }
        return derivative;
    }

    boolean isPhysical(double[] state, double part) {
        return region.at(parameters(part)).contains(state);
    }
}

package org.macrostate.solvers.cycle;

import java.util.List;
import java.util.Map;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;

/** A flow dx/dt = f(x, p) while p runs through a range. Has scratch memory: one a thread. */
final class CycleProblem {
    private final CompiledSystem system;
    private final ParameterRange range;
    private final double[] base;
    private final List<Integer> positions;
    private final SystemAt at;
    private final Kernel slope;
    private final double[] slopeWork;
    private final PhysicalRegion region;

    /** @param set values of other parameters by name; those not named have their defaults */
    CycleProblem(CompiledSystem system, Map<String, Double> set, ParameterRange range) {
        ParameterLayout layout = system.bound().parameters();
        this.system = system;
        this.range = range;
        this.base = layout.with(set);
        this.positions = range.positions(layout);
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
        return range.value(part);
    }

    /** The part of the range at which the parameter has a value. */
    double part(double parameter) {
        return (parameter - range.from()) / (range.to() - range.from());
    }

    private double[] parameters(double part) {
        double[] parameters = base.clone();
        positions.forEach(position -> parameters[position] = range.value(part));
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

    double[] jacobian(double[] state) {
        return at.jacobian(state);
    }

    /** Derivatives of the rates by the part of the range, n. */
    double[] slope(double[] state, double part) {
        double[] derivative = new double[length()];
        slope.eval(0, state, parameters(part), derivative, slopeWork);
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] *= range.to() - range.from();
        }
        return derivative;
    }

    boolean isPhysical(double[] state, double part) {
        return region.at(parameters(part)).contains(state);
    }
}

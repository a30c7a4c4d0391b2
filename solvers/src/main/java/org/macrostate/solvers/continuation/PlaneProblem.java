package org.macrostate.solvers.continuation;

import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;

/**
 * Fixed points f(x, p, q) = 0 of a system while two parameters run through ranges. Points are (x / scale, s, r), n + 2
 * numbers, with s and r from 0 to 1 along the ranges of p and q. Mutable scratch: one a thread.
 */
final class PlaneProblem {
    private final ParameterRange p;
    private final ParameterRange q;
    private final double[] base;
    private final List<Integer> pPlaces;
    private final List<Integer> qPlaces;
    private final SystemAt system;
    private final PhysicalRegion region;
    private final Kernel slopeP;
    private final Kernel slopeQ;
    private final double[] work;
    private final double scale;
    private final int n;

    /** @throws BadInput if a parameter is unknown, leaves its domain, or is both */
    PlaneProblem(CompiledSystem compiled, Map<String, Double> set, ParameterRange p, ParameterRange q, double scale) {
        ParameterLayout layout = compiled.bound().parameters();
        this.p = p;
        this.q = q;
        this.base = layout.with(set);
        this.pPlaces = p.positions(layout);
        this.qPlaces = q.positions(layout);
        if (pPlaces.stream().anyMatch(qPlaces::contains)) {
            throw new BadInput(
                    "the parameter to follow in must be another than the one that varies, both were " + q.parameter());
        }
        this.system = new SystemAt(compiled, base, FixedPointSearch.of(compiled).totals(base));
        this.region = PhysicalRegion.of(compiled.bound(), base);
        this.slopeP = compiled.parameterDerivative(pPlaces);
        this.slopeQ = compiled.parameterDerivative(qPlaces);
        this.work = new double[Math.max(slopeP.workLength(), slopeQ.workLength())];
        this.scale = scale;
        this.n = system.length();
    }

    /** n. */
    int length() {
        return n;
    }

    /** The unit of all elements of a state. */
    double scale() {
        return scale;
    }

    double[] point(double[] state, double pValue, double qValue) {
        double[] point = new double[n + 2];
        for (int i = 0; i < n; i++) {
            point[i] = state[i] / scale;
        }
        point[n] = (pValue - p.from()) / (p.to() - p.from());
        point[n + 1] = (qValue - q.from()) / (q.to() - q.from());
        return point;
    }

    double pValue(double[] point) {
        return p.value(point[n]);
    }

    double qValue(double[] point) {
        return q.value(point[n + 1]);
    }

    double[] state(double[] point) {
        double[] state = new double[n];
        for (int i = 0; i < n; i++) {
            state[i] = point[i] * scale;
        }
        return state;
    }

    double[] parameters(double[] point) {
        double[] parameters = base.clone();
        pPlaces.forEach(place -> parameters[place] = pValue(point));
        qPlaces.forEach(place -> parameters[place] = qValue(point));
        return parameters;
    }

    boolean isPhysical(double[] point) {
        return region.at(parameters(point)).contains(state(point));
    }

    double[] rates(double[] point) {
        double[] f = new double[n];
        system.setParameters(parameters(point));
        system.rates(state(point), f);
        return f;
    }

    /** ∂f/∂x, n·n, of the unscaled state. */
    double[] jacobian(double[] point) {
        double[] jacobian = new double[n * n];
        system.setParameters(parameters(point));
        system.jacobian(state(point), jacobian);
        return jacobian;
    }

    /** ∂f/∂s, n. */
    double[] slopeS(double[] point) {
        return slope(slopeP, point, p.to() - p.from());
    }

    /** ∂f/∂r, n. */
    double[] slopeR(double[] point) {
        return slope(slopeQ, point, q.to() - q.from());
    }

    private double[] slope(Kernel kernel, double[] point, double length) {
        double[] derivative = new double[n];
        kernel.eval(0, state(point), parameters(point), derivative, work);
        for (int i = 0; i < n; i++) {
            derivative[i] *= length;
        }
        return derivative;
    }
}

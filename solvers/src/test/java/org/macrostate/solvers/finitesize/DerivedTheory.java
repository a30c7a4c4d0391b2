package org.macrostate.solvers.finitesize;

import java.util.List;
import java.util.Map;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.kernel.CompiledSystem;

/** The derived equations of a problem at given parameters. */
final class DerivedTheory {
    private final CompiledSystem system;
    private final double[] parameters;

    DerivedTheory(LearningProblem problem, Sizes sizes, Map<String, Double> values) {
        this.system = CompiledSystem.of(BoundSystem.of(Derivation.of(problem), sizes));
        this.parameters = system.bound().parameters().with(values);
    }

    List<String> labels() {
        return system.bound().state().labels();
    }

    double[] rates(double[] state) {
        double[] out = new double[state.length];
        system.rightHandSide()
                .eval(
                        0,
                        state,
                        parameters,
                        out,
                        new double[system.rightHandSide().workLength()]);
        return out;
    }

    double[] jacobian(double[] state) {
        double[] out = new double[state.length * state.length];
        system.jacobian()
                .eval(0, state, parameters, out, new double[system.jacobian().workLength()]);
        return out;
    }

    double[] at(double t, double[] start) {
        if (t == 0) {
            return start.clone();
        }
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return start.length;
            }

            @Override
            public double[] computeDerivatives(double time, double[] state) {
                return rates(state);
            }
        };
        return new DormandPrince853Integrator(1e-9, 10, 1e-12, 1e-10)
                .integrate(equation, new ODEState(0, start), t)
                .getPrimaryState();
    }
}

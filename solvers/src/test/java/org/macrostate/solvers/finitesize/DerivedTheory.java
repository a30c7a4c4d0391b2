package org.macrostate.solvers.finitesize;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.sgd.Simulation;

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

    /** Standard deviations of √N (simulation - theory), {@code [time][quantity]}, by a sampled diffusion. */
    double[][] deviations(Simulation simulation, double[] start, List<Double> times) {
        double[] knots = SampledDiffusion.times(times.get(times.size() - 1));
        double[][] along = Arrays.stream(knots).mapToObj(t -> at(t, start)).toArray(double[][]::new);
        SampledDiffusion sampled =
                SampledDiffusion.along(simulation, simulation.columns(labels()), knots, along, 1000, 9);
        FluctuationEquation equation = new FluctuationEquation(system.rightHandSide(), system.jacobian(), sampled);
        double[] rows = times.stream().mapToDouble(Double::doubleValue).toArray();
        double[] both = equation.start(start, new double[start.length * start.length]);
        double[][] states = Integration.with(Tolerances.DEFAULT)
                .integrate(TrajectoryProblem.fromZero(equation, parameters, both, rows))
                .states();
        double[][] deviations = new double[rows.length][start.length];
        for (int i = 0; i < rows.length; i++) {
            double[] sigma = equation.covariance(states[i]);
            for (int k = 0; k < start.length; k++) {
                deviations[i][k] = Math.sqrt(Math.max(0, sigma[k * start.length + k]));
            }
        }
        return deviations;
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

package org.macrostate.tests.literature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Spectrum;

/** A bundled model's equations with parameters and sizes set, asked by names. */
final class Macroscopic {
    private final CompiledSystem system;
    private final double[] parameters;

    private Macroscopic(CompiledSystem system, double[] parameters) {
        this.system = system;
        this.parameters = parameters;
    }

    static Macroscopic of(String model, Limit limit, Map<String, Integer> sizes, Map<String, Double> set) {
        LearningProblem problem = BundledModels.problem(model);
        BoundSystem bound = BoundSystem.of(Derivation.of(problem, limit), Sizes.of(problem, sizes));
        return new Macroscopic(CompiledSystem.of(bound), bound.parameters().with(set));
    }

    static Macroscopic of(String model, Map<String, Double> set) {
        return of(model, Limit.FINITE_RATE, Map.of(), set);
    }

    static Macroscopic atSmallRates(String model, Map<String, Double> set) {
        return of(model, Limit.SMALL_RATE, Map.of(), set);
    }

    private List<String> labels() {
        return system.bound().state().labels();
    }

    /** The state with these values, by labels. */
    double[] state(Map<String, Double> values) {
        return labels().stream()
                .mapToDouble(label -> {
                    assertTrue(values.containsKey(label), () -> "no value for " + label);
                    return values.getOrDefault(label, Double.NaN);
                })
                .toArray();
    }

    /** Time derivatives by labels. */
    Map<String, Double> rates(Map<String, Double> at) {
        double[] rates = system.rightHandSide().eval(0, state(at), parameters);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < rates.length; i++) {
            named.put(labels().get(i), rates[i]);
        }
        return named;
    }

    /** Eigenvalues of the Jacobian at a state. */
    List<Complex> eigenvalues(Map<String, Double> at) {
        double[] state = state(at);
        return Spectrum.of(system.jacobian().eval(0, state, parameters), state.length);
    }

    /** The largest real part of these. */
    double growth(Map<String, Double> at) {
        return eigenvalues(at).stream().mapToDouble(Complex::getReal).max().orElseThrow();
    }

    /** State and observables at one time. */
    Map<String, Double> after(double t, Map<String, Double> start) {
        return course(start, t).get(0);
    }

    /** State and observables at these times. */
    List<Map<String, Double>> course(Map<String, Double> start, double... times) {
        double[] from = new double[times.length + 1];
        System.arraycopy(times, 0, from, 1, times.length);
        Trajectory trajectory = Integration.with(new Tolerances(1e-10, 1e-12))
                .integrate(TrajectoryProblem.fromZero(system, parameters, state(start), from));
        assertTrue(trajectory.completed(), trajectory::message);
        double[][] observables = trajectory.evaluate(system.observables(), parameters);
        return Arrays.stream(times)
                .mapToObj(t -> row(trajectory, observables, t))
                .toList();
    }

    private Map<String, Double> row(Trajectory trajectory, double[][] observables, double t) {
        int i = Arrays.binarySearch(trajectory.times(), t);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int j = 0; j < labels().size(); j++) {
            named.put(labels().get(j), trajectory.states()[i][j]);
        }
        var names = system.bound().system().observables();
        for (int j = 0; j < names.size(); j++) {
            named.put(names.get(j).name(), observables[i][j]);
        }
        return named;
    }
}

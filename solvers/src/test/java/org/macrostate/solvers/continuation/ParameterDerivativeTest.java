package org.macrostate.solvers.continuation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.problems.LinearVae;

class ParameterDerivativeTest {
    @ParameterizedTest
    @ValueSource(strings = {"rho", "eta", "beta", "lambda", "tau", "tauD"})
    void the_compiled_parameter_derivative_equals_central_differences(String parameter) {
        CompiledSystem system = LinearVae.of(2, 2);
        double[] parameters = system.bound().parameters().with(Map.of("lambda", 0.3));
        int position = system.bound().parameters().position(parameter);
        double[] state = new double[system.length()];
        java.util.Arrays.setAll(state, i -> 0.5 + 0.1 * Math.sin(i));
        Kernel derivative = system.parameterDerivative(List.of(position));
        double[] exact = new double[system.length()];
        derivative.eval(0, state, parameters, exact, new double[derivative.workLength()]);
        double step = 1e-5;
        double[] later = rates(system, parameters, position, step, state);
        double[] earlier = rates(system, parameters, position, -step, state);
        for (int i = 0; i < exact.length; i++) {
            assertEquals((later[i] - earlier[i]) / (2 * step), exact[i], 1e-8 * (1 + Math.abs(exact[i])));
        }
    }

    private static double[] rates(CompiledSystem system, double[] parameters, int position, double step, double[] x) {
        double[] moved = parameters.clone();
        moved[position] += step;
        double[] rates = new double[x.length];
        new SystemAt(system, moved).rates(x, rates);
        return rates;
    }
}

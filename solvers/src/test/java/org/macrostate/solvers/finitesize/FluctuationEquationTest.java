package org.macrostate.solvers.finitesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.Kernel;

class FluctuationEquationTest {
    private interface Values {
        double[] at(double t, double[] state);
    }

    private record Given(int outputLength, Values values) implements Kernel {
        @Override
        public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
            System.arraycopy(values.at(t, state), 0, out, 0, outputLength);
        }

        @Override
        public int workLength() {
            return 0;
        }

        @Override
        public int stateLength() {
            return 0;
        }

        @Override
        public int parameterLength() {
            return 0;
        }
    }

    private static Kernel given(int length, Values values) {
        return new Given(length, values);
    }

    private static double[][] solve(FluctuationEquation equation, double[] start, double[] initial, double... times) {
        double[] both = equation.start(start, initial);
        return Integration.with(Tolerances.DEFAULT)
                .integrate(TrajectoryProblem.fromZero(equation, new double[0], both, times))
                .states();
    }

    @Test
    void an_ornstein_uhlenbeck_process_spreads_as_its_closed_form() {
        // dx = -a x dt + sqrt(b) dW: variance s e^(-2at) + b (1 - e^(-2at)) / (2a).
        double a = 1.7;
        double b = 0.9;
        double s = 0.4;
        FluctuationEquation equation = new FluctuationEquation(
                given(1, (t, x) -> new double[] {-a * x[0]}), given(1, (t, x) -> new double[] {-a}), given(1, (t, x) ->
                        new double[] {b}));
        double[] times = {0, 0.3, 2};
        double[][] states = solve(equation, new double[] {3}, new double[] {s}, times);
        for (int k = 0; k < times.length; k++) {
            double decay = Math.exp(-2 * a * times[k]);
            assertEquals(3 * Math.exp(-a * times[k]), states[k][0], 1e-7);
            assertEquals(s * decay + b * (1 - decay) / (2 * a), equation.covariance(states[k])[0], 1e-7);
        }
    }

    @Test
    void multiplicative_noise_grows_as_the_state_does() {
        // dx = -a x dt + c x dW to first order in c: x = e^(-at), variance c^2 t e^(-2at).
        double a = 0.6;
        double c = 1.3;
        FluctuationEquation equation = new FluctuationEquation(
                given(1, (t, x) -> new double[] {-a * x[0]}), given(1, (t, x) -> new double[] {-a}), given(1, (t, x) ->
                        new double[] {c * c * x[0] * x[0]}));
        double[][] states = solve(equation, new double[] {1}, new double[] {0}, 2.5);
        assertEquals(c * c * 2.5 * Math.exp(-2 * a * 2.5), equation.covariance(states[0])[0], 1e-7);
    }

    @Test
    void noise_of_one_variable_reaches_those_that_follow_it() {
        // dx = dW, dy = x dt: Var x = t, Cov = t^2 / 2, Var y = t^3 / 3.
        FluctuationEquation equation = new FluctuationEquation(
                given(2, (t, x) -> new double[] {0, x[0]}),
                given(4, (t, x) -> new double[] {0, 0, 1, 0}),
                given(4, (t, x) -> new double[] {1, 0, 0, 0}));
        double[] covariance = equation.covariance(solve(equation, new double[2], new double[4], 3)[0]);
        assertEquals(3, covariance[0], 1e-9);
        assertEquals(4.5, covariance[1], 1e-9);
        assertEquals(4.5, covariance[2], 1e-9);
        assertEquals(9, covariance[3], 1e-9);
    }

    @Test
    void an_observable_spreads_by_its_gradient_and_at_a_kink_as_a_folded_normal_variable() {
        // |m| of a centred normal m has variance 1 - 2/pi (F. C. Leone et al., Technometrics 3, 543, 1961), 2 m + Q is
        // normal.
        Kernel observables = given(2, (t, x) -> new double[] {Math.abs(x[0]), 2 * x[0] + x[1]});
        Kernel gradient = given(4, (t, x) -> new double[] {Math.signum(x[0]), 0, 2, 1});
        ObservableSpread spread = new ObservableSpread(observables, gradient, List.of(true, false));
        double[] covariance = {4, 1, 1, 9};
        double[] at = spread.at(0, new double[] {0, 1}, covariance, 100, new double[0]);
        assertEquals(0.2 * Math.sqrt(1 - 2 / Math.PI), at[0], 0.003);
        assertEquals(Math.sqrt((4 * 4 + 4 * 1 + 9) / 100.0), at[1], 1e-12);
        double[] far = spread.at(0, new double[] {5, 1}, covariance, 100, new double[0]);
        assertEquals(0.2, far[0], 0.006);
    }

    @Test
    void kernels_of_different_sizes_are_refused() {
        Kernel one = given(1, (t, x) -> new double[1]);
        Kernel four = given(4, (t, x) -> new double[4]);
        assertEquals(
                "n = 1 needs n·n entries, found 4 of the Jacobian and 1 of the diffusion",
                assertThrows(IllegalArgumentException.class, () -> new FluctuationEquation(one, four, one))
                        .getMessage());
    }
}

package org.macrostate.solvers.finitesize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FluctuationsTest {
    @Test
    void an_ornstein_uhlenbeck_process_spreads_as_its_closed_form() {
        // dx = -a x dt + sqrt(b) dW: variance s e^(-2at) + b (1 - e^(-2at)) / (2a).
        double a = 1.7;
        double b = 0.9;
        double s = 0.4;
        List<Fluctuations.Knot> knots =
                List.of(0.0, 0.3, 2.0).stream().map(t -> knot(t, -a, b)).toList();
        List<double[]> covariances = new Fluctuations(1).covariances(knots, new double[] {s});
        for (int k = 0; k < 3; k++) {
            double decay = Math.exp(-2 * a * knots.get(k).t());
            assertEquals(s * decay + b * (1 - decay) / (2 * a), covariances.get(k)[0], 1e-5);
        }
    }

    private static Fluctuations.Knot knot(double t, double jacobian, double diffusion) {
        return new Fluctuations.Knot(t, new double[] {jacobian}, new double[] {diffusion});
    }

    @Test
    void noise_of_one_variable_reaches_those_that_follow_it() {
        // dx = dW, dy = x dt: Var x = t, Cov = t^2 / 2, Var y = t^3 / 3.
        double[] jacobian = {0, 0, 1, 0};
        double[] diffusion = {1, 0, 0, 0};
        List<Fluctuations.Knot> knots =
                List.of(new Fluctuations.Knot(0, jacobian, diffusion), new Fluctuations.Knot(3, jacobian, diffusion));
        Fluctuations fluctuations = new Fluctuations(2);
        double[] covariance = fluctuations.covariances(knots, new double[4]).get(1);
        assertEquals(3, covariance[0], 1e-12);
        assertEquals(4.5, covariance[1], 1e-12);
        assertEquals(4.5, covariance[2], 1e-12);
        assertEquals(9, covariance[3], 1e-12);
        assertEquals(3, fluctuations.deviations(covariance)[1], 1e-12);
    }
}

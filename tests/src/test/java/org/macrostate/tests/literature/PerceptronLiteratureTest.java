package org.macrostate.tests.literature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Learning curves of perceptrons: the generalization error is the angle between student and teacher over π, and falls like
 * a power of the number of examples per weight α = t (M. Biehl and P. Riegler, Europhys. Lett. 28, 525, 1994; A. Engel and
 * C. Van den Broeck, Statistical Mechanics of Learning, 2001, chapter 9).
 */
class PerceptronLiteratureTest {
    private static final Map<String, Double> START = Map.of("R", 0.0, "Q", 1.0);

    private static double error(String model, double eta, double t) {
        return Macroscopic.of(model, Map.of("eta", eta)).after(t, START).getOrDefault("eps_g", Double.NaN);
    }

    @Test
    void an_ignorant_student_errs_in_every_second_case() {
        for (String model : new String[] {"perceptron", "hebb", "adatron"}) {
            assertEquals(0.5, error(model, 1, 1e-9), 1e-5, model);
        }
    }

    /** {@code ε → (2/3)^{1/3}/π α^{−1/3} = 0.278 α^{−1/3}}, whatever η is. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void the_perceptron_s_error_falls_with_the_cube_root(double eta) {
        double t = 1e8;
        assertEquals(Math.cbrt(2 / 3.0) / Math.PI, error("perceptron", eta, t) * Math.cbrt(t), 2e-4);
    }

    /** {@code R = √(2/π) α, Q = R² + α + Q_0} for η = 1, so that ε → α^{−1/2}/√(2π). */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 5, 1e4})
    void hebb_s_error_falls_with_the_square_root(double t) {
        double angle = Math.atan(Math.sqrt(Math.PI * (1 + t) / 2) / t);
        assertEquals(angle / Math.PI, error("hebb", 1, t), 1e-9);
        assertEquals(1 / Math.sqrt(2 * Math.PI * 1e6), error("hebb", 1, 1e6), 1e-6);
    }

    /** {@code ε → 3/(η(3 − η) α)}: 3/(2α) for η = 1, and the best is 4/(3α) for η = 3/2. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2})
    void the_adatron_s_error_falls_with_the_first_power(double eta) {
        // Beyond, the cosine of the angle is too close to one for doubles.
        double t = 2000;
        assertEquals(3 / (eta * (3 - eta)), error("adatron", eta, t) * t, 5e-3);
    }
}

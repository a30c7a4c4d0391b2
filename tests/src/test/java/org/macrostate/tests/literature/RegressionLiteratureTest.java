package org.macrostate.tests.literature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where linear and logistic regression end, and how phase retrieval begins. */
class RegressionLiteratureTest {

    private static double at(Map<String, Double> state, String name) {
        return state.getOrDefault(name, Double.NaN);
    }

    /** The misadjustment of least mean squares: {@code E(h − y)² = η σ²/(2 − η)}, unstable from η = 2 on. */
    @ParameterizedTest
    @CsvSource({"0.1,0.5", "0.5,0.4", "1.5,1"})
    void label_noise_leaves_linear_regression_an_error_in_proportion_to_the_rate(double eta, double sigma) {
        Macroscopic regression = Macroscopic.of("linear-regression", Map.of("eta", eta, "sigma", sigma));
        double square = eta * sigma * sigma / (2 - eta);
        Map<String, Double> end = regression.after(400, Map.of("R", 0.0, "Q", 1.0));
        assertEquals(1, at(end, "R"), 1e-8);
        assertEquals(square / 2, at(end, "eps_g"), 1e-8);
        double slowest = Math.max(-eta, -eta * (2 - eta));
        assertEquals(slowest, regression.growth(Map.of("R", 1.0, "Q", 1 + square)), 1e-12);
    }

    @Test
    void linear_regression_diverges_from_a_rate_of_two_on() {
        Macroscopic fast = Macroscopic.of("linear-regression", Map.of("eta", 2.1, "sigma", 0.0));
        assertEquals(2.1 * 0.1, fast.growth(Map.of("R", 1.0, "Q", 1.0)), 1e-12);
    }

    /** Ridge regression: w = B/(1 + decay). */
    @Test
    void weight_decay_shrinks_the_student_of_linear_regression() {
        Map<String, Double> end = Macroscopic.atSmallRates("linear-regression", Map.of("decay", 0.25))
                .after(100, Map.of("R", 0.0, "Q", 1.0));
        assertEquals(0.8, at(end, "R"), 1e-8);
        assertEquals(0.64, at(end, "Q"), 1e-8);
    }

    /** Along the teacher the stationary length solves {@code E[|y|/(1 + exp(R|y|))] = decay R}. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3})
    void logistic_regression_with_decay_ends_along_the_teacher(double decay) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(100, 0, 10);
        double length = new BrentSolver(1e-12)
                .solve(
                        200,
                        r -> 2 * rule.integrate(y -> density(y) * y / (1 + Math.exp(r * y))) - decay * r,
                        1e-6,
                        100);
        Map<String, Double> end = Macroscopic.atSmallRates("logistic-regression", Map.of("decay", decay))
                .after(400, Map.of("R", 0.1, "Q", 1.0));
        assertEquals(length, at(end, "R"), 1e-6);
        assertEquals(length * length, at(end, "Q"), 1e-5);
    }

    private static double density(double y) {
        return Math.exp(-y * y / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Two clusters at ±μ of variance Δ: the best error is {@code erfc(1/√(2Δ))/2}, that of a student along μ. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1})
    void two_clusters_are_told_apart_as_well_as_is_possible(double delta) {
        Map<String, Double> set = Map.of("delta", delta, "decay", 0.1);
        Macroscopic flow = Macroscopic.atSmallRates("two-clusters", set);
        double best = Erf.erfc(1 / Math.sqrt(2 * delta)) / 2;
        assertEquals(best, at(flow.after(300, Map.of("m", 0.0, "Q", 1.0)), "eps_g"), 1e-9);
        double noisy = at(Macroscopic.of("two-clusters", set).after(300, Map.of("m", 0.0, "Q", 1.0)), "eps_g");
        assertTrue(noisy > best + 1e-4, noisy + " against " + best);
    }

    /**
     * Before it sees the signal, {@code |w|² = 1/3} at small rates, and from there the overlap grows like exp(2t): leaving
     * takes a time that grows with the logarithm of the dimension (L. Arnaboldi et al., arXiv:2305.18502).
     */
    @Test
    void phase_retrieval_escapes_exponentially() {
        Macroscopic flow = Macroscopic.atSmallRates("phase-retrieval", Map.of());
        Map<String, Double> saddle = Map.of("R", 0.0, "Q", 1 / 3.0);
        assertEquals(2, flow.growth(saddle), 1e-12);
        Map<String, Double> later = flow.after(4, Map.of("R", 1e-8, "Q", 1 / 3.0));
        assertEquals(1, at(later, "R") / 1e-8 / Math.exp(8), 1e-6);
        Map<String, Double> end = flow.after(40, Map.of("R", 1e-8, "Q", 1 / 3.0));
        assertEquals(1, at(end, "R"), 1e-8);
        assertEquals(0, at(end, "eps_g"), 1e-8);
    }
}

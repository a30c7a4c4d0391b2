package org.macrostate.tests.literature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Limit;

/** What autoencoders and rules that find one direction end with. */
class AutoencoderLiteratureTest {

    private static double at(Map<String, Double> state, String name) {
        return state.getOrDefault(name, Double.NaN);
    }

    private static Map<String, Double> vaeStart() {
        return Map.of("m[1,1]", 0.1, "d[1,1]", 0.1, "Q[1,1]", 1.0, "E[1,1]", 1.0, "R[1,1]", 0.0, "D[1]", 1.0);
    }

    /**
     * {@code Q = ρ + η − β, m = √Q, d = m/(ρ+η), E = Q/(ρ+η)², R = Q/(ρ+η), D = β/(ρ+η)} below the threshold β = ρ + η, and
     * a collapsed posterior above it (Y. Ichikawa and K. Hukushima, AISTATS 2024, arXiv:2310.15440).
     */
    @ParameterizedTest
    @ValueSource(strings = {"linear-vae", "linear-vae-sampled"})
    void a_vae_learns_the_signal_unless_its_posterior_collapses(String model) {
        double total = 1.2 + 0.7;
        Map<String, Double> set = Map.of("rho", 1.2, "eta", 0.7, "beta", 0.6);
        Map<String, Double> end = Macroscopic.atSmallRates(model, set).after(400, vaeStart());
        double q = total - 0.6;
        assertEquals(q, at(end, "Q[1,1]"), 1e-7);
        assertEquals(Math.sqrt(q), at(end, "m[1,1]"), 1e-7);
        assertEquals(Math.sqrt(q) / total, at(end, "d[1,1]"), 1e-7);
        assertEquals(q / (total * total), at(end, "E[1,1]"), 1e-7);
        assertEquals(q / total, at(end, "R[1,1]"), 1e-7);
        assertEquals(0.6 / total, at(end, "D[1]"), 1e-7);
        assertEquals(Math.pow(Math.sqrt(1.2) - Math.sqrt(q), 2), at(end, "eps_g"), 1e-7);
        Map<String, Double> strict = Map.of("rho", 1.2, "eta", 0.7, "beta", 2.2);
        assertEquals(0, at(Macroscopic.atSmallRates(model, strict).after(400, vaeStart()), "Q[1,1]"), 1e-7);
    }

    /** Each signal has its own threshold ρ_a + η; between two of them the weaker one is not learned. */
    @Test
    void a_vae_learns_the_stronger_of_two_signals_only() {
        Map<String, Double> set = Map.of("rho[1]", 2.0, "rho[2]", 0.5, "eta", 0.5, "beta", 1.5);
        Macroscopic vae = Macroscopic.of("linear-vae-graded", Limit.SMALL_RATE, Map.of("M", 2, "Ms", 2), set);
        Map<String, Double> start = new LinkedHashMap<>();
        for (String name : List.of("m", "d", "R")) {
            start.putAll(Map.of(name + "[1,1]", 0.1, name + "[1,2]", 0.03, name + "[2,1]", 0.02, name + "[2,2]", 0.1));
        }
        for (String name : List.of("Q", "E")) {
            start.putAll(Map.of(name + "[1,1]", 1.0, name + "[1,2]", 0.1, name + "[2,2]", 1.0));
        }
        start.putAll(Map.of("D[1]", 1.0, "D[2]", 1.0));
        Map<String, Double> end = vae.after(400, start);
        assertEquals(2 + 0.5 - 1.5, at(end, "Q[1,1]") + at(end, "Q[2,2]"), 1e-6);
        assertEquals(0, Math.hypot(at(end, "m[1,2]"), at(end, "m[2,2]")), 1e-6);
        assertEquals(1, at(end, "learned"), 1e-6);
    }

    /**
     * The product of decoder and encoder projects onto the principal component (P. Baldi and K. Hornik, Neural Netw. 2, 53,
     * 1989), and gradient flow conserves the difference of their squared norms.
     */
    @Test
    void a_linear_autoencoder_projects_onto_the_signal() {
        Map<String, Double> start = Map.of("m[1,1]", 0.1, "d[1,1]", 0.1, "Q[1,1]", 1.5, "E[1,1]", 0.8, "R[1,1]", 0.0);
        Map<String, Double> end =
                Macroscopic.atSmallRates("linear-autoencoder", Map.of()).after(300, start);
        assertEquals(0.7, at(end, "Q[1,1]") - at(end, "E[1,1]"), 1e-7);
        assertEquals(1, at(end, "Q[1,1]") * at(end, "E[1,1]"), 1e-7);
        assertEquals(1, at(end, "R[1,1]"), 1e-7);
        assertEquals(Math.sqrt(at(end, "Q[1,1]")), at(end, "m[1,1]"), 1e-7);
        assertEquals(Math.sqrt(at(end, "E[1,1]")), at(end, "d[1,1]"), 1e-7);
    }

    @Test
    void tied_weights_end_as_the_unit_vector_of_the_signal() {
        Map<String, Double> end = Macroscopic.atSmallRates("tied-autoencoder", Map.of())
                .after(100, Map.of("m[1,1]", 0.05, "Q[1,1]", 0.4));
        assertEquals(1, at(end, "m[1,1]"), 1e-8);
        assertEquals(1, at(end, "Q[1,1]"), 1e-8);
    }

    /**
     * At a finite rate the stationary state of Oja's rule, worked out from {@code dq/dt = τ(1 + ω − C) q, dQ/dt = 2τC(1 −
     * Q) + τ²C, C = Q + ωq²}: it knows the direction as long as τ is below 2ω.
     */
    @ParameterizedTest
    @CsvSource({"2,0.5", "1,1.5", "0.4,0.1"})
    void oja_s_rule_ends_with_a_noise_that_grows_with_the_rate(double omega, double tau) {
        Map<String, Double> end =
                Macroscopic.of("oja", Map.of("omega", omega, "tau", tau)).after(3000, Map.of("q", 0.1, "Q", 1.0));
        assertEquals(1 + tau / 2, at(end, "Q"), 1e-8);
        assertEquals(Math.sqrt(1 - tau / (2 * omega)), at(end, "q"), 1e-8);
        Map<String, Double> ignorant = Map.of("q", 0.0, "Q", 1 + tau / 2);
        assertEquals(
                tau * (omega - tau / 2),
                Macroscopic.of("oja", Map.of("omega", omega, "tau", tau)).growth(ignorant),
                1e-12);
    }

    /**
     * Small steps find the component from everywhere but slowly, {@code dq/dt = q³(1 − q²)} at Q = 1, hence {@code t = [ln(q/√(1
     * − q²)) − 1/(2q²)]}; finite ones leave a student that knows little where it is: {@code Q = 1/(1 − 5τ/2)} and an
     * eigenvalue 3τQ(1 − Q) < 0 (as in C. Wang and Y. M. Lu, NeurIPS 2017, arXiv:1710.05384: a good start is needed).
     */
    @Test
    void independent_component_analysis_needs_small_steps_or_a_good_start() {
        Map<String, Double> start = Map.of("q", 0.4, "Q", 1.0);
        Map<String, Double> end =
                Macroscopic.atSmallRates("online-ica", Map.of()).after(4, start);
        assertEquals(1, at(end, "Q"), 1e-9);
        assertEquals(4, passage(at(end, "q")) - passage(0.4), 1e-7);
        double tau = 0.02;
        double norm = 1 / (1 - 5 * tau / 2);
        Macroscopic steps = Macroscopic.of("online-ica", Map.of("tau", tau));
        assertEquals(3 * tau * norm * (1 - norm), steps.growth(Map.of("q", 0.0, "Q", norm)), 1e-12);
        assertTrue(at(steps.after(3000, Map.of("q", 0.2, "Q", 1.0)), "q") < 1e-3);
        assertTrue(at(steps.after(3000, Map.of("q", 0.6, "Q", 1.0)), "q") > 0.85);
    }

    private static double passage(double q) {
        return Math.log(q / Math.sqrt(1 - q * q)) - 1 / (2 * q * q);
    }
}

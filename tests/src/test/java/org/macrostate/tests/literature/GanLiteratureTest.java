package org.macrostate.tests.literature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Limit;

/**
 * The solvable generative adversarial network (C. Wang, H. Hu and Y. M. Lu, NeurIPS 2019, arXiv:1805.08349). Its
 * equations are those of constraints of infinite strength; they are taken from the program (ode.py, the version with a
 * diagonal L) that A. Bond and Z. Dogan (NeurIPS 2024, arXiv:2411.00498), who generalise them to several
 * discriminators, publish with their paper. What the abstract and figure 1 say is worked out by hand: too much background
 * noise and features are not recovered, too little and training oscillates, and in between, with features of different
 * strengths, the generator may recover the strong ones only. Where the discriminator knows nothing (q = r =
 * 0) and both noises have variance η, {@code λ(z − 1) = a = τη²} and S = 1, whatever P is, and q and r obey
 *
 * <pre>
 * dq/dt = τ[(Λ − a) q − Λ P r],   dr/dt = τ[Λ P q − (Λ + a) r] + τ_G Λ z r
 * </pre>
 */
class GanLiteratureTest {
    private static final double LAMBDA = 2;
    private static final double TAU = 0.04;
    private static final double TAU_G = 0.01;

    private static Macroscopic gan(double noise) {
        return Macroscopic.of("gan", Map.of("Lambda", LAMBDA, "etaT", noise, "etaG", noise, "tau", TAU, "tauG", TAU_G));
    }

    private static double norm(double noise) {
        return 1 + TAU * noise * noise;
    }

    private static Map<String, Double> ignorant(double p, double noise) {
        return Map.of("q[1]", 0.0, "r[1]", 0.0, "P[1,1]", p, "S[1,1]", 1.0, "z", norm(noise));
    }

    /**
     * Strong constraints (here λ = 10⁸) hold the norms at {@code z = 1 + μ/λ} and {@code S_aa = 1 + ν_a/λ}, where their
     * forces μ and ν make the norms stand still; with h and L = −diag(rrᵀΛ) of the published equations these are
     * {@code μ = η_T − η_G − h} and {@code ν = −L}.
     */
    @ParameterizedTest
    @CsvSource({"0.3,-0.2,0.5,0.1,0.4,-0.3", "-0.6,0.4,0.2,0.7,-0.1,0.2", "0.01,0.02,-0.03,0.01,0.9,0.1"})
    void constraints_without_end_make_the_published_equations(
            double q1, double q2, double r1, double r2, double p, double s) {
        double[] strength = {2, 0.7};
        double real = 1.5;
        double fake = 0.8;
        double rate = 0.3;
        double rateG = 0.2;
        double lambda = 1e8;
        double[] q = {q1, q2};
        double[] r = {r1, r2};
        double[][] overlap = {{p, 0.3}, {-0.2, 0.5 * p}};
        double seen = strength[0] * q1 * q1 + strength[1] * q2 * q2;
        double made = strength[0] * r1 * r1 + strength[1] * r2 * r2;
        double h = (1 - rate * fake / 2) * made - (1 + rate * real / 2) * seen - rate * (real * real + fake * fake) / 2;
        double[] l = {-strength[0] * r1 * r1, -strength[1] * r2 * r2};
        double[][] length = {{1, s}, {s, 1}};

        Map<String, Double> expected = new LinkedHashMap<>(Map.of("z", 0.0, "S[1,1]", 0.0, "S[2,2]", 0.0));
        Map<String, Double> at = new LinkedHashMap<>(
                Map.of("z", 1 + (real - fake - h) / lambda, "S[1,2]", s, "S[1,1]", 1 - l[0] / lambda));
        at.put("S[2,2]", 1 - l[1] / lambda);
        expected.put("S[1,2]", rateG * ((strength[0] + strength[1]) * r1 * r2 + (l[0] + l[1]) * s));
        for (int a = 0; a < 2; a++) {
            double pull = strength[a] * q[a] + h * q[a];
            double push = rateG / rate * (strength[a] + l[a]) * r[a] + h * r[a];
            for (int b = 0; b < 2; b++) {
                pull -= overlap[a][b] * strength[b] * r[b];
                push += overlap[b][a] * strength[b] * q[b] - length[a][b] * strength[b] * r[b];
                at.put("P[" + (a + 1) + "," + (b + 1) + "]", overlap[a][b]);
                expected.put(
                        "P[" + (a + 1) + "," + (b + 1) + "]",
                        rateG * (q[a] * r[b] * strength[b] + overlap[a][b] * l[b]));
            }
            at.put("q[" + (a + 1) + "]", q[a]);
            at.put("r[" + (a + 1) + "]", r[a]);
            expected.put("q[" + (a + 1) + "]", rate * pull);
            expected.put("r[" + (a + 1) + "]", rate * push);
        }

        Map<String, Double> set = new LinkedHashMap<>(Map.of("Lambda[1]", strength[0], "Lambda[2]", strength[1]));
        set.putAll(Map.of("etaT", real, "etaG", fake, "lambda", lambda, "tau", rate, "tauG", rateG));
        Map<String, Double> found =
                Macroscopic.of("gan", Limit.FINITE_RATE, Map.of("M", 2), set).rates(at);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, value) -> assertEquals(value, at(found, name), 2e-7, name));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2.5", "1,3.5", "0,4", "0,8", "0.6,5"})
    void an_ignorant_discriminator_is_a_fixed_point_with_the_eigenvalues_of_two_equations(double p, double noise) {
        Macroscopic gan = gan(noise);
        gan.rates(ignorant(p, noise)).forEach((name, rate) -> assertEquals(0, rate, 1e-14, name));
        double a = TAU * noise * noise;
        double trace = -2 * TAU * a + TAU_G * LAMBDA * norm(noise);
        double det = TAU * (LAMBDA - a) * (TAU_G * LAMBDA * norm(noise) - TAU * (LAMBDA + a))
                + Math.pow(TAU * LAMBDA * p, 2);
        List<Complex> found = gan.eigenvalues(ignorant(p, noise));
        Complex root = new Complex(trace * trace / 4 - det).sqrt();
        for (Complex expected : List.of(new Complex(trace / 2).add(root), new Complex(trace / 2).subtract(root))) {
            assertTrue(found.stream().anyMatch(e -> e.subtract(expected).norm() < 1e-9), expected + " in " + found);
        }
    }

    @Test
    void little_noise_makes_perfect_recovery_oscillate_by_a_hopf_bifurcation() {
        // The trace vanishes where 2 τ a = τ_G Λ (1 + a).
        double critical = Math.sqrt(TAU_G * LAMBDA / (2 * TAU - TAU_G * LAMBDA) / TAU);
        assertTrue(gan(0.98 * critical).growth(ignorant(1, 0.98 * critical)) > 1e-5);
        assertTrue(gan(1.02 * critical).growth(ignorant(1, 1.02 * critical)) < 1e-9);
        List<Complex> at = gan(critical).eigenvalues(ignorant(1, critical));
        assertTrue(at.stream().anyMatch(e -> Math.abs(e.getReal()) < 1e-9 && e.getImaginary() > 1e-3), at.toString());
    }

    @Test
    void much_noise_leaves_a_generator_ignorant_that_knows_nothing() {
        double critical = Math.sqrt(LAMBDA / TAU);
        assertTrue(gan(0.99 * critical).growth(ignorant(0, 0.99 * critical)) > 1e-4);
        assertTrue(gan(1.01 * critical).growth(ignorant(0, 1.01 * critical)) < 1e-9);
    }

    private static Map<String, Double> start() {
        return Map.of("q[1]", 0.1, "r[1]", 0.05, "P[1,1]", 0.1, "S[1,1]", 1.0, "z", 1.0);
    }

    @Test
    void in_between_the_generator_stops_where_the_discriminator_cannot_tell_it_any_more() {
        double noise = 4;
        double a = TAU * noise * noise;
        Map<String, Double> end = gan(noise).after(20_000, start());
        double stable = (LAMBDA - a) * (LAMBDA + a - TAU_G / TAU * LAMBDA * norm(noise)) / (LAMBDA * LAMBDA);
        assertEquals(0, at(end, "q[1]"), 1e-6);
        assertEquals(0, at(end, "r[1]"), 1e-6);
        double cosine = at(end, "P[1,1]") / Math.sqrt(at(end, "S[1,1]"));
        assertTrue(cosine * cosine >= stable && cosine > 0.5, cosine + " against " + Math.sqrt(stable));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void with_little_noise_training_goes_on_for_ever(double noise) {
        List<Map<String, Double>> late = gan(noise).course(start(), 20_000, 20_010, 20_020, 20_030, 20_040, 20_050);
        double smallest = late.stream().mapToDouble(s -> at(s, "q[1]")).min().orElseThrow();
        double largest = late.stream().mapToDouble(s -> at(s, "q[1]")).max().orElseThrow();
        assertTrue(largest - smallest > 1e-2, smallest + " to " + largest);
    }

    @Test
    void with_much_noise_nothing_is_learned() {
        Map<String, Double> end = gan(9).after(20_000, start());
        assertEquals(0, at(end, "q[1]"), 1e-6);
        assertTrue(Math.abs(at(end, "P[1,1]")) < 0.2, end.toString());
    }

    /** A second, weaker feature is not found any more once a > Λ_2, while the first one still is. */
    @Test
    void the_weaker_of_two_features_is_lost_first() {
        double weaker = 0.5;
        double critical = Math.sqrt(weaker / TAU);
        for (double noise : new double[] {0.99 * critical, 1.01 * critical}) {
            Map<String, Double> set = Map.of(
                    "Lambda[1]", LAMBDA, "Lambda[2]", weaker, "etaT", noise, "etaG", noise, "tau", TAU, "tauG", TAU_G);
            Macroscopic two = Macroscopic.of("gan", Limit.FINITE_RATE, Map.of("M", 2), set);
            Map<String, Double> first = new LinkedHashMap<>(Map.of("z", norm(noise), "P[1,1]", 1.0));
            for (String zero : List.of("q[1]", "q[2]", "r[1]", "r[2]", "P[1,2]", "P[2,1]", "P[2,2]", "S[1,2]")) {
                first.put(zero, 0.0);
            }
            first.put("S[1,1]", 1.0);
            first.put("S[2,2]", 1.0);
            assertEquals(Math.max(0, TAU * (weaker - TAU * noise * noise)), two.growth(first), 1e-9);
        }
    }

    private static double at(Map<String, Double> state, String name) {
        return state.getOrDefault(name, Double.NaN);
    }
}

package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;

/** Derived rates of bundled models against formulas known from their literature, or worked out by hand. */
class BundledLiteratureTest {
    private static final double ETA = 0.7;

    private static Map<String, Double> rates(
            String model, Limit limit, Map<String, Double> set, Map<String, Double> at) {
        LearningProblem problem = BundledModels.problem(model);
        BoundSystem bound = BoundSystem.of(Derivation.of(problem, limit), Sizes.of(problem, Map.of()));
        double[] parameters = bound.parameters().with(set);
        List<String> labels = bound.state().labels();
        double[] state = labels.stream()
                .mapToDouble(label -> at.getOrDefault(label.replaceAll("\\[.*", ""), Double.NaN))
                .toArray();
        double[] out = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, parameters, out);
        Map<String, Double> rates = new LinkedHashMap<>();
        for (int i = 0; i < out.length; i++) {
            rates.put(labels.get(i).replaceAll("\\[.*", ""), out[i]);
        }
        return rates;
    }

    private static Map<String, Double> rates(String model, Map<String, Double> set, Map<String, Double> at) {
        return rates(model, Limit.FINITE_RATE, set, at);
    }

    private static Map<String, Double> student(double r, double q) {
        return Map.of("R", r, "Q", q);
    }

    private static void assertRates(Map<String, Double> expected, Map<String, Double> actual, double tolerance) {
        assertEquals(expected.keySet(), new java.util.HashSet<>(actual.keySet()));
        expected.forEach((name, value) ->
                assertEquals(value, actual.getOrDefault(name, Double.NaN), tolerance, "rate of " + name));
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.8", "-0.5,1.3", "0,2", "1,1"})
    void the_perceptron_learns_from_its_errors(double r, double q) {
        double rho = r / Math.sqrt(q);
        double error = Math.acos(rho) / Math.PI;
        double c = ETA / Math.sqrt(2 * Math.PI);
        Map<String, Double> expected = Map.of("R", c * (1 - rho), "Q", 2 * c * (r - Math.sqrt(q)) + ETA * ETA * error);
        assertRates(expected, rates("perceptron", Map.of("eta", ETA), student(r, q)), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.8", "-0.5,1.3", "0,2", "1,1"})
    void the_adatron_learns_by_how_wrong_it_is(double r, double q) {
        double rho = r / Math.sqrt(q);
        double root = Math.sqrt(Math.max(0, 1 - rho * rho));
        double agreement = 2 / Math.PI * (Math.asin(rho) + rho * root);
        double moduli = 2 / Math.PI * Math.sqrt(q) * (root + rho * Math.asin(rho));
        Map<String, Double> expected =
                Map.of("R", ETA / 2 * (moduli - r), "Q", (ETA - ETA * ETA / 2) * q * (agreement - 1));
        assertRates(expected, rates("adatron", Map.of("eta", ETA), student(r, q)), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0.1", "1", "25"})
    void hebb_s_rule_follows_its_known_learning_curve(double t) {
        double r = Math.sqrt(2 / Math.PI) * ETA * t;
        double q = r * r + ETA * ETA * t;
        Map<String, Double> expected = Map.of("R", r / t, "Q", 4 / Math.PI * ETA * ETA * t + ETA * ETA);
        assertRates(expected, rates("hebb", Map.of("eta", ETA), student(r, q)), 1e-10);
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.8,0,0", "-0.5,1.3,0.4,0.1", "1,1,0.5,0"})
    void least_mean_squares_has_linear_equations(double r, double q, double sigma, double decay) {
        double error = 1 - 2 * r + q + sigma * sigma;
        Map<String, Double> expected =
                Map.of("R", ETA * (1 - r - decay * r), "Q", 2 * ETA * (r - q - decay * q) + ETA * ETA * error);
        Map<String, Double> set = Map.of("eta", ETA, "sigma", sigma, "decay", decay);
        assertRates(expected, rates("linear-regression", set, student(r, q)), 1e-13);
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.8,0", "-0.5,1.3,0.4", "1,1,0"})
    void phase_retrieval_is_polynomial_in_its_overlaps(double r, double q, double sigma) {
        double square = 15 * Math.pow(q, 3) - 6 * q * q - 24 * q * r * r + 3 * q + 12 * r * r + sigma * sigma * q;
        Map<String, Double> expected =
                Map.of("R", 3 * ETA * r * (1 - q), "Q", 2 * ETA * (q + 2 * r * r - 3 * q * q) + ETA * ETA * square);
        assertRates(expected, rates("phase-retrieval", Map.of("eta", ETA, "sigma", sigma), student(r, q)), 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.8", "-0.5,1.3", "1,1", "0.6,0.36"})
    void one_relu_unit_follows_another_by_the_arc_cosine_kernel(double r, double q) {
        double rho = r / Math.sqrt(q);
        double root = Math.sqrt(Math.max(0, 1 - rho * rho));
        double angle = (Math.PI / 2 + Math.asin(rho)) / (2 * Math.PI);
        double stepRampTeacher = angle + rho * root / (2 * Math.PI);
        double kernel = Math.sqrt(q) * root / (2 * Math.PI) + r * angle;
        double square = q / 2 + stepRampTeacher - 2 * kernel;
        Map<String, Double> expected =
                Map.of("R", ETA * (stepRampTeacher - r / 2), "Q", 2 * ETA * (kernel - q / 2) + ETA * ETA * square);
        assertRates(expected, rates("relu-committee", Map.of("eta", ETA), student(r, q)), 1e-7);
    }

    /** The field is a sum of q c and a normal variable of variance Q − q²: its moments by the cumulants of c. */
    @ParameterizedTest
    @CsvSource({"0.3,0.8", "-0.5,1.3", "1,1", "0,1.2"})
    void the_cubic_rule_sees_the_fourth_cumulant(double q, double norm) {
        double kappa4 = 4 - 3;
        double kappa6 = 16 - 15 * 4 + 30;
        double fourth = 3 * norm * norm + kappa4 * Math.pow(q, 4);
        double sixth = 15 * Math.pow(norm, 3) + 15 * norm * kappa4 * Math.pow(q, 4) + kappa6 * Math.pow(q, 6);
        double pull = 3 * norm * q + kappa4 * Math.pow(q, 3);
        Map<String, Double> expected =
                Map.of("q", ETA * (pull - fourth * q), "Q", 2 * ETA * fourth * (1 - norm) + ETA * ETA * sixth);
        assertRates(expected, rates("online-ica", Map.of("tau", ETA), Map.of("q", q, "Q", norm)), 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.8,0.5", "-0.5,1.3,0.2", "1,1,1"})
    void two_clusters_are_one_after_the_label_is_divided_out(double m, double q, double delta) {
        double width = Math.sqrt(delta * q);
        DoubleUnaryOperator wrong = u -> 1 / (1 + Math.exp(u));
        double slope = mean(m, width, u -> -wrong.applyAsDouble(u) * (1 - wrong.applyAsDouble(u)));
        double pull = mean(m, width, wrong) + delta * m * slope;
        double along = mean(m, width, u -> u * wrong.applyAsDouble(u));
        double square = mean(m, width, u -> Math.pow(wrong.applyAsDouble(u), 2));
        Map<String, Double> expected = Map.of("m", ETA * pull, "Q", 2 * ETA * along + ETA * ETA * delta * square);
        assertRates(expected, rates("two-clusters", Map.of("eta", ETA, "delta", delta), Map.of("m", m, "Q", q)), 1e-8);
    }

    private static double mean(double centre, double width, DoubleUnaryOperator f) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(100, -10, 10);
        return rule.integrate(z -> Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * f.applyAsDouble(centre + width * z));
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.2,0.4,0.9,1.1", "-0.5,0.6,0.1,1.4,0.7"})
    void the_generator_follows_the_discriminator_that_follows_the_data(
            double q, double r, double p, double s, double z) {
        double k = 2;
        double real = 0.8;
        double fake = 0.5;
        double l = 0.6;
        double tau = 0.3;
        double tauG = 0.2;
        double dq = tau * (k * q + real * q - k * r * p - fake * q - l * (z - 1) * q);
        double dr = tau * (k * q * p + real * r - k * r * s - fake * r - l * (z - 1) * r)
                + tauG * (k * r * z - l * (s - 1) * r);
        double dp = tauG * (k * r * q - l * (s - 1) * p);
        double ds = 2 * tauG * (k * r * r - l * (s - 1) * s);
        double dz = 2 * tau * (k * q * q + real * z - k * r * r - fake * z - l * (z - 1) * z)
                + tau * tau * (real * (k * q * q + real * z) + fake * (k * r * r + fake * z));
        Map<String, Double> set =
                Map.of("Lambda", k, "etaT", real, "etaG", fake, "lambda", l, "tau", tau, "tauG", tauG);
        Map<String, Double> expected = Map.of("q", dq, "r", dr, "P", dp, "S", ds, "z", dz);
        assertRates(expected, rates("gan", set, Map.of("q", q, "r", r, "P", p, "S", s, "z", z)), 1e-13);
    }

    @ParameterizedTest
    @CsvSource({"0.4,-0.3,0.9,1.2,0.5,0.7"})
    void drawing_the_latent_variable_changes_nothing_at_small_rates(
            double m, double d, double q, double e, double r, double variance) {
        Map<String, Double> at = Map.of("m", m, "d", d, "Q", q, "E", e, "R", r, "D", variance);
        Map<String, Double> set = new HashMap<>(Map.of("rho", 1.2, "eta", 0.7, "beta", 0.9, "lambda", 0.1));
        Map<String, Double> averaged = rates("linear-vae", Limit.SMALL_RATE, set, at);
        assertRates(averaged, rates("linear-vae-sampled", Limit.SMALL_RATE, set, at), 1e-13);
    }

    @ParameterizedTest
    @CsvSource({"0.4,-0.3,0.9,1.2,0.5"})
    void the_autoencoder_is_a_vae_without_latent_noise_and_prior(double m, double d, double q, double e, double r) {
        Map<String, Double> at = new HashMap<>(Map.of("m", m, "d", d, "Q", q, "E", e, "R", r));
        Map<String, Double> set = new HashMap<>(Map.of("rho", 1.2, "eta", 0.7, "tau", 0.3));
        Map<String, Double> plain = rates("linear-autoencoder", set, at);
        at.put("D", 0.0);
        set.put("beta", 0.0);
        Map<String, Double> vae = new HashMap<>(rates("linear-vae", set, at));
        vae.remove("D");
        assertRates(vae, plain, 1e-13);
    }

    @ParameterizedTest
    @CsvSource({"0.4,0.9", "-0.3,1.7"})
    void tied_weights_add_up_both_gradients(double m, double q) {
        double rho = 1.2;
        double eta = 0.7;
        double tau = 0.3;
        double c = rho * m * m + eta * q;
        double square = tau * tau * eta * (2 - q) * (2 - q) * c;
        Map<String, Double> expected =
                Map.of("m", tau * ((2 - q) * (rho + eta) * m - c * m), "Q", 2 * tau * (2 * (1 - q) * c) + square);
        assertRates(
                expected,
                rates("tied-autoencoder", Map.of("rho", rho, "eta", eta, "tau", tau), Map.of("m", m, "Q", q)),
                1e-13);
    }
}

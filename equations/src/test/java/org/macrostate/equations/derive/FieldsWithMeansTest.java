package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Gaussian mixtures and noisy labels, each derived by hand: their equations have closed forms, without any quadrature. */
class FieldsWithMeansTest {

    private static double[] rates(String model, double... state) {
        LearningProblem problem = ModelFile.read(model, "means.yaml");
        OrderParameterSystem system = Derivation.of(problem);
        assertEquals(
                List.of(), system.pieces().stream().filter(NamedTerm::numerical).toList());
        BoundSystem bound = BoundSystem.of(system, Sizes.of(problem, Map.of()));
        double[] out = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), out);
        return out;
    }

    private static double phi(double x) {
        return 0.5 * (1 + Erf.erf(x / Math.sqrt(2)));
    }

    /** Density at zero of a normal variable. */
    private static double density(double mean, double variance) {
        return Math.exp(-mean * mean / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
    }

    /**
     * With u = y h = m + √(dQ) z, P = P(u < 1) and D its density at 1: {@code E[θ(1−u) u] = m P − dQ D}, and B's field has
     * the mean {@code P − d m D} there.
     */
    @Test
    void the_hinge_loss_on_two_clusters() {
        double m = 0.4;
        double q = 0.7;
        double d = 0.5;
        double tau = 0.3;
        double decay = 0.1;
        double p = phi((1 - m) / Math.sqrt(d * q));
        double density = density(1 - m, d * q);
        double[] expected = {
            tau * (p - d * m * density - decay * m), 2 * tau * (m * p - d * q * density - decay * q) + tau * tau * d * p
        };
        assertArrayEquals(expected, rates(twoClusters("Ramp[1 - y h] + decay/2 w.w"), m, q), 1e-14);
        assertArrayEquals(expected, rates(twoClusters("Max[0, 1 - y h] + decay/2 w.w"), m, q), 1e-14);
    }

    /** {@code E[e^−u] = A = exp(−m + dQ/2)}, and under the weight e^−u fields lose their covariance with u. */
    @Test
    void the_exponential_loss_of_boosting_on_two_clusters() {
        double m = 0.4;
        double q = 0.7;
        double d = 0.5;
        double tau = 0.3;
        double a = Math.exp(-m + d * q / 2);
        double[] expected = {
            tau * a * (1 - d * m), 2 * tau * a * (m - d * q) + tau * tau * d * Math.exp(-2 * m + 2 * d * q)
        };
        assertArrayEquals(expected, rates(twoClusters("Exp[-y h]"), m, q), 1e-14);
    }

    private static String twoClusters(String loss) {
        return """
                model: clusters
                parameters: {d: 0.5, tau: 0.3, decay: 0.1}
                vectors: {mu: {fixed: identity}, w: {rate: tau}}
                randoms: {y: rademacher}
                samples: {x: "y mu + Sqrt[d] noise"}
                fields: {h: w . x}
                order: {m: w . mu, Q: w . w}
                loss: "%s"
                """.formatted(loss);
    }

    /**
     * Labels flipped with probability p: with ρ = R/√Q and ε = arccos(ρ)/π, {@code dR/dt = η(1 − 2p − ρ)/√(2π)} and
     * {@code dQ/dt = −2η √(Q/2π) (1 − (1 − 2p)ρ) + η² (ε + p − 2pε)}. However the condition is written.
     */
    @Test
    void the_perceptron_rule_under_flipped_labels() {
        double eta = 0.8;
        double p = 0.15;
        double r = 0.5;
        double q = 1.3;
        double rho = r / Math.sqrt(q);
        double error = Math.acos(rho) / Math.PI;
        double[] expected = {
            eta * (1 - 2 * p - rho) / Math.sqrt(2 * Math.PI),
            -2 * eta * Math.sqrt(q / (2 * Math.PI)) * (1 - (1 - 2 * p) * rho) + eta * eta * (error + p - 2 * p * error)
        };
        for (String wrong : List.of("UnitStep[-x s y]", "UnitStep[-x s Sign[y]]", "If[x y s < 0, 1, 0]")) {
            assertArrayEquals(expected, rates(flipped(wrong), r, q), 1e-14, wrong);
        }
    }

    private static String flipped(String wrong) {
        return """
                model: flipped
                parameters: {eta: 0.8, p: {value: 0.15, domain: unit}}
                vectors: {B: {fixed: identity}, J: {}}
                randoms: {s: {law: {values: [1, -1], probabilities: [1 - p, p]}}}
                samples: {xi: noise}
                fields: {x: J . xi, y: B . xi}
                update: {J: "eta %s s Sign[y] xi"}
                order: {R: J . B, Q: J . J}
                """.formatted(wrong);
    }

    /**
     * LVQ1 with one prototype a class and variances u_σ (M. Biehl, A. Ghosh and B. Hammer, J. Mach. Learn. Res. 8, 323,
     * 2007): the first wins where b + ξ > 0 with {@code b_σ = l(R_vσ − R_wσ) + (Q_w − Q_v)/2} and Var ξ = u_σ (Q_v + Q_w −
     * 2C). With P_σ = Φ(b_σ/√Var ξ) and the density D_σ at the border, {@code E[θ x·a | σ] = l P_σ a·B_σ + u_σ D_σ (v − w)·a}.
     */
    @Test
    void learning_vector_quantisation() {
        double l = 1.2;
        double eta = 0.4;
        double[] prior = {0.7, 0.3};
        double[] rv = {0.6, -0.1};
        double[] rw = {0.2, 0.5};
        double qv = 0.9;
        double qw = 0.8;
        double c = 0.1;
        double[] u = {1.5, 0.6};
        double[] expected = new double[7];
        for (int k = 0; k < 2; k++) {
            int sigma = k == 0 ? 1 : -1;
            double b = l * (rv[k] - rw[k]) + (qw - qv) / 2;
            double variance = u[k] * (qv + qw - 2 * c);
            double win = phi(b / Math.sqrt(variance));
            double border = u[k] * density(b, variance);
            double step = eta * prior[k] * sigma;
            for (int a = 0; a < 2; a++) {
                double own = a == k ? l : 0;
                expected[a] += step * (own * win + border * (rv[a] - rw[a]) - win * rv[a]);
                expected[2 + a] -= step * (own * (1 - win) - border * (rv[a] - rw[a]) - (1 - win) * rw[a]);
            }
            expected[4] +=
                    2 * step * (l * rv[k] * win + border * (qv - c) - win * qv) + eta * eta * prior[k] * u[k] * win;
            expected[5] -= 2 * step * (l * rw[k] * (1 - win) - border * (c - qw) - (1 - win) * qw);
            expected[5] += eta * eta * prior[k] * u[k] * (1 - win);
            expected[6] += step * (l * rw[k] * win + border * (c - qw) - win * c);
            expected[6] -= step * (l * rv[k] * (1 - win) - border * (qv - c) - (1 - win) * c);
        }
        double[] state = {rv[0], rv[1], rw[0], rw[1], qv, qw, c};
        assertArrayEquals(expected, rates("""
                model: lvq
                parameters: {l: 1.2, eta: 0.4, up: 1.5, um: 0.6}
                vectors: {A: {fixed: identity}, B: {fixed: identity}, v: {}, w: {}}
                randoms: {s: {law: {values: [1, -1], probabilities: [0.7, 0.3]}}}
                samples: {x: "l (1+s)/2 A + l (1-s)/2 B + Sqrt[up (1+s)/2 + um (1-s)/2] noise"}
                fields: {g: v . x, h: w . x}
                update:
                  v: eta UnitStep[2 g - v.v - 2 h + w.w] s (x - v)
                  w: -eta UnitStep[2 h - w.w - 2 g + v.v] s (x - w)
                order: {Rv: v . A, Sv: v . B, Rw: w . A, Sw: w . B, Qv: v . v, Qw: w . w, C: v . w}
                """, state), 1e-14);
    }

    /**
     * Linear regression on elliptical samples {@code x = a noise}: with μ_k = E[a^k], {@code dR/dt = τ μ₂ (1 − R)} and {@code
     * dQ/dt = 2τ μ₂ (R − Q) + τ² μ₄ (1 − 2R + Q)}.
     */
    @Test
    void a_random_factor_may_scale_the_noise() {
        assertArrayEquals(elliptical(1, 3), rates(regression("normal", "a"), 0.5, 1.3), 1e-14);
        String law = "{law: {values: [1, -1], probabilities: [0.25, 0.75]}}";
        assertArrayEquals(
                elliptical(0.25 * 2 + 0.75 * 0.5, 0.25 * 4 + 0.75 * 0.25),
                rates(regression(law, "Sqrt[2 (1+a)/2 + (1-a)/4]"), 0.5, 1.3),
                1e-14);
    }

    private static double[] elliptical(double second, double fourth) {
        double tau = 0.3;
        double r = 0.5;
        double q = 1.3;
        return new double[] {tau * second * (1 - r), 2 * tau * second * (r - q) + tau * tau * fourth * (1 - 2 * r + q)};
    }

    private static String regression(String law, String amplitude) {
        return """
                model: elliptical
                parameters: {tau: 0.3}
                vectors: {u: {fixed: identity}, w: {rate: tau}}
                randoms: {a: %s}
                samples: {x: "%s noise"}
                fields: {h: w . x, y: u . x}
                loss: 1/2 (h - y)^2
                order: {R: w . u, Q: w . w}
                """.formatted(law, amplitude);
    }
}

package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/** Sums whose bounds are other indices, {@code Sum[.., {k, i}]} and {@code {k, i+1, M}}, against equations by hand. */
class RunningBoundsTest {
    private static final String HEAD = """
            model: ordered
            sizes: {M: 3, Ms: 2}
            parameters: {rho: {copies: Ms, value: [3, 2]}, eta: {value: 0.5}, tau: {value: 0.3}}
            randoms: {c: {copies: Ms}}
            samples: {x: "Sum[Sqrt[rho[a]] c[a] u[a], {a, Ms}] + Sqrt[eta] noise"}
            fields: {y: w . x}
            order: {m: w . u, Q: w . w}
            """;

    private static final String SANGER = HEAD + """
            vectors: {u: {copies: Ms, fixed: identity}, w: {copies: M}}
            update: {"w[i]": "tau y[i] (x - Sum[y[k] w[k], {k, i}])"}
            """;

    private static final double[] RHO = {3, 2};
    private static final double ETA = 0.5;
    private static final double TAU = 0.3;
    private static final double[][] M = {{0.5, -0.3}, {0.2, 0.7}, {-0.4, 0.1}};
    private static final double[][] Q = {{1.2, 0.4, -0.1}, {0.4, 0.9, 0.3}, {-0.1, 0.3, 0.8}};

    private static LearningProblem problem(String text) {
        return ModelFile.read(text, "ordered.yaml");
    }

    private static BoundSystem bound(String text) {
        LearningProblem problem = problem(text);
        return BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
    }

    /** What is expected of one element of the state. */
    private interface Expected {
        double of(String name, int k, int l);
    }

    private static void assertRates(String text, Expected expected) {
        BoundSystem bound = bound(text);
        double[] state = bound.state().elements().stream()
                .mapToDouble(e -> (e.variable().name().equals("m") ? M : Q)
                        [e.places().get(0) - 1][e.places().get(1) - 1])
                .toArray();
        double[] rates = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), rates);
        for (int i = 0; i < rates.length; i++) {
            var element = bound.state().elements().get(i);
            assertEquals(
                    expected.of(
                            element.variable().name(),
                            element.places().get(0) - 1,
                            element.places().get(1) - 1),
                    rates[i],
                    1e-13,
                    bound.state().labels().get(i));
        }
    }

    private static double c(int k, int l) {
        double sum = ETA * Q[k][l];
        for (int a = 0; a < 2; a++) {
            sum += RHO[a] * M[k][a] * M[l][a];
        }
        return sum;
    }

    /**
     * Sanger's rule, the lower triangle of y yᵀ: dm_ka = τ[(ρ_a + η) m_ka − Σ_(j≤k) C_kj m_ja], dQ_kl = τ[2 C_kl − Σ_(j≤k) C_kj Q_jl −
     * Σ_(j≤l) C_lj Q_jk] + τ² η C_kl.
     */
    @Test
    void sangers_rule() {
        assertRates(SANGER, (name, k, l) -> {
            double sum = 0;
            if (name.equals("m")) {
                for (int j = 0; j <= k; j++) {
                    sum += c(k, j) * M[j][l];
                }
                return TAU * ((RHO[l] + ETA) * M[k][l] - sum);
            }
            for (int j = 0; j <= k; j++) {
                sum += c(k, j) * Q[j][l];
            }
            for (int j = 0; j <= l; j++) {
                sum += c(l, j) * Q[j][k];
            }
            return TAU * (2 * c(k, l) - sum) + TAU * TAU * ETA * c(k, l);
        });
    }

    /**
     * The loss Σ_i Σ_(k<i) y_k y_i: the step of w_k is −τ Σ_(i≠k) y_i x, so that dm_ka = −τ (ρ_a + η) s_a with s = Σ_(i≠k) m_i, and
     * dQ_kl = −τ Σ_(i≠k) C_il − τ Σ_(i≠l) C_ik + τ² η Σ_(i≠k, j≠l) C_ij.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sum[Sum[y[k] y[i], {k, i-1}], {i, M}]",
                "Sum[Sum[y[k] y[i], {k, 1, i-1}], {i, 2, M}]",
                "Sum[Sum[y[k] y[i], {i, k+1, M}], {k, M}]",
                "Sum[y[k] y[i], {i, M}, {k, i-1}]",
                "Sum[If[k < i, y[k] y[i], 0], {i, M}, {k, M}]",
                "Sum[Sum[y[k] y[i], {k, i}] - y[i]^2, {i, M}]",
            })
    void pairs_of_units_however_they_are_written(String loss) {
        String text = HEAD + "vectors: {u: {copies: Ms, fixed: identity}, w: {copies: M, rate: tau}}\nloss: \"" + loss
                + "\"\n";
        assertRates(text, (name, k, l) -> {
            double sum = 0;
            if (name.equals("m")) {
                for (int i = 0; i < 3; i++) {
                    sum += i == k ? 0 : (RHO[l] + ETA) * M[i][l];
                }
                return -TAU * sum;
            }
            double square = 0;
            for (int i = 0; i < 3; i++) {
                sum += (i == k ? 0 : c(i, l)) + (i == l ? 0 : c(i, k));
                for (int j = 0; j < 3; j++) {
                    square += i == k || j == l ? 0 : c(i, j);
                }
            }
            return -TAU * sum + TAU * TAU * ETA * square;
        });
    }

    /** Tokens of a sequence that attend to earlier ones only, Σ_t Σ_(s<t) h_t g_s with the same signal in all: dm = ½T(T−1) τ ρ n. */
    @Test
    void copies_of_a_sample_up_to_one_of_them() {
        BoundSystem bound = bound("""
                model: causal
                sizes: {T: 4}
                parameters: {rho: {value: 1.7}, tau: {value: 0.3}}
                randoms: {c: normal}
                vectors: {u: {fixed: identity}, w: {rate: tau}, v: {rate: tau}}
                samples: {x: {copies: T, value: "Sqrt[rho] c u + noise"}}
                fields: {h: w . x, g: v . x}
                loss: "-Sum[Sum[h[t] g[s], {s, t-1}], {t, T}]"
                order: {m: w . u, n: v . u, Q: w . w, R: w . v, E: v . v}
                """);
        double[] state = {0.4, -0.6, 1.1, 0.2, 0.9};
        double[] rates = new double[5];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), rates);
        assertEquals(List.of("m", "n", "Q", "R", "E"), bound.state().labels());
        assertEquals(6 * 0.3 * 1.7 * -0.6, rates[0], 1e-14);
        assertEquals(6 * 0.3 * 1.7 * 0.4, rates[1], 1e-14);
    }

    @Test
    void bounds_are_shown_as_they_are_written_and_read_back() {
        OrderParameterSystem system = Derivation.of(problem(SANGER));
        IndexLetters letters = new IndexLetters(system.problem());
        Expression read = SystemScope.read(system, Text.of("Sum[Sum[Q[k,l], {l, k+1, M}], {k, 2, M}]"));
        String shown = ExpressionText.of(letters.bound(read));
        assertEquals("Sum[Sum[Q[k,l], {l, 1 + k, M}], {k, 2, M}]", shown);
        assertEquals(read, SystemScope.read(system, Text.of(shown)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sum[Sum[y[k], {k, i+1}], {i, M}] | an index that runs to 'i+1' may run past the last copy: write {k, i}",
                "Sum[Sum[y[k], {k, i-1, M}], {i, M}] | an index that runs from 'i-1' may begin before the first copy: write {k, i, ..}",
                "Sum[y[k], {k, i}] | unknown name 'i'",
                "Sum[Sum[y[k], {k, a}], {a, Ms}] | index 'k' runs to Ms, but 'y' has M copies",
                "Sum[y[k], {k, 0, M}] | an index runs from 1 or a later place: write {k, extent}",
            })
    void bounds_outside_of_the_copies_are_refused(String loss, String message) {
        String text = HEAD + "vectors: {u: {copies: Ms, fixed: identity}, w: {copies: M, rate: tau}}\nloss: \"" + loss
                + "\"\n";
        BadInput refusal = assertThrows(BadInput.class, () -> problem(text));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }
}

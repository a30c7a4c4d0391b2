package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/**
 * A derivation done by hand: linear units with biases on the mean of four pairs of samples, one of them with a signal
 * along B. With e_k = h_k + t_k − y the steps are F_k^x = −η e_k, F_k^v = −η f_k/2, K_kl = −(2/3) η δ_kl, and δt_k = −η_B e_k.
 */
class HandDerivedTest {
    private static final LearningProblem PROBLEM = ModelFile.read("""
            model: told
            sizes: {K: 2}
            parameters: {eta: {value: 0.3}, etaB: {value: 0.2}, sigma: {value: 1.5}}
            vectors: {B: {fixed: identity}, J: {copies: K, rate: eta}}
            scalars: {t: {copies: K, rate: etaB, start: 0.1}}
            randoms: {c: {law: normal}}
            samples: {x: "c B + sigma noise", v: noise}
            fields: {h: J . x, y: B . x, f: J . v}
            batch: 4
            loss: 1/2 Sum[(h[k] + t[k] - y)^2, {k, K}] + Sum[f[k]^2, {k, K}]/4 + Sum[J[k].J[k], {k, K}]/3
            order: {Q: J . J, R: J . B}
            observables: {eps: "Mean[(Sum[h[k], {k, K}] - y)^2]/2 + Sum[t[k]^2, {k, K}]", far: "Sum[t[k], {k, K}]"}
            phases: {near: "far < 1"}
            """, "told.yaml");

    private static final double ETA = 0.3;
    private static final double ETA_B = 0.2;
    private static final double NOISE = 1.5 * 1.5;
    private static final double[][] Q = {{1.2, 0.4}, {0.4, 0.9}};
    private static final double[] R = {0.5, -0.3};
    private static final double[] T = {0.2, 0.7};

    private static double[] values(BoundSystem bound, boolean observables) {
        double[] state = bound.state().elements().stream()
                .mapToDouble(e -> {
                    int k = e.places().get(0) - 1;
                    return switch (e.variable().name()) {
                        case "Q" -> Q[k][e.places().get(1) - 1];
                        case "R" -> R[k];
                        default -> T[k];
                    };
                })
                .toArray();
        double[] out = new double[observables ? 2 : state.length];
        new Interpreter(observables ? bound.observables() : bound.rightHandSide())
                .eval(0, state, bound.parameters().defaults(), out);
        return out;
    }

    private static void assertRates(Limit limit) {
        boolean full = limit == Limit.FINITE_RATE;
        double unit = full ? 1 : ETA;
        BoundSystem bound = BoundSystem.of(Derivation.of(PROBLEM, limit), Sizes.of(PROBLEM, Map.of()));
        double[] rates = values(bound, false);
        for (int i = 0; i < rates.length; i++) {
            var element = bound.state().elements().get(i);
            int k = element.places().get(0) - 1;
            double along = (1 + NOISE) * R[k];
            double expected;
            switch (element.variable().name()) {
                case "Q" -> {
                    int l = element.places().get(1) - 1;
                    double other = (1 + NOISE) * R[l];
                    double c = R[k] * R[l] + NOISE * Q[k][l];
                    double squares = c - along - other + 1 + NOISE + T[k] * T[l];
                    double second = ETA * ETA / 4 * (NOISE * squares + Q[k][l] / 4);
                    expected = -ETA * (2 * c - along - other) - ETA * Q[k][l] * (1 + 4 / 3.0) + (full ? second : 0);
                }
                case "R" -> expected = -ETA * (along - (1 + NOISE) + R[k] / 2 + 2 * R[k] / 3);
                default -> expected = -ETA_B * T[k];
            }
            assertEquals(
                    expected / unit, rates[i], 1e-13, bound.state().labels().get(i));
        }
    }

    @Test
    void the_rates_are_those_found_by_hand() {
        assertRates(Limit.FINITE_RATE);
        assertRates(Limit.SMALL_RATE);
    }

    @Test
    void observables_average_what_stands_in_a_mean_only() {
        BoundSystem bound = BoundSystem.of(Derivation.of(PROBLEM), Sizes.of(PROBLEM, Map.of()));
        double[] observed = values(bound, true);
        double sum = 0;
        for (int k = 0; k < 2; k++) {
            sum += T[k] * T[k] - (1 + NOISE) * R[k];
            for (int l = 0; l < 2; l++) {
                sum += (R[k] * R[l] + NOISE * Q[k][l]) / 2;
            }
        }
        double eps = sum + (1 + NOISE) / 2;
        assertEquals(eps, observed[0], 1e-13);
        assertEquals(T[0] + T[1], observed[1], 1e-15);
    }

    @Test
    void the_steps_tell_it_as_on_paper() {
        OrderParameterSystem system = Derivation.of(PROBLEM);
        assertEquals(
                List.of(
                        "x = sigma noise + c B/Sqrt[N]",
                        "v = noise",
                        "J[k].x/Sqrt[N] = h[k]",
                        "B.x/Sqrt[N] = y",
                        "J[k].v/Sqrt[N] = f[k]",
                        "Q[k,l] = J[k].J[l]",
                        "R[k] = B.J[k]",
                        "loss = Sum[Q[k,k], {k, K}]/3 + Sum[f[k]^2, {k, K}]/4 + Sum[(t[k] + h[k] - y)^2, {k, K}]/2"),
                texts(system, "Setting"));
        assertEquals(
                List.of(
                        "J[k] -> J[k] + F_J_v[k] v/Sqrt[N] + F_J_x[k] x/Sqrt[N] + Sum[K_J_J[k,l] J[l], {l, K}]/N",
                        "t[k] -> t[k] - etaB (t[k] + h[k] - y)/N"),
                texts(system, "Update in one step"));
        assertEquals(
                List.of(
                        "F_J_x[k] = -eta (t[k] + h[k] - y)",
                        "F_J_v[k] = -eta f[k]/2",
                        "K_J_J[k,l] = -2 eta KroneckerDelta[k,l]/3"),
                texts(system, "Coefficients of the update"));
        assertEquals(
                List.of(
                        "N Delta Q[k,l] = Sum[K_J_J[l,j] Q[j,k], {j, K}] + Sum[K_J_J[k,j] Q[j,l], {j, K}]"
                                + " + F_J_v[k] F_J_v[l]/4 + F_J_v[k] f[l] + F_J_v[l] f[k] + F_J_x[k] h[l]"
                                + " + F_J_x[l] h[k] + sigma^2 F_J_x[k] F_J_x[l]/4",
                        "N Delta R[k] = Sum[K_J_J[k,l] R[l], {l, K}] + F_J_v[k] B.v + F_J_x[k] y",
                        "N Delta t[k] = -etaB (t[k] + h[k] - y)"),
                texts(system, "Increments of the order parameters"));
        assertEquals(
                List.of(
                        "a fresh sample a step; noise is normal in N dimensions, of unit variance; fields and overlaps are of"
                                + " order one",
                        "F is the mean over the 4 samples of a step",
                        "minus the rate times the loss's gradient, by fields (F) and by overlaps (K)",
                        "product rule, terms of order 1/N left out; |x|^2/N -> sigma^2, |v|^2/N -> 1, over the 4"
                                + " samples of a batch",
                        "covariances of centred Gaussian fields from the overlaps, and what is built of them",
                        "each by the rule beside it"),
                system.steps().stream().map(Step::rule).limit(6).toList());
    }

    @Test
    void a_system_is_asked_by_name_and_reads_formulas_in_its_own_names() {
        OrderParameterSystem system = Derivation.of(PROBLEM);
        assertEquals(
                List.of("Q", "R", "t"),
                system.variables().stream().map(StateVariable::name).toList());
        assertEquals("R", system.variable("R").orElseThrow().name());
        assertTrue(system.variable("S").isEmpty());
        assertTrue(system.piece("S").isEmpty());
        assertTrue(system.table("S").isEmpty());
        assertEquals(List.of(), system.numericalPieces());
        assertEquals("Q[2,1] + R[1]", read(system, "J[1].B + J[2].J[1]"));
        assertEquals("R[2]", read(system, "B.J[2]"));
        assertEquals("1", read(system, "B.B"));
        BadInput refused = assertThrows(BadInput.class, () -> read(system, "h[1]"));
        assertTrue(refused.getMessage().contains("'h'"), refused.getMessage());
    }

    private static String read(OrderParameterSystem system, String text) {
        Expression read = SystemScope.read(system, org.macrostate.equations.language.Text.of(text));
        return ExpressionText.of(read);
    }

    private static List<String> texts(OrderParameterSystem system, String title) {
        return system.steps().stream()
                .filter(s -> s.title().equals(title))
                .flatMap(s -> s.lines().stream())
                .map(StepLine::text)
                .toList();
    }
}

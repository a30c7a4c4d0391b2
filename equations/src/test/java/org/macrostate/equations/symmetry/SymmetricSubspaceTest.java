package org.macrostate.equations.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.ExpressionText;

/** Systems of states whose copies are alike. */
class SymmetricSubspaceTest {
    private static final LearningProblem COMMITTEE = BundledModels.problem("soft-committee");

    /**
     * The unspecialised plateau of the realisable erf committee for small rates, {@code Q = C = 1/(2K − 1), R = 1/√(K(2K −
     * 1))} (D. Saad and S. A. Solla, Phys. Rev. E 52, 4225, 1995, section IV).
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 8, 20})
    void the_plateau_of_a_committee_rests_in_the_reduced_equations(int k) {
        BoundSystem bound = reduced(COMMITTEE, Map.of("K", k, "M", k), SymmetricAnsatz.SYMMETRIC, Limit.SMALL_RATE);
        assertEquals(List.of("Q", "Q_off", "R"), bound.state().labels());
        double q = 1.0 / (2 * k - 1);
        double[] plateau = {q, q, 1 / Math.sqrt(k * (2.0 * k - 1))};
        for (double rate : rates(bound, plateau)) {
            assertEquals(0, rate, 1e-14);
        }
        double[] elsewhere = {q, q, 1.1 / Math.sqrt(k * (2.0 * k - 1))};
        assertTrue(Math.abs(rates(bound, elsewhere)[2]) > 1e-4 / k);
    }

    /** The full equations are an independent computation: sums written out, no copy taken for another. */
    @ParameterizedTest
    @CsvSource({
        "soft-committee, K=4, M=3, SYMMETRIC",
        "soft-committee, K=2, M=2, PAIRED",
        "soft-committee, K=5, M=5, PAIRED",
        "soft-committee, K=1, M=3, SYMMETRIC",
        "relu-committee, K=3, M=3, PAIRED",
        "linear-vae, M=3, Ms=2, SYMMETRIC",
        "linear-vae, M=3, Ms=3, PAIRED",
        "two-layer, K=3, M=2, SYMMETRIC"
    })
    void rates_of_alike_copies_are_those_of_the_full_equations(
            String model, String one, String other, SymmetricAnsatz alike) {
        LearningProblem problem = BundledModels.problem(model);
        Map<String, Integer> sizes = Map.of(
                one.substring(0, one.indexOf('=')), Integer.parseInt(one.substring(one.indexOf('=') + 1)),
                other.substring(0, other.indexOf('=')), Integer.parseInt(other.substring(other.indexOf('=') + 1)));
        OrderParameterSystem full = Derivation.of(problem);
        BoundSystem whole = BoundSystem.of(full, Sizes.of(problem, sizes));
        BoundSystem bound = reduced(problem, sizes, alike, Limit.FINITE_RATE);
        double[] state = state(bound);
        double[] expanded = new double[whole.state().length()];
        int[] origin = new int[expanded.length];
        for (int e = 0; e < expanded.length; e++) {
            var element = whole.state().elements().get(e);
            List<Integer> places = element.places();
            boolean off = places.size() == 2 && !places.get(0).equals(places.get(1));
            String name = element.variable().name();
            List<String> labels = bound.state().labels();
            origin[e] = labels.indexOf(off && labels.contains(name + "_off") ? name + "_off" : name);
            expanded[e] = state[origin[e]];
        }
        double[] few = rates(bound, state);
        double[] all = rates(whole, expanded);
        for (int e = 0; e < all.length; e++) {
            double accuracy = full.numericalPieces().isEmpty() ? 1e-12 : 1e-9;
            assertEquals(
                    all[e],
                    few[origin[e]],
                    accuracy * (1 + Math.abs(all[e])),
                    whole.state().labels().get(e));
        }
        double[] observed = new double[full.observables().size()];
        double[] few2 = new double[observed.length];
        new Interpreter(whole.observables())
                .eval(0, expanded, whole.parameters().defaults(), observed);
        new Interpreter(bound.observables()).eval(0, state, bound.parameters().defaults(), few2);
        for (int i = 0; i < observed.length; i++) {
            assertEquals(observed[i], few2[i], 1e-12 * (1 + Math.abs(observed[i])));
        }
    }

    @Test
    void sums_over_copies_become_products_with_their_number() {
        OrderParameterSystem vae = Derivation.of(BundledModels.problem("linear-vae"));
        Sizes sizes = Sizes.of(vae.problem(), Map.of("M", 3, "Ms", 2));
        double[] parameters = new ParameterLayout(vae.problem(), sizes).defaults();
        OrderParameterSystem few = SymmetricSubspace.of(vae, sizes, SymmetricAnsatz.SYMMETRIC, parameters);
        assertEquals(
                List.of("m", "d", "Q", "Q_off", "E", "E_off", "R", "R_off", "D"),
                few.variables().stream().map(StateVariable::name).toList());
        String signal = ExpressionText.of(few.equations().get(0).rate());
        assertTrue(signal.contains("(M - 1)") || signal.contains("(-1 + M)"), signal);
    }

    @Test
    void copies_that_are_told_apart_are_refused() {
        LearningProblem gan = BundledModels.problem("gan");
        Sizes sizes = Sizes.of(gan, Map.of("M", 2));
        OrderParameterSystem full = Derivation.of(gan);
        double[] different = new ParameterLayout(gan, sizes).with(Map.of("Lambda[1]", 2.0, "Lambda[2]", 1.0));
        BadInput refused = assertThrows(
                BadInput.class, () -> SymmetricSubspace.of(full, sizes, SymmetricAnsatz.SYMMETRIC, different));
        assertTrue(
                refused.getMessage()
                        .startsWith(
                                "the copies are not alike in model gan: in a state where they are, q[1] changes at "),
                refused.getMessage());
    }

    @Test
    void a_model_without_copies_is_refused() {
        LearningProblem oja = BundledModels.problem("oja");
        BadInput refused = assertThrows(
                BadInput.class, () -> reduced(oja, Map.of(), SymmetricAnsatz.SYMMETRIC, Limit.FINITE_RATE));
        assertEquals("model oja has no copies that could be alike", refused.getMessage());
    }

    private static BoundSystem reduced(
            LearningProblem problem, Map<String, Integer> sizes, SymmetricAnsatz alike, Limit limit) {
        Sizes bound = Sizes.of(problem, sizes);
        double[] parameters = new ParameterLayout(problem, bound).defaults();
        return BoundSystem.of(SymmetricSubspace.of(Derivation.of(problem, limit), bound, alike, parameters), bound);
    }

    private static double[] state(BoundSystem bound) {
        Random random = new Random(7);
        return bound.state().elements().stream()
                .mapToDouble(e -> {
                    StateVariable v = e.variable();
                    boolean length = v.left().equals(v.right()) && !e.label().endsWith("_off");
                    return length ? 0.5 + random.nextDouble() : 0.1 * random.nextDouble();
                })
                .toArray();
    }

    private static double[] rates(BoundSystem bound, double[] state) {
        double[] out = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), out);
        return out;
    }
}

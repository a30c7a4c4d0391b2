package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.GenericState;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Index;

/** Families with two indices against the same vectors in one row, w[l,k] as v[(l-1) K + k], and against equations by hand. */
class TwoIndicesTest {
    private static final int L = 2;
    private static final int K = 2;

    private static LearningProblem problem(String text) {
        return ModelFile.read(text, "groups.yaml");
    }

    private static BoundSystem bound(LearningProblem problem, Map<String, Integer> sizes) {
        return BoundSystem.of(Derivation.of(problem), Sizes.of(problem, sizes));
    }

    private static double[] rates(BoundSystem bound, double[] state) {
        double[] rates = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), rates);
        return rates;
    }

    private static double[] observables(BoundSystem bound, double[] state) {
        double[] values = new double[bound.observables().outputs().size()];
        new Interpreter(bound.observables()).eval(0, state, bound.parameters().defaults(), values);
        return values;
    }

    /** The number in one row of a copy with two indices. */
    private static int flat(List<Index> indices, List<Integer> places, Sizes sizes) {
        int members = sizes.of(indices.get(1).extent());
        return (places.get(0) - 1) * members + places.get(1);
    }

    private static List<Integer> flat(StateLayout.Element element, Sizes sizes) {
        StateVariable variable = element.variable();
        List<Integer> places = element.places();
        return List.of(
                flat(variable.indices().subList(0, 2), places.subList(0, 2), sizes),
                flat(variable.indices().subList(2, 4), places.subList(2, 4), sizes));
    }

    /** The model with two indices, and the state that is the same one. */
    private static void assertSame(BoundSystem groups, BoundSystem row, double accuracy) {
        double[] state = GenericState.of(row, new Random(3));
        StateLayout layout = groups.state();
        double[] same = new double[layout.length()];
        int[] places = new int[same.length];
        for (int i = 0; i < same.length; i++) {
            StateLayout.Element element = layout.elements().get(i);
            places[i] = row.state().position(element.variable().name(), flat(element, groups.sizes()));
            same[i] = state[places[i]];
        }
        assertEquals(state.length, same.length);
        double[] expected = rates(row, state);
        double[] found = rates(groups, same);
        for (int i = 0; i < same.length; i++) {
            assertEquals(
                    expected[places[i]], found[i], accuracy, layout.labels().get(i));
        }
        double[] observed = observables(groups, same);
        double[] other = observables(row, state);
        for (int i = 0; i < observed.length; i++) {
            assertEquals(other[i], observed[i], accuracy);
        }
    }

    private static final String GROUPS = """
            model: groups
            sizes: {L: 2, K: 2, M: 1}
            parameters: {eta: {value: 0.3}, c: {value: 0.4}}
            vectors: {u: {copies: [L, M], fixed: identity}, w: {copies: [L, K], rate: eta}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: "1/2 Sum[(Sum[%1$s, {k, K}] - Sum[%2$s, {m, M}])^2, {l, L}] + c/4 Sum[(w[l,k].w[l,p])^2, {l, L}, {k, K}, {p, K}]"
            order: {Q: w . w, R: w . u}
            observables: {e: "Mean[1/2 Sum[(Sum[%1$s, {k, K}] - Sum[%2$s, {m, M}])^2, {l, L}]]"}
            """;

    private static final String ROW = """
            model: row
            parameters: {eta: {value: 0.3}, c: {value: 0.4}}
            vectors: {u: {copies: 2, fixed: identity}, w: {copies: 4, rate: eta}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: "1/2 (%1$s + %2$s - %5$s)^2 + 1/2 (%3$s + %4$s - %6$s)^2
              + c/4 ((w[1].w[1])^2 + (w[2].w[2])^2 + (w[3].w[3])^2 + (w[4].w[4])^2 + 2 (w[1].w[2])^2 + 2 (w[3].w[4])^2)"
            order: {Q: w . w, R: w . u}
            observables: {e: "Mean[1/2 (%1$s + %2$s - %5$s)^2 + 1/2 (%3$s + %4$s - %6$s)^2]"}
            """;

    /**
     * Polynomials, an error function and kinks, and decay by overlaps inside of groups. Kinks have arcsines of correlations that
     * are one in the sums over groups, where half the digits are lost, and one in a row, where they are numbers.
     */
    @ParameterizedTest
    @CsvSource({"Erf[#/Sqrt[2]], 1e-12", "#^2, 1e-12", "Ramp[#], 1e-7", "Sign[#], 1e-7"})
    void groups_of_units_are_units_in_a_row(String function, double accuracy) {
        String of = function.replace("#", "%s");
        String groups = GROUPS.formatted(of.formatted("h[l,k]"), of.formatted("y[l,m]"));
        String row = ROW.formatted(
                of.formatted("h[1]"),
                of.formatted("h[2]"),
                of.formatted("h[3]"),
                of.formatted("h[4]"),
                of.formatted("y[1]"),
                of.formatted("y[2]"));
        assertSame(bound(problem(groups), Map.of()), bound(problem(row), Map.of()), accuracy);
    }

    @Test
    void the_sizes_of_groups_and_members_may_be_set() {
        String row = """
                model: row
                parameters: {eta: {value: 0.3}, c: {value: 0.4}}
                vectors: {u: {copies: 6, fixed: identity}, w: {copies: 3, rate: eta}}
                samples: {x: noise}
                fields: {h: w . x, y: u . x}
                loss: "1/2 (h[1]^2 - y[1]^2 - y[2]^2)^2 + 1/2 (h[2]^2 - y[3]^2 - y[4]^2)^2 + 1/2 (h[3]^2 - y[5]^2 - y[6]^2)^2
                  + c/4 ((w[1].w[1])^2 + (w[2].w[2])^2 + (w[3].w[3])^2)"
                order: {Q: w . w, R: w . u}
                observables: {e: "Mean[1/2 (h[1]^2 - y[1]^2 - y[2]^2)^2 + 1/2 (h[2]^2 - y[3]^2 - y[4]^2)^2 + 1/2 (h[3]^2 - y[5]^2 - y[6]^2)^2]"}
                """;
        BoundSystem groups = bound(problem(GROUPS.formatted("h[l,k]^2", "y[l,m]^2")), Map.of("L", 3, "K", 1, "M", 2));
        assertSame(groups, bound(problem(row), Map.of()), 1e-12);
    }

    @Test
    void an_ensemble_of_one_is_a_committee() {
        BoundSystem one = bound(BundledModels.problem("soft-committee-ensemble"), Map.of("L", 1));
        BoundSystem committee = bound(BundledModels.problem("soft-committee"), Map.of());
        double[] state = GenericState.of(committee, new Random(8));
        double[] expected = rates(committee, state);
        double[] found = rates(one, state);
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected[i], found[i], 1e-13, one.state().labels().get(i));
        }
    }

    /**
     * Linear units: {@code e_l = Σ_k h_lk − y_l}, so that with S_l,p = Σ_k Q and T_l = Σ_k R, dR[l,k,p] = −η (Σ_k' R[l,k',p] −
     * δ_lp) and dQ[l,k,p,q] = −η (Σ_k' Q[l,k',p,q] − R[p,q,l] + Σ_q' Q[p,q',l,k] − R[l,k,p]) + η² E[e_l e_p].
     */
    @Test
    void linear_groups_have_the_rates_that_are_found_by_hand() {
        BoundSystem bound = bound(
                problem(GROUPS.formatted("h[l,k]", "y[l,m]").replace("c: {value: 0.4}", "c: {value: 0}")), Map.of());
        double[] state = GenericState.of(bound, new Random(2));
        double[] rates = rates(bound, state);
        Entry entry = (name, places) -> state[bound.state().position(name, places)];
        double eta = 0.3;
        for (int i = 0; i < rates.length; i++) {
            StateLayout.Element element = bound.state().elements().get(i);
            int l = element.places().get(0);
            int k = element.places().get(1);
            int p = element.places().get(2);
            int q = element.places().get(3);
            double expected;
            if (element.variable().name().equals("R")) {
                expected = -eta * (entry.of("R", 1, l, p) + entry.of("R", 2, l, p) - (l == p ? 1 : 0));
            } else {
                double drift = -entry.r(p, q, l) - entry.r(l, k, p);
                double square = l == p ? 1 : 0;
                for (int a = 1; a <= K; a++) {
                    drift += entry.q(l, a, p, q) + entry.q(p, a, l, k);
                    square -= entry.r(l, a, p) + entry.r(p, a, l);
                    for (int b = 1; b <= K; b++) {
                        square += entry.q(l, a, p, b);
                    }
                }
                expected = -eta * drift + eta * eta * square;
            }
            assertEquals(expected, rates[i], 1e-13, element.label());
        }
    }

    private interface Entry {
        double at(String name, List<Integer> places);

        default double q(int l, int k, int p, int q) {
            return at("Q", List.of(l, k, p, q));
        }

        default double r(int l, int k, int p) {
            return at("R", List.of(l, k, p, 1));
        }

        default double of(String name, int k, int l, int p) {
            return at(name, List.of(l, k, p, 1));
        }
    }

    /** Each member has a rate of its own in its group, k the first index and l the second; and what was not named has a name. */
    @Test
    void rates_are_in_both_indices_and_overlaps_without_a_name_get_one() {
        String model = """
                model: rates
                sizes: {L: 2, K: 2}
                parameters: {a: {copies: L, value: [1, 3]}, b: {copies: K, value: [5, 7]}}
                vectors: {u: {fixed: identity}, w: {copies: [L, K], rate: "a[k] b[l]"}}
                samples: {x: noise}
                fields: {h: w . x, y: u . x}
                loss: "-Sum[h[l,k] y, {l, L}, {k, K}]"
                """;
        OrderParameterSystem system = Derivation.of(problem(model), Limit.FINITE_RATE);
        BoundSystem bound = BoundSystem.of(system, Sizes.of(system.problem(), Map.of()));
        double[] rates = rates(bound, new double[bound.state().length()]);
        double[] a = {1, 3};
        double[] b = {5, 7};
        for (int l = 1; l <= L; l++) {
            for (int k = 1; k <= K; k++) {
                assertEquals(a[l - 1] * b[k - 1], rates[bound.state().position("u_w", List.of(l, k))], 1e-14);
            }
        }
    }

    /** Teachers of one group have the overlap c, those of different groups none. */
    @Test
    void fixed_groups_may_have_overlaps() {
        String groups = """
                model: fixed-groups
                parameters: {eta: {value: 0.3}, c: {value: 0.4}}
                vectors: {u: {copies: [2, 2], fixed: "KroneckerDelta[i1,j1] (c + (1 - c) KroneckerDelta[i2,j2])"}, w: {rate: eta}}
                samples: {x: noise}
                fields: {h: w . x, y: u . x}
                loss: "1/2 (h^2 - Sum[y[l,k]^2, {l, 2}, {k, 2}])^2"
                order: {Q: w . w, R: w . u}
                """;
        String row = groups.replace("[2, 2]", "4")
                .replaceAll(
                        "fixed: \"[^\"]*\"",
                        "fixed: {matrix: [[1, c, 0, 0], [c, 1, 0, 0], [0, 0, 1, c], [0, 0, c, 1]]}")
                .replace("Sum[y[l,k]^2, {l, 2}, {k, 2}]", "Sum[y[a]^2, {a, 4}]");
        BoundSystem two = bound(problem(groups), Map.of());
        BoundSystem one = bound(problem(row), Map.of());
        double[] state = GenericState.of(one, new Random(4));
        double[] expected = rates(one, state);
        double[] found = rates(two, state);
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected[i], found[i], 1e-12, two.state().labels().get(i));
        }
    }

    @Test
    void an_overlap_is_kept_once_and_answers_in_either_order() {
        BoundSystem bound = bound(problem(GROUPS.formatted("h[l,k]", "y[l,m]")), Map.of());
        StateLayout layout = bound.state();
        assertEquals(10 + 8, layout.length());
        assertEquals(layout.position("Q", List.of(1, 2, 2, 1)), layout.position("Q", List.of(2, 1, 1, 2)));
        assertTrue(layout.labels().containsAll(List.of("Q[1,2,2,1]", "R[2,1,1,1]")));
        BadInput none = assertThrows(BadInput.class, () -> layout.position("R", List.of(1, 1, 1, 2)));
        assertTrue(none.getMessage().contains(Places.label("R", List.of(1, 1, 1, 2))));
    }

    @Test
    void mistakes_are_told() {
        assertTold("[L, K, M]", "identity", "two, of rows and columns or of groups and their members");
        assertTold("[L, M]", "{diagonal: [1, 1]}", "i1, i2 of one and j1, j2 of the other");
        assertTold("[L, M]", "KroneckerDelta[i1,j2]", "must be symmetric");
    }

    private static void assertTold(String copies, String fixed, String what) {
        String model = GROUPS.formatted("h[l,k]", "y[l,m]")
                .replace(
                        "u: {copies: [L, M], fixed: identity}",
                        "u: {copies: " + copies + ", fixed: " + quoted(fixed) + "}");
        String message = assertThrows(BadInput.class, () -> problem(model)).getMessage();
        assertTrue(message.contains(what), message);
    }

    private static String quoted(String fixed) {
        return fixed.startsWith("{") ? fixed : "\"" + fixed + "\"";
    }
}

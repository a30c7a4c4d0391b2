package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.equations.threshold.ThresholdRequest;
import org.macrostate.equations.threshold.Thresholds;

/** Copies of samples against the same model with every copy written by hand, and against closed forms. */
class SampleCopiesTest {
    private static final String CONTRASTIVE = """
            model: contrastive
            sizes: {n: %s}
            parameters: {rho: {value: 1, domain: positive}, sig: {value: 0.5, domain: positive},
              T: {value: 1, domain: positive}, decay: {value: 0.1, domain: nonnegative}, tau: {value: 0.1, domain: positive}}
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms: {c: normal, d: {copies: n}}
            samples:
              x: "Sqrt[rho] c u + Sqrt[sig] noise"
              y: "Sqrt[rho] c u + Sqrt[sig] noise"
              xn: {copies: n, value: "Sqrt[rho] d[j] u + Sqrt[sig] noise"}
            fields: {f: w . x, g: w . y, k: w . xn}
            loss: "%s + decay/2 w.w"
            order: {m: w . u, Q: w . w}
            states: {collapsed: {m: 0, Q: 0}}
            """;

    private static LearningProblem problem(String copies, String loss) {
        return ModelFile.read(CONTRASTIVE.formatted(copies, loss), "contrastive");
    }

    private static List<String> rates(OrderParameterSystem system) {
        return system.equations().stream()
                .map(equation -> ExpressionText.of(equation.rate()))
                .toList();
    }

    @Test
    void a_sum_over_copies_does_not_run_to_a_size_that_may_change() {
        BadInput refused = assertThrows(BadInput.class, () -> problem("2, K: 2", "Sum[Log[1 + Exp[f k[j]]], {j, K}]"));
        assertTrue(
                refused.getMessage()
                        .endsWith(
                                "a sum over copies of a sample runs to a number or the size of its copies, which --size"
                                        + " cannot change; found K"),
                refused.getMessage());
    }

    @Test
    void a_sum_over_copies_has_the_expectation_of_one_term_as_often_as_there_are_copies() {
        // E over (f − k_j)² of three independent copies: only the number of terms can differ from one copy with weight
        // 3
        List<String> copies = rates(Derivation.of(problem("3", "Sum[Log[1 + Exp[f k[j]]], {j, n}]")));
        List<String> weighted = rates(Derivation.of(problem("1", "3 Log[1 + Exp[f k[1]]]")));
        assertEquals(weighted.get(0), copies.get(0));
    }

    @Test
    void numbered_copies_products_and_two_indices_are_the_polynomials_they_stand_for() {
        String sum = "Sum[k[i] k[j], {i, n}, {j, n}]";
        String square = "(k[1] + k[2])^2";
        assertEquals(rates(Derivation.of(problem("2", square))), rates(Derivation.of(problem("2", sum))));
        assertEquals(
                rates(Derivation.of(problem("2", "k[1]^2 k[2]^2"))),
                rates(Derivation.of(problem("2", "Product[k[j]^2, {j, n}]"))));
    }

    /**
     * At small weights the loss is −fg/T + (fg + Σ f k_j)/((n + 1) T): the signal grows below decay = 2 ρ n/((n + 1) T).
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void contrastive_learning_with_n_negatives_collapses_above_a_decay_known_in_closed_form(int n) {
        LearningProblem problem = problem(Integer.toString(n), "-f g/T + Log[Exp[f g/T] + Sum[Exp[f k[j]/T], {j, n}]]");
        ThresholdAnalysis analysis = Thresholds.of(
                Derivation.of(problem), Sizes.of(problem, Map.of()), ThresholdRequest.of("collapsed", "decay"));
        Expression form = analysis.boundaries().stream()
                .filter(b -> b.decides())
                .findFirst()
                .flatMap(b -> b.closedForm())
                .orElseThrow();
        Expression rho = Symbol.parameter("rho");
        assertEquals(Expression.of(2L * n).times(rho).over(Expression.of(n + 1L).times(Symbol.parameter("T"))), form);
    }

    @Test
    void copies_are_independent_samples_with_the_factors_of_their_index() {
        LearningProblem problem = problem("2", "k[1] k[2]");
        assertEquals(
                List.of("x", "y", "xn_1", "xn_2"),
                problem.samples().stream().map(Declaration.Sample::name).toList());
        assertEquals(
                "Sqrt[rho] d[2]",
                ExpressionText.of(problem.samples().get(3).terms().get(0).coefficient()));
    }

    @Test
    void what_cannot_be_written_out_is_refused_in_words() {
        assertMessage(
                "copies of samples are written out, and come to more than 2000",
                "64",
                "Sum[k[i] k[j], {i, n}, {j, n}]");
        assertMessage("'k' takes 1 index, found none", "2", "k^2");
        assertMessage("'k' has 2 copies, found index 3", "2", "k[3]^2");
        assertMessage("a sample may have from 1 to 64 copies, found 65", "65", "k[1]^2");
        LearningProblem problem = problem("2", "k[1]^2");
        BadInput refused = assertThrows(BadInput.class, () -> Sizes.of(problem, Map.of("n", 3)));
        assertTrue(refused.getMessage().contains("size n counts copies of a sample"), refused.getMessage());
    }

    private static void assertMessage(String expected, String copies, String loss) {
        BadInput refused = assertThrows(BadInput.class, () -> problem(copies, loss));
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
    }
}

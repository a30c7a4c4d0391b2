package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;

/** Overlaps of fixed vectors as expressions in their indices: symmetric as a matrix, whatever they look like. */
class SymmetricEntriesTest {
    private static final String COMMITTEE = """
            model: graded
            sizes: {K: 2, M: 3}
            parameters: {eta: {value: 0.1}, c: {value: 0.3}, g: {copies: M, value: [0.4, 0.7, 1.1]}}
            vectors: {B: {copies: M, fixed: "FIXED"}, J: {copies: K, rate: eta}}
            samples: {xi: noise}
            fields: {x: J . xi, y: B . xi}
            loss: 1/2 (Sum[Erf[x[i]/Sqrt[2]], {i, K}] - Sum[Erf[y[n]/Sqrt[2]], {n, M}])^2
            order: {Q: J . J, R: J . B}
            observables: {eps_g: "Mean[(Sum[Erf[x[i]/Sqrt[2]], {i, K}] - Sum[Erf[y[n]/Sqrt[2]], {n, M}])^2]/2"}
            """;

    private static LearningProblem problem(String fixed) {
        return ModelFile.read(COMMITTEE.replace("FIXED", fixed), "graded.yaml");
    }

    private static double[] rates(String fixed) {
        LearningProblem problem = problem(fixed);
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        double[] state = new Random(5).doubles(bound.state().length(), 0.1, 0.2).toArray();
        double[] rates = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, bound.parameters().defaults(), rates);
        return rates;
    }

    @Test
    void graded_teachers_under_a_delta_give_the_equations_of_the_same_matrix_in_numbers() {
        // 1/2 + g^2 at g = 0.4, 0.7, 1.1
        double[] numbers = rates("diagonal [0.66, 0.99, 1.71]");
        assertArrayEquals(numbers, rates("(1/2 + g[i]^2) KroneckerDelta[i,j]"), 1e-12);
        assertArrayEquals(numbers, rates("KroneckerDelta[i,j]/2 + g[i] g[j] KroneckerDelta[i,j]"), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "g[j] KroneckerDelta[i,j] + c",
                "(g[i] + g[j])^2 + KroneckerDelta[i,j] (2 + g[i])",
                "Exp[-(g[i] - g[j])^2]",
                "Exp[g[i]] Exp[g[j]] + g[i]^2 - (g[i] - g[j]) (g[i] + g[j]) - g[j]^2"
            })
    void a_symmetric_matrix_is_accepted_in_any_form(String fixed) {
        assertTrue(problem(fixed).vectors("B").orElseThrow().fixed().isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KroneckerDelta[i,j] + g[i]/10 | entry 1,2 is g[1]/10 and entry 2,1 is g[2]/10",
                "KroneckerDelta[i,j] + c KroneckerDelta[i,2] KroneckerDelta[j,3] | entry 2,3 is c and entry 3,2 is 0",
                "KroneckerDelta[i,j] + KroneckerDelta[i,40] KroneckerDelta[j,41]/2 | entry 40,41 is 1/2 and entry 41,40 is 0",
                "Exp[g[i] - g[j]] | entry 1,2 is Exp[g[1] - g[2]] and entry 2,1 is Exp[g[2] - g[1]]"
            })
    void an_asymmetric_one_is_refused_with_the_entries_that_differ(String fixed, String entries) {
        BadInput refused = assertThrows(BadInput.class, () -> problem(fixed));
        assertTrue(
                refused.getMessage().endsWith("the overlaps of fixed vectors B must be symmetric, but " + entries),
                refused.getMessage());
    }
}

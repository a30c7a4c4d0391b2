package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;

class ProbabilitiesTest {
    private static final String MODEL = """
            model: flipped
            sizes: {K: 3}
            parameters: {eta: {value: 1, domain: positive}, a: {value: 0.5}, p: {value: 0.1, domain: unit}}
            vectors: {B: {fixed: identity}, J: {}}
            randoms: {s: {law: {values: [1, -1], probabilities: [ONE, OTHER]}}}
            samples: {xi: noise}
            fields: {x: J . xi, y: B . xi}
            update: {J: "eta s y xi"}
            order: {R: J . B, Q: J . J}
            """;

    private static LearningProblem problem(String one, String other) {
        return ModelFile.read(MODEL.replace("ONE", one).replace("OTHER", other), "flipped.yaml");
    }

    @ParameterizedTest
    @CsvSource({"1 - p, p", "1/4, 3/4", "1/K, 1 - 1/K", "eta/(1 + eta), 1/(1 + eta)", "a^2/(1 + a^2), 1/(1 + a^2)"})
    void what_lies_from_0_to_1_wherever_the_parameters_may_be_is_a_probability(String one, String other) {
        Law law = problem(one, other).randoms().get(0).law();
        assertEquals(2, ((Law.Discrete) law).probabilities().size());
    }

    @ParameterizedTest
    @CsvSource({"p, 0.9", "p, p", "eta/(1 + eta), 1/(2 + eta)"})
    void what_does_not_add_up_to_one_everywhere_is_refused(String one, String other) {
        BadInput refused = assertThrows(BadInput.class, () -> problem(one, other));
        assertTrue(refused.getMessage().contains("must add up to 1"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1 - a, a", "eta/2, 1 - eta/2", "K/3, 1 - K/3"})
    void what_leaves_that_range_for_some_values_is_refused(String one, String other) {
        BadInput refused = assertThrows(BadInput.class, () -> problem(one, other));
        assertTrue(
                refused.getMessage().contains("wherever the domains of its parameters allow, but"),
                refused.getMessage());
    }

    @Test
    void the_message_names_the_place_the_value_and_the_way_out() {
        BadInput refused = assertThrows(BadInput.class, () -> problem("1 - a", "a"));
        assertTrue(
                refused.getMessage().matches(".*line 5, .*1 - a is \\S+ at a = \\S+; a parameter with domain: unit .*"),
                refused.getMessage());
    }
}

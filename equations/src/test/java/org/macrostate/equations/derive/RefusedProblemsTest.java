package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.ModelFile;

/** What cannot be derived is refused with the term and the reason. */
class RefusedProblemsTest {
    private static final String HEAD = """
            model: refused
            sizes: {K: 2}
            parameters: {eta: {value: 1}}
            vectors: {B: {fixed: identity}, J: {copies: K, rate: eta}}
            """;

    private static void assertRefused(String rest, String... words) {
        BadInput refused =
                assertThrows(BadInput.class, () -> Derivation.of(ModelFile.read(HEAD + rest, "refused.yaml")));
        for (String word : words) {
            assertTrue(refused.getMessage().contains(word), refused.getMessage());
        }
    }

    @Test
    void four_fields_without_closed_form() {
        assertRefused("""
                samples: {x: noise}
                fields: {h: J . x, y: B . x}
                loss: 1/2 (Sum[Tanh[h[k]], {k, K}] - Tanh[y])^2
                """, "numerical integration over 4 fields", "at most 3", "Tanh");
    }

    @Test
    void an_expectation_that_diverges() {
        assertRefused("""
                samples: {x: noise}
                fields: {h: J . x}
                loss: Sum[Exp[h[k]^2], {k, K}]
                """, "Exp[", "diverges");
        assertRefused("""
                samples: {x: noise}
                fields: {h: J . x}
                loss: Sum[Exp[-h[k]^3], {k, K}]
                """, "diverges");
    }

    @Test
    void a_function_of_as_many_fields_as_there_are_copies() {
        assertRefused("""
                samples: {x: noise}
                fields: {h: J . x}
                loss: Log[1 + Sum[Exp[h[k]], {k, K}]]
                """, "as many fields as the sum has terms");
    }

    @Test
    void copies_of_a_factor_that_is_not_normal_inside_of_a_function() {
        assertRefused("""
                randoms: {c: {copies: K, law: rademacher}}
                samples: {x: noise + c[1] B}
                fields: {h: J . x}
                loss: Sum[Tanh[h[k]], {k, K}]
                """, "not normal and has copies");
    }

    @Test
    void a_normal_factor_times_another_factor() {
        assertRefused("""
                randoms: {c: {law: normal}, s: {law: rademacher}}
                samples: {x: noise + s c B}
                fields: {h: J . x}
                loss: Sum[h[k]^2, {k, K}]
                """, "linear in normal factors", "of B");
    }

    @Test
    void a_trained_scalar_in_a_sample() {
        assertRefused("""
                scalars: {a: {rate: eta}}
                samples: {x: noise + a B}
                fields: {h: J . x}
                loss: Sum[h[k]^2, {k, K}]
                """, "sample x contains the trained scalar a");
    }
}

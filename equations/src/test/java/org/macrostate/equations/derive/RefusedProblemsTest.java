package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    private static void assertMessage(String message, String rest) {
        BadInput refused =
                assertThrows(BadInput.class, () -> Derivation.of(ModelFile.read(HEAD + rest, "refused.yaml")));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void vectors_and_samples_outside_of_fields_and_overlaps() {
        assertMessage(
                "refused.yaml, line 7, column 29, key 'loss': vector 'J' may stand here only in a dot product", """
                samples: {x: noise}
                fields: {h: J . x}
                loss: Sum[h[k]^2, {k, K}] + J[1]
                """);
        assertMessage(
                "refused.yaml, line 7, column 29, key 'loss': sample 'x' may stand here only in a dot product", """
                samples: {x: noise}
                fields: {h: J . x}
                loss: Sum[h[k]^2, {k, K}] + x
                """);
    }

    @Test
    void samples_that_are_not_linear_in_vectors() {
        assertMessage(
                "refused.yaml, line 5, column 14, key 'samples.x': sample x must be linear in vectors; the term 'B^2' is not",
                """
                samples: {x: noise + B^2}
                fields: {h: J . x}
                loss: Sum[h[k]^2, {k, K}]
                """);
        assertMessage(
                "refused.yaml, line 5, column 14, key 'samples.x': sample x must be linear in vectors; the term '1' has none",
                """
                samples: {x: noise + 1}
                fields: {h: J . x}
                loss: Sum[h[k]^2, {k, K}]
                """);
    }

    @Test
    void fields_on_samples_that_do_not_exist() {
        assertMessage(
                "refused.yaml, line 6, column 17, key 'fields.h': unknown vector or sample 'z'; known: B, J, x", """
                samples: {x: noise}
                fields: {h: J . z}
                loss: Sum[h[k]^2, {k, K}]
                """);
    }

    @Test
    void rates_of_fixed_vectors() {
        BadInput refused = assertThrows(BadInput.class, () -> ModelFile.read("""
                model: refused
                parameters: {eta: {value: 1}}
                vectors: {B: {fixed: identity, rate: eta}, J: {rate: eta}}
                samples: {x: noise}
                fields: {h: J . x}
                loss: h^2
                """, "refused.yaml"));
        assertEquals(
                "refused.yaml, line 3, column 38, key 'vectors.B.rate': vectors B are fixed and cannot have a learning rate",
                refused.getMessage());
    }

    @Test
    void expectations_that_diverge() {
        String head = "samples: {x: noise}\nfields: {h: J . x}\n";
        assertMessage(
                "the expectation of Exp[h[k]^2] diverges where the field's variance is large",
                head + "loss: Sum[Exp[h[k]^2], {k, K}]");
        assertMessage("the expectation of Exp[-h[k]^3] diverges", head + "loss: Sum[Exp[-h[k]^3], {k, K}]");
        assertMessage(
                "the expectation of B.x/h[k] diverges: 1/(h[k]) is not integrable where its denominator vanishes",
                head + "loss: Sum[Log[h[k]^2], {k, K}]");
        assertMessage(
                "the expectation of B.x Tan[h[k]]^2 diverges: Tan[h[k]] is not integrable at its poles",
                head + "loss: Sum[Tan[h[k]], {k, K}]");
    }

    @Test
    void five_fields_without_closed_form() {
        assertRefused("""
                samples: {x: noise}
                fields: {h: J . x, y: B . x}
                loss: Sum[ArcTan[h[k]], {k, K}]^2 Sin[y]
                """, "has no closed form, and numerical integration over 5 fields is too much: at most 4");
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

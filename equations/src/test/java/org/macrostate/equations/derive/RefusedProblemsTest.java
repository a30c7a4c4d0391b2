package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Odd functions whose mean is zero by symmetry only where it exists. */
    @ParameterizedTest
    @CsvSource({
        "B/h, the expectation of 1/h diverges: 1/(h) is not integrable where its denominator vanishes",
        "B y Tan[h]^2, the expectation of y Tan[h]^2 diverges: Tan[h] is not integrable at its poles",
        "B h Exp[y^2], the expectation of Exp[y^2] diverges where the field's variance is large",
    })
    void odd_functions_without_a_mean(String update, String message) {
        String text = """
                model: m
                parameters: {tau: 0.1}
                vectors: {B: {fixed: identity}, J: {}}
                samples: {x: noise}
                fields: {h: J . x, y: B . x}
                update: {J: "tau %s"}
                order: {R: J . B, Q: J . J}
                """.formatted(update);
        BadInput refused =
                assertThrows(BadInput.class, () -> Derivation.of(ModelFile.read(text, "m"), Limit.SMALL_RATE));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
    }

    @Test
    void nine_fields_without_closed_form() {
        assertMessage(
                "the expectation of Sin[y]^2 ArcTan[h[i]] ArcTan[h[j]] ArcTan[h[p]] ArcTan[h[q]] ArcTan[h[r]] ArcTan[h[s]]/((1 + h[k]^2) (1 + h[l]^2))"
                        + " has no closed form, and numerical integration over 9 fields is too much: at most 8, of samples with copies too",
                """
                samples: {x: noise}
                fields: {h: J . x, y: B . x}
                loss: Sum[ArcTan[h[k]], {k, K}]^4 Sin[y]
                """);
    }

    @Test
    void a_function_of_as_many_fields_as_there_are_copies() {
        assertMessage(
                "the expectation of a function of the sum 'Sum[Exp[h[k]], {k, K}]' would need an integral over as many"
                        + " fields as the sum has terms",
                """
                samples: {x: noise}
                fields: {h: J . x}
                loss: Log[1 + Sum[Exp[h[k]], {k, K}]]
                """);
    }

    @Test
    void copies_of_a_factor_that_is_not_normal_inside_of_a_function() {
        assertMessage(
                "the expectation of c[k] Tanh[c[l] + h[l]] has a copy of c inside of a function, and copies of any number"
                        + " beside it: number the copies, or leave them in polynomials",
                """
                randoms: {c: {copies: K, law: rademacher}}
                samples: {x: noise}
                fields: {h: J . x}
                loss: 1/2 Sum[h[k]^2, {k, K}]
                observables: {o: "Mean[Sum[c[j] Tanh[h[k] + c[k]], {j, K}, {k, K}]]"}
                """);
        assertMessage(
                "the factor c is not normal and has copies: inside of functions they stand only numbered, as in c[1]",
                """
                randoms: {c: {copies: K, law: rademacher}}
                samples: {x: noise}
                fields: {h: J . x}
                loss: 1/2 Sum[h[k]^2, {k, K}]
                observables: {o: "Mean[Sum[Tanh[h[k] + c[k]], {k, K}]]"}
                """);
    }

    @Test
    void a_trained_scalar_in_a_sample() {
        String message = "sample x contains the trained scalar a: the gradient of a loss through a sample is taken for"
                + " vectors only; state the step under 'update'";
        for (String sample : new String[] {"noise + a B", "a noise"}) {
            assertMessage(message, """
                    scalars: {a: {rate: eta}}
                    samples: {x: SAMPLE}
                    fields: {h: J . x}
                    loss: Sum[h[k]^2, {k, K}]
                    """.replace("SAMPLE", sample));
        }
    }

    @Test
    void more_copies_of_a_factor_than_have_few_partitions() {
        assertMessage("the expectation of a product of 12 copies of c is too much: at most 10", """
                randoms: {c: {copies: K, law: rademacher}}
                samples: {x: noise}
                fields: {h: J . x}
                loss: Sum[c[k], {k, K}]^6 Sum[h[k]^2, {k, K}]
                """);
    }
}

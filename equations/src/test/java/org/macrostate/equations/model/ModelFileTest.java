package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Rational;

class ModelFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "rho: {value: 1, → rho: {value: -0.1, → line 4, column 16, key 'parameters.rho.value': parameter rho must be positive, was -0.1",
                "rho: {value: 1, → rho: {value: 1/0, → line 4, column 17, key 'parameters.rho.value': parameter rho must be a number; division by zero",
                "rho: {value: 1, → rho: {value: s, → line 4, column 16, key 'parameters.rho.value': parameter rho must be a number; unknown name 's'",
                "rho: {value: 1, → rho: {vlaue: 1, → line 4, column 9, key 'parameters.rho.vlaue': unknown key of a parameter 'vlaue'; did you mean 'value'?",
                "domain: positive → domain: positiv → line 4, column 27, key 'parameters.rho.domain': unknown domain 'positiv'; did you mean 'positive'?",
                "domain: positive → about: [a] → line 4, column 26, key 'parameters.rho.about': expected a single value, found a list",
                "[1, 0.5, 0.25] → [1, 0.5] → line 5, column 26, key 'parameters.s.value': parameter s has K = 3 copies, found 2 values",
                "M: 2 → M: 0 → line 2, column 12, key 'sizes.M': size M must be a whole number from 1 to 1000, was 0",
                "M: 2 → M: 1001 → line 2, column 12, key 'sizes.M': size M must be a whole number from 1 to 1000, was 1001",
                "M: 2 → M: many → line 2, column 12, key 'sizes.M': size M must be a number; unknown name 'many'",
                "fixed: identity → fixed: identity, rate: rho → line 7, column 41, key 'vectors.u.rate': vectors u are fixed and cannot have a learning rate",
                "fixed: identity → fixed: identty → line 7, column 25, key 'vectors.u.fixed': unknown name 'identty'; known: K, M, i, j, rho, s",
                "fixed: identity → fixed: KroneckerDelta[i,1] → line 7, column 25, key 'vectors.u.fixed': the overlaps of fixed vectors u must be symmetric, but entry 1,2 is 1 and entry 2,1 is 0",
                "fixed: identity → fixed: {diagonal: [1, 1]} → line 7, column 26, key 'vectors.u.fixed.diagonal': the overlaps of fixed vectors u must be as many as its copies, K = 3, found 2",
                "fixed: identity → fixed: matrix [[1,2,0],[2,1,0],[0,0,1]] → line 7, column 25, key 'vectors.u.fixed': the overlaps of fixed vectors u must be positive semidefinite, found an eigenvalue of -1.00",
                "fixed: identity → fixed: matrix [[1,2,0],[1,1,0],[0,0,1]] → line 7, column 25, key 'vectors.u.fixed': the overlaps of fixed vectors u must be symmetric, but entry 1,2 is 2 and entry 2,1 is 1",
                "copies: M, rate: rho} → copies: m, rate: rho} → line 8, column 15, key 'vectors.w.copies': unknown name 'm'; did you mean 'M'?",
                "w: {copies: M, rate: rho} → w: {copies: M} → line 8, column 3, key 'vectors.w': trained vectors w need a learning rate under a loss: 'rate'",
                "w: {copies: M, rate: rho} → w: {copies: M, rate: h} → line 8, column 24, key 'vectors.w.rate': field 'h' may not stand in an expression in parameters",
                "w: {copies → rho: {copies → line 8, column 3, key 'vectors.rho': name 'rho' is declared twice: as parameter and as vector",
                "w: {copies → Erf: {copies → line 8, column 3, key 'vectors.Erf': 'Erf' is a word of the language and cannot be declared",
                "w: {copies → 2w: {copies → line 8, column 3, key 'vectors.2w': a name is a letter followed by letters, digits or '_', found '2w'",
                "law: normal → law: gaussian → line 12, column 23, key 'randoms.c.law': unknown law 'gaussian'; known: normal, rademacher, exponential, laplace, uniform, student",
                "law: normal → law: {values: [1, 2], probabilities: [0.5, 0.4]} → line 12, column 56, key 'randoms.c.law.probabilities': the probabilities of c must add up to 1, found 9/10",
                "+ noise → + noise^2 → line 14, column 6, key 'samples.x': sample x must be linear in vectors; the term 'noise^2' is not",
                "+ noise → + 1 → line 14, column 6, key 'samples.x': sample x must be linear in vectors; the term '1' has none",
                "+ noise → + Sqrt[noise] → line 14, column 6, key 'samples.x': sample x must be linear in vectors; the term 'Sqrt[noise]' is not",
                "+ noise → + h[1] noise → line 14, column 42, key 'samples.x': field 'h' may not stand in a sample",
                "h: w . x → h: w . xi → line 16, column 10, key 'fields.h': unknown vector or sample 'xi'; did you mean 'x'?",
                "h: w . x → h: w . u → line 16, column 6, key 'fields.h': a field is a vector . sample, found 'w . u'",
                "h: w . x → h: w[k] . x → line 16, column 6, key 'fields.h': expected a dot product of two names, as in w . x (copies are inherited), found 'w[k] . x'",
                "Q: w . w → Q: u . w → line 20, column 6, key 'order.Q': 'u . w' has a name already",
                "Q: w . w → Q: u . u → line 20, column 6, key 'order.Q': 'u . u' is an overlap of fixed vectors: it does not move and cannot be named",
                "Q: w . w → m: w . w → line 20, column 3, key 'order.m': key 'm' stands here twice",
                "order: → ordre: → line 18, column 1, key 'ordre': unknown key 'ordre'; did you mean 'order'?",
                "loss: → update: → line 17, column 9, key 'update': expected a mapping of names, found 'Sum[D[k] h[k]^2, {k, M}]'",
                "Sum[D[k] h[k]^2, {k, M}] → w[1].x + w[1] → line 17, column 16, key 'loss': vector 'w' may stand here only in a dot product",
                "model: small → title: small → line 1, column 1: the key 'model' with the model's name is missing",
                "model: small → model: a b → line 1, column 8, key 'model': a model's name is made of letters, digits, '-', '_' and '.', found 'a b'",
            })
    void a_wrong_model_is_refused_with_place_and_reason(String right, String wrong, String message) {
        assertTrue(Models.COMMITTEE.contains(right), right);
        String text = Models.COMMITTEE.replace(right, wrong);
        BadInput e = assertThrows(BadInput.class, () -> ModelFile.read(text, "small.yaml"));
        assertEquals("small.yaml, " + message, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "observables: {e: h[1]} → line 21, column 18, key 'observables.e': 'w[1].x' is random: in an observable it may stand only in Mean[...]",
                "observables: {e: 'Mean[Mean[h[1]]]'} → line 21, column 19, key 'observables.e': Mean[...] may not stand in another Mean[...]",
                "observables: {Q: 1} → line 21, column 15, key 'observables.Q': name 'Q' is declared twice: as order parameter and as observable",
                "phases: {a: 'Q[1,1]'} → line 21, column 14, key 'phases.a': phase 'a' must be a condition such as Q[1,1] < 1/10, or True, found 'Q[1,1]'",
                "states: {a: {q: 1}} → line 21, column 14, key 'states.a.q': unknown order parameter or scalar 'q'; did you mean 'Q'?",
                "states: {a: {Q[k]: 1}} → line 21, column 14, key 'states.a.Q[k]': 'Q' has 2 indices, found 1; write \"Q[k,l]\"",
                "states: {a: {Q[k,k]: 1}} → line 21, column 14, key 'states.a.Q[k,k]': the indices of 'Q' must be different names, as in Q[k,l]",
                "states: {a: {Q: m[1,1]}} → line 21, column 17, key 'states.a.Q': order parameter 'm' may not stand in an expression in parameters",
                "states: {a: {u.w: 1}} → line 21, column 14, key 'states.a.u.w': 'u.w' has the name 'm'; use it",
                "flow: {D: 1} → line 1, column 8, key 'model': a model states one of 'loss', 'update' and 'flow', found loss and flow",
                "batch: 0 → line 21, column 8, key 'batch': batch must be a whole number from 1 to 1000, was 0",
                "tex: {W: '\\omega'} → line 21, column 7, key 'tex.W': unknown name 'W'; did you mean 'w'?",
                "- x → line 21, column 1: no YAML: expected <block end>, but found '-'",
                "tex: {w: → line 22, column 1: no YAML: expected the node content, but found '<stream end>'",
            })
    void a_wrong_further_line_is_refused_with_place_and_reason(String line, String message) {
        BadInput e = assertThrows(BadInput.class, () -> ModelFile.read(Models.COMMITTEE + line + "\n", "small.yaml"));
        assertEquals("small.yaml, " + message, e.getMessage());
    }

    @Test
    void places_are_exact_in_folded_and_literal_and_quoted_texts() {
        String folded =
                Models.COMMITTEE.replace("Sum[D[k] h[k]^2, {k, M}]", ">\n  Sum[D[k] h[k]^2, {k, M}]\n  + é rho Loh[2]");
        assertEquals(
                "small.yaml, line 19, column 5, key 'loss': unknown name 'é'; known: D, K, M, Q, c, h, m, rho, s, u, w, x",
                message(folded));
        assertEquals(
                "small.yaml, line 19, column 11, key 'loss': unknown function 'Loh'; did you mean 'Log'?",
                message(folded.replace("é", "2")));
        assertEquals(
                "small.yaml, line 19, column 11, key 'loss': unknown function 'Loh'; did you mean 'Log'?",
                message(folded.replace("é", "2").replace(">\n", "|\n").replace("\n", "\r\n")));
        String quoted = Models.COMMITTEE.replace("Sum[D[k] h[k]^2, {k, M}]", "\"2 + Loh[2]\"");
        assertEquals(
                "small.yaml, line 17, column 12, key 'loss': unknown function 'Loh'; did you mean 'Log'?",
                message(quoted));
        String plain = Models.COMMITTEE.replace("Sum[D[k] h[k]^2, {k, M}]", "2 +\n      Loh[2]");
        assertEquals(
                "small.yaml, line 18, column 7, key 'loss': unknown function 'Loh'; did you mean 'Log'?",
                message(plain));
    }

    @Test
    void expressions_with_brackets_may_stand_in_braces() {
        String text = """
                model: oja
                vectors: {u: {fixed: identity}, w: {}}
                parameters: {omega: {value: 2}, tau: {value: 0.5}}
                randoms: {c: {law: normal}}
                samples: {x: Sqrt[omega] c u * 2 - Max[1, omega] u + noise}
                fields:  {y: w . x}
                update:  {w: tau (y x - y^2 w)}
                order:   {q: w . u, Q: w . w}
                states:  {a: {q: Min[1, 2], Q: 1}, b: {q: 0}}
                """;
        LearningProblem problem = ModelFile.read(text, "oja.yaml");
        assertEquals(
                ModelFile.read(
                                text.replace(
                                        "Sqrt[omega] c u * 2 - Max[1, omega] u + noise",
                                        "\"Sqrt[omega] c u * 2 - Max[1, omega] u + noise\""),
                                "")
                        .samples(),
                problem.samples());
        assertEquals(Rational.ONE, problem.states().get(0).values().get(0).value());
        BadInput e = assertThrows(
                BadInput.class, () -> ModelFile.read(text.replace("Max[1, omega]", "Max[1, omgea]"), "oja.yaml"));
        assertEquals(
                "oja.yaml, line 5, column 43, key 'samples.x': unknown name 'omgea'; did you mean 'omega'?",
                e.getMessage());
        BadInput open = assertThrows(
                BadInput.class, () -> ModelFile.read(text.replace("Sqrt[omega]", "Sqrt[omega"), "oja.yaml"));
        assertEquals("oja.yaml, line 5, column 18: no YAML: expected ',' or '}', but got [", open.getMessage());
    }

    /** As the documentation writes it. */
    @Test
    void a_state_without_indices_has_k_and_l() {
        LearningProblem named =
                ModelFile.read(Models.COMMITTEE + "states: {a: {'Q[k,l]': 'rho KroneckerDelta[k,l]', D: 1}}\n", "");
        LearningProblem bare =
                ModelFile.read(Models.COMMITTEE + "states: {a: {Q: 'rho KroneckerDelta[k,l]', D: 1}}\n", "");
        assertEquals(named.states(), bare.states());
    }

    @Test
    void a_named_state_may_be_an_expression_in_the_indices() {
        LearningProblem problem =
                ModelFile.read(Models.COMMITTEE + "states: {a: {'Q[k,l]': 'rho KroneckerDelta[k,l]', D: 1}}\n", "");
        StateValue value = problem.state("a").orElseThrow().values().get(0);
        Index k = value.indices().get(0);
        Index l = value.indices().get(1);
        assertEquals(List.of("Q", "k", "l"), List.of(value.orderParameter(), k.name(), l.name()));
        assertEquals("rho KroneckerDelta[k,l]", ExpressionText.of(value.value()));
        assertTrue(org.macrostate.equations.tensor.Expansion.contains(value.value(), e -> e.equals(Delta.of(k, l))));
    }

    @Test
    void yes_and_no_are_names() {
        LearningProblem problem = ModelFile.read(
                "model: plain\nparameters: {n: 2, on: 0x2}\nflow: {y: n - y}\n".replace("0x2", "8/3"), "");
        assertEquals(
                List.of("n", "on"),
                problem.parameters().stream().map(Declaration.Parameter::name).toList());
        assertEquals(8 / 3.0, problem.parameters().get(1).values().get(0));
        assertEquals("y", problem.scalars().get(0).name());
    }

    @Test
    void the_hash_is_that_of_the_text() {
        // printf 'model: a\nflow: {x: 1}\n' | sha256sum
        assertEquals(
                "49c8f325205b0cbffe5ed461ef3cc7c7c0534976825a822ba779b0d531b6eb6d",
                ModelFile.read("model: a\nflow: {x: 1}\n", "").hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "nothing → .yaml: the file is empty; it should start with 'model: NAME'",
                "list → .yaml, line 1, column 1: a model is a mapping that starts with 'model: NAME', found a list",
                "word → .yaml, line 1, column 1: a model is a mapping that starts with 'model: NAME', found 'word'",
                "deep → .yaml, line 1, column 27: YAML is nested more than 20 deep",
                "laughs → .yaml, line 4, column 14: YAML has more than 20 aliases",
                "circle → .yaml, line 1, column 8, key 'model': YAML is nested more than 20 deep",
                "tag → .yaml, line 1, column 8: YAML tags are not allowed, found 'tag:yaml.org,2002:java.net.URL'",
                "large → .yaml: a model file may have at most 1048576 bytes, found 1048577",
                "latin → .yaml: expected a text in UTF-8, found other bytes",
                "binary → .yaml: expected a text, found a binary file",
            })
    void a_hostile_file_is_refused(String kind, String message, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("m.yaml");
        Files.write(file, hostile(kind));
        BadInput e = assertThrows(BadInput.class, () -> ModelFile.read(file));
        assertEquals(folder.resolve("m") + message, e.getMessage());
    }

    private static byte[] hostile(String kind) {
        StringBuilder laughs = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'z'; c++) {
            laughs.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [*")
                    .append((char) (c - 1))
                    .append((",*" + (char) (c - 1)).repeat(8))
                    .append("]\n");
        }
        return switch (kind) {
            case "nothing" -> new byte[0];
            case "list" -> "- a\n- b\n".getBytes(StandardCharsets.UTF_8);
            case "deep" -> ("model: " + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
            case "laughs" -> laughs.toString().getBytes(StandardCharsets.UTF_8);
            case "circle" -> "model: &a [*a]\n".getBytes(StandardCharsets.UTF_8);
            case "tag" -> "model: !!java.net.URL [x]\n".getBytes(StandardCharsets.UTF_8);
            case "large" -> "#".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);
            case "latin" -> "model: é\n".getBytes(StandardCharsets.ISO_8859_1);
            case "binary" -> new byte[] {1, 0, 2};
            default -> kind.getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    void a_file_that_is_not_there_or_a_folder_is_refused(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");
        assertEquals(
                file + ": there is no such file",
                assertThrows(BadInput.class, () -> ModelFile.read(file)).getMessage());
        assertEquals(
                folder + ": expected a file, found a folder or device",
                assertThrows(BadInput.class, () -> ModelFile.read(folder)).getMessage());
    }

    private static String message(String text) {
        return assertThrows(BadInput.class, () -> ModelFile.read(text, "small.yaml"))
                .getMessage();
    }
}

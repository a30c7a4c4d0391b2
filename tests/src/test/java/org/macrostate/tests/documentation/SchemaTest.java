package org.macrostate.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.engine.study.StudyReader;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.ModelFile;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The JSON schemas against the readers themselves: the same keys, the same bundled files, the same mistakes. */
class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "zzzzzzzzzzzzzzzz";

    private static String text(String kind) throws IOException {
        return new Shell(Path.of("")).type("macrostate schema " + kind).out();
    }

    private static JsonSchema schema(String kind) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text(kind));
    }

    /** A file as an editor's YAML parser reads it. */
    private static JsonNode read(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JSON.valueToTree(new Load(settings).loadFromString(yaml));
    }

    static Stream<String> models() {
        return BundledModels.names().stream();
    }

    static Stream<String> studies() {
        return BundledStudies.names().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void bundled_models_are_valid(String name) throws IOException {
        assertEquals(Set.of(), schema("model").validate(read(BundledModels.text(name))));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void bundled_studies_are_valid(String name) throws IOException {
        assertEquals(Set.of(), schema("study").validate(read(BundledStudies.text(name))));
    }

    @Test
    void files_on_the_pages_are_valid() throws IOException {
        for (Page page : Page.all()) {
            for (Page.Block block : page.blocks()) {
                if (block.language().equals("yaml")) {
                    String kind = block.code().startsWith("study:") ? "study" : "model";
                    assertEquals(Set.of(), schema(kind).validate(read(block.code())), block.code());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{model: m}",
                "{model: m, loss: h, flow: {X: X}}",
                "{model: m, flow: {X: X}, paramters: {a: 1}}",
                "{model: m, flow: {X: X}, parameters: {a: {valu: 1}}}",
                "{model: m, flow: {X: X}, parameters: {a: {domain: real}}}",
                "{model: m, flow: {X: X}, parameters: {a: {value: 1, domain: postive}}}",
                "{model: m, flow: {X: X}, sizes: {M: 0}}",
                "{model: m, flow: {X: X}, sizes: {M: 1.5}}",
                "{model: m, loss: h, vectors: {w: {rte: tau}}}",
                "{model: m, loss: h, vectors: {w: {fixed: {diag: [1]}}}}",
                "{model: m, loss: h, randoms: {c: gaussian}}",
                "{model: m, loss: h, randoms: {c: {law: {values: [1]}}}}",
                "{model: m, loss: [h]}",
                "{model: m, flow: {X: X}, states: {rest: [0]}}",
                "{model: m, flow: {X: X}, batch: 0}",
            })
    void what_is_no_model_is_invalid_and_refused(String text) throws IOException {
        assertFalse(schema("model").validate(read(text)).isEmpty(), text);
        assertTrue(refusal(() -> ModelFile.read(text, "model")).length() > 0, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{study: s, model: oja}",
                "{study: s, model: oja, questions: []}",
                "{study: s, modl: oja, questions: [{fixed-points: {}}]}",
                "{study: s, model: oja, questions: [{fixedpoints: {}}]}",
                "{study: s, model: oja, questions: [{fixed-points: {strts: 1}}]}",
                "{study: s, model: oja, questions: [{thresholds: {state: s}}]}",
                "{study: s, model: oja, questions: [{check: {runs: 2}}]}",
                "{study: s, model: oja, questions: [{check: {dimension: 0}}]}",
                "{study: s, model: oja, questions: [{integrate: {until: -1}}]}",
                "{study: s, model: oja, questions: [{fixed-points: {}, check: {dimension: 9}}]}",
                "{study: s, model: oja, questions: [{fixed-points: {}}], report: {formats: [doc]}}",
                "{study: ../s, model: oja, questions: [{fixed-points: {}}]}",
            })
    void what_is_no_study_is_invalid_and_refused(String text) throws IOException {
        assertFalse(schema("study").validate(read(text)).isEmpty(), text);
        assertTrue(refusal(() -> StudyReader.read(text, "study")).length() > 0, text);
    }

    private static String refusal(Runnable read) {
        try {
            read.run();
            return "";
        } catch (BadInput bad) {
            return bad.what();
        }
    }

    private static Set<String> known(Runnable read) {
        Matcher known = Pattern.compile("known: (.*)").matcher(refusal(read));
        assertTrue(known.find(), refusal(read));
        return new TreeSet<>(List.of(known.group(1).split(", ")));
    }

    private static Set<String> keys(JsonNode at) {
        Set<String> keys = new TreeSet<>();
        at.fieldNames().forEachRemaining(keys::add);
        assertFalse(keys.isEmpty());
        return keys;
    }

    @Test
    void the_schema_of_models_has_the_reader_s_keys_and_the_reference_page_all_of_them() throws IOException {
        JsonNode schema = JSON.readTree(text("model"));
        Set<String> all = new TreeSet<>(keys(schema.at("/properties")));
        assertEquals(known(() -> ModelFile.read("{model: m, " + NONE + ": 1}", "m")), all);
        for (String section : List.of("parameters", "vectors", "scalars", "randoms", "samples", "order", "phases")) {
            Set<String> read = known(() -> ModelFile.read("{model: m, " + section + ": {a: {" + NONE + ": 1}}}", "m"));
            JsonNode at =
                    switch (section) {
                        case "samples" -> schema.at("/properties/samples/additionalProperties");
                        case "order" -> schema.at("/definitions/named/additionalProperties");
                        case "phases" -> schema.at("/properties/phases/additionalProperties");
                        default -> schema.at("/definitions/" + section + "/additionalProperties");
                    };
            JsonNode mapping =
                    at.has("anyOf") ? at.get("anyOf").get(at.get("anyOf").size() - 1) : at;
            assertEquals(read, keys(mapping.get("properties")), section);
            all.addAll(read);
        }
        all.addAll(List.of("values", "probabilities", "diagonal", "matrix", "identity"));
        String page = Page.named("equations/docs/language.md").text();
        all.forEach(key -> assertTrue(page.contains("`" + key) || page.contains(key + ":"), "not documented: " + key));
        for (String word : List.of("nonnegative", "positive", "unit", "rademacher", "normal")) {
            assertTrue(page.contains("`" + word + "`"), word);
        }
    }

    @Test
    void the_schema_of_studies_has_the_reader_s_keys() throws IOException {
        JsonNode schema = JSON.readTree(text("study"));
        String start = "{study: s, model: oja, ";
        assertEquals(known(() -> StudyReader.read(start + NONE + ": 1}", "s")), keys(schema.at("/properties")));
        JsonNode questions = schema.at("/definitions/question/properties");
        Set<String> kinds = known(() -> StudyReader.read(start + "questions: [{" + NONE + ": {}}]}", "s"));
        assertEquals(kinds, keys(questions));
        for (String kind : kinds) {
            String text = start + "questions: [{" + kind + ": {" + NONE + ": 1}}]}";
            assertEquals(
                    known(() -> StudyReader.read(text, "s")),
                    keys(questions.get(kind).get("properties")),
                    kind);
        }
    }

    @Test
    void functions_of_the_language_are_in_the_reference() throws IOException {
        String page = Page.named("equations/docs/language.md").text();
        org.macrostate.equations.tensor.Function.byName()
                .keySet()
                .forEach(name -> assertTrue(page.contains("`" + name), name));
    }

    @Test
    void what_is_wrong_is_said_of_its_place() throws IOException {
        Set<ValidationMessage> wrong = schema("model")
                .validate(read("{model: m, flow: {X: X}, parameters: {a: {value: 1, domain: postive}}}"));
        assertTrue(
                wrong.stream().anyMatch(m -> m.getInstanceLocation().toString().contains("a")), wrong.toString());
    }
}

package org.macrostate.engine.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.model.SettingsOptions;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.registry.Analyses;

/**
 * The JSON schema (draft 7) of study files: what stands around questions is a file of the program, the questions and what
 * is set of a model come from what the analyses declare.
 */
final class StudySchema {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private StudySchema() {}

    /** @param frame the schema without the definitions that are made here */
    static String of(String frame) {
        try {
            JsonNode schema = JSON.readTree(frame);
            ObjectNode definitions = (ObjectNode) schema.get("definitions");
            for (AnalysisOption<?> option : SettingsOptions.all()) {
                definitions.set(option.name(), JSON.valueToTree(value(option)));
            }
            definitions.set("question", JSON.valueToTree(question()));
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentArraysWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
            printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
            return JSON.writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the schema's frame is no JSON", broken);
        }
    }

    private static Map<String, Object> question() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (Analysis<?, ?> analysis : Analyses.list()) {
            if (analysis.isInStudies()) {
                kinds.put(analysis.declaration().name(), kind(analysis));
            }
        }
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("type", "object");
        question.put("minProperties", 1);
        question.put("maxProperties", 1);
        question.put("additionalProperties", false);
        question.put("properties", kinds);
        return question;
    }

    private static Map<String, Object> kind(Analysis<?, ?> analysis) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (AnalysisOption<?> option : QuestionReader.keys(analysis)) {
            option.names().forEach(name -> properties.put(name, value(option)));
            if (option.isRequired()) {
                required.add(option.name());
            }
        }
        for (AnalysisOption<?> option : SettingsOptions.all()) {
            properties.put(option.name(), Map.of("$ref", "#/definitions/" + option.name()));
        }
        Map<String, Object> kind = new LinkedHashMap<>();
        kind.put("description", analysis.declaration().summary());
        kind.put("type", required.isEmpty() ? List.of("object", "null") : "object");
        kind.put("additionalProperties", false);
        kind.put("properties", properties);
        if (!required.isEmpty()) {
            kind.put("required", required);
        }
        return kind;
    }

    private static Map<String, Object> value(AnalysisOption<?> option) {
        Map<String, Object> value = new LinkedHashMap<>(option.type().schema());
        value.put("description", String.join(" ", option.said()));
        return value;
    }
}

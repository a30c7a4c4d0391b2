package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.SettingsOptions;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Yaml;

/** Reads the items under {@code questions}: what the command of the same name takes as options are keys here. */
final class QuestionReader {
    static final AnalysisOption<String> AS = AnalysisOption.of(
            "as",
            OptionType.parsed(StudyReader::name)
                    .withSchema(Map.of("type", "string", "pattern", "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$")),
            "NAME",
            "a name for the question and its files");
    static final AnalysisOption<String> MODEL = AnalysisOption.of(
            "model", OptionType.text().withSchema(Map.of("type", "string")), "MODEL", "another model than the study's");
    static final AnalysisOption<Boolean> QUIET =
            AnalysisOption.flag("quiet", "whether the report leaves the question out");

    private final Map<String, Analysis<?, ?>> kinds = new LinkedHashMap<>();

    QuestionReader() {
        for (Analysis<?, ?> analysis : Analyses.list()) {
            if (analysis.isInStudies()) {
                kinds.put(analysis.declaration().name(), analysis);
            }
        }
    }

    /** All keys of an analysis's item: its own, those of any model, those of any item. */
    static List<AnalysisOption<?>> keys(Analysis<?, ?> analysis) {
        List<AnalysisOption<?>> keys = new ArrayList<>(analysis.declaration().keys());
        keys.addAll(SettingsOptions.all());
        keys.addAll(List.of(AS, MODEL, QUIET));
        return keys;
    }

    /** One item, {@code - name: {…}}. */
    StudyItem item(Yaml value) {
        Yaml.Mapping mapping = Keys.mapping(value, "a question, as in '- fixed-points: {}'");
        if (mapping.pairs().size() != 1) {
            throw new BadInput("each question is an item of its own, found "
                            + mapping.pairs().size() + " in one")
                    .at(value.place());
        }
        Yaml.Pair pair = mapping.pairs().get(0);
        Analysis<?, ?> analysis = kinds.get(pair.key().value());
        if (analysis == null) {
            throw pair.key().located(BadInput.unknownName("question", pair.key().value(), kinds.keySet()));
        }
        List<AnalysisOption<?>> options = keys(analysis);
        boolean isEmpty =
                pair.value() instanceof Yaml.Scalar s && s.text().value().isBlank();
        Keys keys = isEmpty
                ? new Keys(new Yaml.Mapping(List.of(), pair.value().place()), "", List.of())
                : new Keys(
                        pair.value(),
                        "the question's keys in braces",
                        options.stream()
                                .flatMap(option -> option.names().stream())
                                .toList());
        try {
            OptionValues values = OptionValues.ofFile(options, keys.given());
            return new StudyItem(
                    question(analysis, values),
                    StudyReader.settings(keys),
                    pair.value().place(),
                    values.find(AS).orElse(""),
                    values.find(MODEL).orElse(""),
                    values.get(QUIET));
        } catch (BadInput bad) {
            throw bad.at(pair.value().place());
        }
    }

    private static Question question(Analysis<?, ?> analysis, OptionValues values) {
        for (AnalysisOption<?> option : analysis.declaration().keys()) {
            if (option.isRequired() && !values.has(option)) {
                throw new BadInput("key '" + option.name() + "' is missing");
            }
        }
        return analysis.question(values);
    }
}

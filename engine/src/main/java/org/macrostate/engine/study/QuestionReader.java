package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Yaml;

/** Reads the items under {@code questions}: what the command of the same name takes as options are keys here. */
final class QuestionReader {

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** What is read of one kind of question. */
    private record Kind(List<String> keys, Function<Keys, Question> read) {}

    QuestionReader() {
        Analyses.list().stream().filter(Analysis::isInStudies).forEach(this::kind);
    }

    private void kind(String name, List<String> keys, Function<Keys, Question> read) {
        List<String> all = with(keys, "set", "size", "limit", "quadrature", "subspace", "as", "model", "quiet");
        kinds.put(name, new Kind(all, read));
    }

    private void kind(Analysis<?, ?> analysis) {
        List<AnalysisOption<?>> options = analysis.declaration().keys();
        List<String> keys =
                options.stream().flatMap(option -> option.names().stream()).toList();
        kind(analysis.declaration().name(), keys, values -> {
            for (AnalysisOption<?> option : options) {
                if (option.isRequired() && option.names().stream().noneMatch(values::has)) {
                    throw new BadInput("key '" + option.name() + "' is missing");
                }
            }
            return analysis.question(OptionValues.ofFile(options, values.given()));
        });
    }

    private static List<String> with(List<String> keys, String... more) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(List.of(more));
        return all;
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
        Kind kind = kinds.get(pair.key().value());
        if (kind == null) {
            throw pair.key().located(BadInput.unknownName("question", pair.key().value(), kinds.keySet()));
        }
        boolean isEmpty =
                pair.value() instanceof Yaml.Scalar s && s.text().value().isBlank();
        Keys keys = isEmpty
                ? new Keys(new Yaml.Mapping(List.of(), pair.value().place()), "", List.of())
                : new Keys(pair.value(), "the question's keys in braces", kind.keys());
        try {
            return new StudyItem(
                    kind.read().apply(keys),
                    StudyReader.settings(keys),
                    pair.value().place(),
                    keys.one("as", StudyReader::name).orElse(""),
                    keys.one("model", Function.identity()).orElse(""),
                    flag(keys, "quiet"));
        } catch (BadInput bad) {
            throw bad.at(pair.value().place());
        }
    }

    private static boolean flag(Keys keys, String key) {
        return keys.one(key, text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new BadInput(key + " must be true or false, was '" + text + "'");
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }
}

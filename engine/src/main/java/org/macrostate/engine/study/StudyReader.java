package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.macrostate.engine.study.question.Numbers;
import org.macrostate.engine.study.question.Settings;
import org.macrostate.engine.study.question.Theory;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.model.TextHash;
import org.macrostate.equations.model.Yaml;
import org.macrostate.equations.model.YamlReader;

/** Reads a study file (LANGUAGE.md, section 2); every message says where in the file. */
public final class StudyReader {
    private static final List<String> KEYS =
            List.of("study", "title", "model", "set", "size", "limit", "quadrature", "subspace", "questions", "report");
    private static final List<String> FORMATS = List.of("tex", "pdf", "html");

    private StudyReader() {}

    /**
     * Reads a study from its text.
     *
     * @param source how messages call it
     * @throws BadInput if it is no study
     */
    public static StudyFile read(String text, String source) {
        if (text.isBlank()) {
            throw new BadInput("the file is empty; it should start with 'study: NAME'").at(Place.ofOption(source));
        }
        Keys keys = new Keys(YamlReader.read(text, source), "the keys of a study", KEYS);
        String name = keys.required("study", StudyReader::name);
        List<StudyItem> items = new ArrayList<>();
        Yaml questions = keys.value("questions")
                .orElseThrow(() -> new BadInput("key 'questions' is missing").at(Place.ofOption(source)));
        QuestionReader reader = new QuestionReader();
        Keys.sequence(questions, "a list of questions").elements().forEach(item -> items.add(reader.item(item)));
        if (items.isEmpty()) {
            throw new BadInput("a study asks at least one question").at(questions.place());
        }
        return new StudyFile(
                name,
                keys.one("title", Function.identity()).orElse(name),
                keys.required("model", Function.identity()),
                settings(keys),
                items,
                formats(keys),
                TextHash.of(text));
    }

    static Settings settings(Keys keys) {
        return new Settings(
                keys.map("set", Numbers::number),
                keys.map("size", Numbers::wholeNumber),
                Theory.read(
                        keys.one("limit", Function.identity()),
                        keys.one("quadrature", Function.identity()),
                        keys.one("subspace", Function.identity())));
    }

    private static String name(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}")) {
            throw new BadInput("a study's name is of letters, digits, '-' and '_', was '" + text + "'");
        }
        return text;
    }

    private static List<String> formats(Keys keys) {
        if (keys.value("report").isEmpty()) {
            return FORMATS;
        }
        Keys report = new Keys(keys.value("report").get(), "the report's keys", List.of("formats"));
        return report.list("formats", text -> {
                    if (!FORMATS.contains(text)) {
                        throw BadInput.unknownName("format", text, FORMATS);
                    }
                    return text;
                })
                .orElse(FORMATS);
    }
}

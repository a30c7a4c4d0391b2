package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.SettingsOptions;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.study.claim.Claim;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.derive.Length;
import org.macrostate.equations.model.TextHash;
import org.macrostate.equations.model.YamlReader;

/** Reads a study file (LANGUAGE.md, section 2); every message says where in the file. */
public final class StudyReader {
    private static final List<String> KEYS = Stream.concat(
                    Stream.concat(
                            Stream.of("study", "title", "cite", "model", "questions", "claims", "report"),
                            StudyTextReader.KEYS.stream()),
                    settingsKeys())
            .toList();
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
        String name = keys.required("study", StudyReader::studyName);
        QuestionReader reader = new QuestionReader();
        List<StudyItem> items = new ArrayList<>(items(keys, reader));
        ClaimReader claims = new ClaimReader(reader);
        keys.value("claims")
                .ifPresent(value ->
                        Keys.sequence(value, "a list of claims").elements().forEach(claims::claim));
        items.addAll(claims.items());
        if (items.isEmpty()) {
            throw keys.value("questions")
                    .map(value -> new BadInput("a study asks at least one question").at(value.place()))
                    .orElseGet(() -> new BadInput("key 'questions' is missing").at(Place.ofOption(source)));
        }
        List<String> aliases = items.stream().map(StudyItem::alias).toList();
        claims.requireKnown(aliases);
        requireDifferentFiles(items, claims.claims(), source);
        return new StudyFile(
                name,
                keys.one("title", Function.identity()).orElse(name),
                keys.required("model", Function.identity()),
                settings(keys),
                items,
                claims.claims(),
                keys.list("cite", Function.identity()).orElse(List.of()),
                StudyTextReader.read(keys, claims.claims()),
                formats(keys),
                derivation(keys),
                TextHash.of(text));
    }

    /** Those that no claim asks. */
    private static List<StudyItem> items(Keys keys, QuestionReader reader) {
        return keys.value("questions")
                .map(value -> Keys.sequence(value, "a list of questions").elements().stream()
                        .map(reader::item)
                        .toList())
                .orElse(List.of());
    }

    private static void requireDifferentFiles(List<StudyItem> items, List<Claim> claims, String source) {
        try {
            AnswerNames.of(items, claims);
        } catch (BadInput taken) {
            throw taken.at(Place.ofOption(source));
        }
    }

    /** The keys of what is set of a model. */
    static Stream<String> settingsKeys() {
        return SettingsOptions.all().stream().map(AnalysisOption::name);
    }

    static Settings settings(Keys keys) {
        return SettingsOptions.settings(OptionValues.ofFile(SettingsOptions.all(), keys.given()));
    }

    private static String studyName(String text) {
        return named("a study's name", text);
    }

    /** The name of a question or claim, which is also that of files. */
    static String name(String text) {
        return named("a name", text);
    }

    private static String named(String role, String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}")) {
            throw new BadInput(role + " is of at most 100 letters, digits, '-' and '_', was '" + text + "'");
        }
        if (AnswerNames.isDevice(text)) {
            throw new BadInput(role + " is that of files, which Windows does not allow for '" + text + "'");
        }
        return text;
    }

    private static Keys report(Keys keys) {
        return new Keys(keys.value("report").orElseThrow(), "the report's keys", List.of("formats", "derivation"));
    }

    /** The key steps, unless more or less is asked for. */
    private static Length derivation(Keys keys) {
        if (keys.value("report").isEmpty()) {
            return Length.KEY;
        }
        List<String> lengths = Stream.of(Length.values()).map(Length::text).toList();
        return report(keys)
                .one("derivation", text -> {
                    if (!lengths.contains(text)) {
                        throw BadInput.unknownName("length of a derivation", text, lengths);
                    }
                    return Length.values()[lengths.indexOf(text)];
                })
                .orElse(Length.KEY);
    }

    private static List<String> formats(Keys keys) {
        if (keys.value("report").isEmpty()) {
            return FORMATS;
        }
        return report(keys)
                .list("formats", text -> {
                    if (!FORMATS.contains(text)) {
                        throw BadInput.unknownName("format", text, FORMATS);
                    }
                    return text;
                })
                .orElse(FORMATS);
    }
}

package org.macrostate.engine.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Yaml;
import org.macrostate.equations.model.YamlReader;

/**
 * Copies of a study and of its models for the folder of its answers, so that {@code macrostate study DIR/study.yaml} makes
 * them again. In the copy of the study, models are called by the names of their copies; all else is as it was.
 *
 * @param text of the study
 * @param models the text of a model by the name that the study calls it
 */
public record StudyCopies(String text, Function<String, String> models) {
    static final String STUDY = "study.yaml";

    /** A scalar of the study that names a model. */
    private record Named(String name, int begin, int end) {}

    /** The copies by their names: the study's last. */
    Map<String, String> files() {
        List<Named> named = named();
        Map<String, String> names = names(named);
        Map<String, String> copies = new LinkedHashMap<>();
        names.forEach((name, copy) -> copies.put(copy, models.apply(name)));
        StringBuilder study = new StringBuilder(text);
        for (int i = named.size() - 1; i >= 0; i--) {
            Named model = named.get(i);
            study.replace(model.begin(), model.end(), names.get(model.name()));
        }
        copies.put(STUDY, study.toString());
        return copies;
    }

    /** The copy of the model that the study is about, if it names one for all its questions. */
    Optional<String> model() {
        return YamlReader.read(text, "the study") instanceof Yaml.Mapping study
                ? study.pairs().stream()
                        .filter(pair -> pair.key().value().equals("model") && pair.value() instanceof Yaml.Scalar)
                        .map(pair -> names(named())
                                .get(((Yaml.Scalar) pair.value()).text().value()))
                        .findFirst()
                : Optional.empty();
    }

    private List<Named> named() {
        List<Named> named = new ArrayList<>();
        collect(YamlReader.read(text, "the study"), named);
        return named;
    }

    /** The names of the copies by the names that the study calls the models. */
    private static Map<String, String> names(List<Named> named) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Named model : named) {
            if (!names.containsKey(model.name())) {
                names.put(model.name(), free(fileName(model.name()), names.values()));
            }
        }
        return names;
    }

    void write(OutputFiles files, MadeBy madeBy) {
        files().forEach((name, copy) -> files.write(name, copy, madeBy));
    }

    /** A bundled model as a file of its name; a file under its own name. */
    private static String fileName(String model) {
        Path last = Path.of(model).getFileName();
        String name = last == null ? "model" : last.toString().replaceAll("[^A-Za-z0-9._-]", "-");
        String lower = name.toLowerCase(Locale.ROOT);
        String ended = lower.endsWith(".yaml") || lower.endsWith(".yml") ? name : name + ".yaml";
        boolean taken = ended.startsWith(".") || ended.equalsIgnoreCase(STUDY) || ended.startsWith("-");
        return taken ? "model" + (ended.startsWith(".") ? "" : "-") + ended : ended;
    }

    private static String free(String name, Collection<String> taken) {
        String free = name;
        for (int i = 2; taken.stream().anyMatch(free::equalsIgnoreCase); i++) {
            free = name.replaceFirst("\\.(yaml|yml)$", "-" + i + ".$1");
        }
        return free;
    }

    /** Scalars under a key {@code model}, in the order of the text. */
    private void collect(Yaml value, List<Named> named) {
        if (value instanceof Yaml.Sequence sequence) {
            sequence.elements().forEach(element -> collect(element, named));
        } else if (value instanceof Yaml.Mapping mapping) {
            for (Yaml.Pair pair : mapping.pairs()) {
                if (pair.key().value().equals("model") && pair.value() instanceof Yaml.Scalar scalar) {
                    Named found = place(scalar);
                    if (named.stream().noneMatch(known -> known.begin() == found.begin())) {
                        named.add(found);
                    }
                } else {
                    collect(pair.value(), named);
                }
            }
        }
    }

    private Named place(Yaml.Scalar scalar) {
        String name = scalar.text().value();
        int begin = offset(scalar.place().line(), scalar.place().column());
        for (String quote : List.of("", "\"", "'")) {
            String written = quote + name + quote;
            if (text.startsWith(written, begin)) {
                return new Named(name, begin, begin + written.length());
            }
        }
        throw new BadInput("the name of a model stands on one line, as in 'model: mine.yaml', so that the study can be"
                        + " copied to its answers")
                .at(scalar.place());
    }

    private int offset(int line, int column) {
        int begin = 0;
        for (int i = 1; i < line; i++) {
            int lineFeed = text.indexOf('\n', begin);
            begin = lineFeed < 0 ? begin : lineFeed + 1;
        }
        return text.offsetByCodePoints(begin, column - 1);
    }
}

package org.macrostate.engine.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.engine.gallery.Gallery;
import org.macrostate.engine.model.ModelSource;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What may stand at the cursor of a command line. Shells ask for it by {@code macrostate __complete WORD…}; the last word is
 * the one that is completed.
 */
final class CompletionWords {
    /** The first argument of a shell's question. */
    static final String QUESTION = "__complete";

    private static final List<String> ASSIGNED =
            List.of("--set", "--vary", "--follow", "--over", "--x", "--y", "--curves");

    private final CommandLine all;
    private final List<String> words;
    private final String current;

    private CompletionWords(CommandLine all, List<String> words) {
        this.all = all;
        this.words = words.subList(0, words.size() - 1);
        this.current = words.get(words.size() - 1);
    }

    /** Whole words, each perhaps with a tab and what it means; none where files are meant. */
    static List<String> of(CommandLine all, List<String> words) {
        return words.isEmpty() ? List.of() : new CompletionWords(all, words).answers();
    }

    private List<String> answers() {
        List<String> candidates = candidates();
        return candidates.stream()
                .filter(word ->
                        word.startsWith(current) && !word.replaceAll("\t.*", "").equals(current))
                .sorted()
                .distinct()
                .toList();
    }

    private List<String> candidates() {
        if (words.isEmpty()) {
            return Stream.concat(all.getSubcommands().keySet().stream(), Stream.of("help", "version"))
                    .toList();
        }
        String command = words.get(0);
        if (command.equals("help") || command.equals("man")) {
            return List.copyOf(all.getSubcommands().keySet());
        }
        CommandLine line = all.getSubcommands().get(command);
        if (line == null) {
            return List.of();
        }
        CommandSpec spec = line.getCommandSpec();
        String before = words.get(words.size() - 1);
        OptionSpec option = before.startsWith("-") ? spec.findOption(before) : null;
        if (option != null && option.arity().max() > 0) {
            return values(command, before, option.paramLabel());
        }
        int equals = current.startsWith("--") ? current.indexOf('=') : -1;
        OptionSpec joined = equals < 0 ? null : spec.findOption(current.substring(0, equals));
        if (joined != null) {
            String name = current.substring(0, equals);
            return values(command, name, joined.paramLabel()).stream()
                    .map(value -> name + "=" + value)
                    .toList();
        }
        return current.startsWith("-") ? options(spec) : positional(command);
    }

    private static List<String> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Arrays.stream(option.names()))
                .toList();
    }

    private List<String> positional(String command) {
        List<String> models = BundledModels.names();
        List<String> studies = BundledStudies.names();
        return switch (command) {
            case "study" -> and(studies, files());
            case "show" -> Stream.concat(models.stream(), studies.stream()).toList();
            case "validate" -> files();
            case "spectrum" -> files(".csv", ".tsv", ".txt");
            case "completion" -> List.of("bash", "zsh", "fish");
            case "schema" -> List.of("model", "study");
            case "models", "gallery", "start-up" -> List.of();
            default -> problem().isPresent() ? List.of() : and(models, files());
        };
    }

    private static List<String> and(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private List<String> files() {
        return files(".yaml", ".yml");
    }

    /** Files with these endings in the folder of the word at the cursor, and folders to look into. */
    private List<String> files(String... endings) {
        int slash = current.lastIndexOf('/');
        String folder = slash < 0 ? "" : current.substring(0, slash + 1);
        File[] there = Path.of(folder.isEmpty() ? "." : folder).toFile().listFiles();
        List<String> files = new ArrayList<>();
        for (File file : there == null ? new File[0] : there) {
            String name = file.getName();
            if (!name.startsWith(".")
                    && (file.isDirectory() || Stream.of(endings).anyMatch(name::endsWith))) {
                files.add(folder + name + (file.isDirectory() ? "/" : ""));
            }
        }
        return files;
    }

    private List<String> values(String command, String option, String label) {
        if (option.equals("--out") || option.equals("-o")) {
            return List.of();
        }
        if (option.equals("--only")) {
            return switch (command) {
                case "gallery" -> listed(Gallery.names());
                case "study" -> listed(questions());
                default -> List.of();
            };
        }
        if (label.matches("[a-z0-9-][a-z0-9|-]*") && (label.contains("|") || option.equals("--limit"))) {
            return List.of(label.split("\\|"));
        }
        Optional<LearningProblem> problem = problem();
        if (problem.isEmpty()) {
            return List.of();
        }
        LearningProblem model = problem.get();
        if (ASSIGNED.contains(option)) {
            return listed(model.parameters().stream()
                    .flatMap(parameter -> labels(parameter, option.equals("--set")).stream())
                    .toList());
        }
        return switch (option) {
            case "--state" ->
                model.states().stream().map(Declaration.NamedState::name).toList();
            case "--solve" ->
                model.parameters().stream().map(Declaration.Parameter::name).toList();
            case "--control" ->
                listed(model.parameters().stream().map(p -> p.name() + "=").toList());
            case "--size" ->
                listed(model.sizes().stream()
                        .map(size -> size.name() + "=" + size.value())
                        .toList());
            case "--minimise", "--minimize" ->
                model.observables().stream().map(Declaration::name).toList();
            case "--show" ->
                and(
                        model.observables().stream().map(Declaration::name).toList(),
                        model.order().stream().map(Declaration::name).toList());
            case "--start" ->
                listed(model.order().stream().map(order -> order.name() + "=").toList());
            default -> List.of();
        };
    }

    /** Assignments of a parameter; with its value where it is set. */
    private static List<String> labels(Declaration.Parameter parameter, boolean valued) {
        String about = parameter.about().isEmpty() ? "" : "\t" + parameter.about();
        if (!valued || parameter.values().size() != 1) {
            return List.of(parameter.name() + "=" + about);
        }
        double value = parameter.values().get(0);
        String text = value == Math.rint(value) && Math.abs(value) < 1e9 ? String.valueOf((long) value) : "" + value;
        return List.of(parameter.name() + "=" + about, parameter.name() + "=" + text + about);
    }

    /** Of a list with commas, what has been typed stands before each candidate for its last item. */
    private List<String> listed(List<String> items) {
        String typed = current.startsWith("--") ? current.substring(current.indexOf('=') + 1) : current;
        String before = typed.substring(0, typed.lastIndexOf(',') + 1);
        List<String> taken = Arrays.stream(before.split(","))
                .filter(item -> item.contains("="))
                .map(item -> item.substring(0, item.indexOf('=') + 1))
                .toList();
        return items.stream()
                .filter(item -> taken.stream().noneMatch(item::startsWith))
                .map(item -> before + item)
                .toList();
    }

    private List<String> questions() {
        try {
            return words.size() < 2
                    ? List.of()
                    : Stream.of(words.get(1))
                            .filter(BundledStudies.names()::contains)
                            .flatMap(name -> BundledStudies.study(name).items().stream())
                            .map(item ->
                                    item.alias().isEmpty() ? item.question().name() : item.alias())
                            .toList();
        } catch (BadInput unreadable) {
            return List.of();
        }
    }

    /** The model that the line names, if it can be read. */
    private Optional<LearningProblem> problem() {
        Optional<String> named = words.stream()
                .skip(1)
                .filter(word -> BundledModels.names().contains(word) || word.endsWith(".yaml") || word.endsWith(".yml"))
                .findFirst();
        try {
            return named.map(model -> ModelSource.read(model, Path.of("")));
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
    }
}

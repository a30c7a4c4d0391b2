package org.macrostate.engine.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.macrostate.engine.analysis.LimitedTime;
import org.macrostate.engine.cache.SystemCache;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.ModelSource;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.SymbolicWork;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.model.LearningProblem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Which model, and how its symbols are worked on. */
final class ModelOptions implements DeclaredOptions.Shared {
    static final String STANDARD_INPUT = "-";
    private static final double LONGEST = 1e9;
    private static final int MOST_INPUT = 2 << 20;

    private String model = "";
    private Optional<String> timeLimit = Optional.empty();
    private boolean noCache;

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .type(String.class)
                        .arity("1")
                        .required(true)
                        .paramLabel("MODEL")
                        .description("a model file, the name of a bundled model, or - for standard input")
                        .setter(new DeclaredOptions.Receiver<>(given -> model = given.orElse(""), String.class))
                        .build())
                .addOption(DeclaredOptions.text("s", given -> timeLimit = given, "--time-limit")
                        .description(
                                "seconds for the whole answer: then what was found until then is delivered, with exit status 3; unless given",
                                "60 for each piece of symbolic work, and none for numbers")
                        .build())
                .addOption(DeclaredOptions.flag(given -> noCache = given, "--no-cache")
                        .description("derive anew, keep nothing; MACROSTATE_CACHE=off does the same for all")
                        .build());
    }

    /** The time for the whole answer. */
    LimitedTime time() {
        return time(timeLimit);
    }

    /** The time that an option's text gives, at least a millisecond. */
    static LimitedTime time(Optional<String> text) {
        return new LimitedTime(text.map(seconds -> Duration.ofMillis(
                Math.max(1, Math.round(1000 * Math.min(LONGEST, NumberReader.positive("--time-limit", seconds)))))));
    }

    /** The model's file as it stands. */
    String text() {
        return model.equals(STANDARD_INPUT) ? standardInput() : ModelSource.text(model, Path.of(""));
    }

    /** @param text of the model's file, here or where the command was typed */
    ModelInstance subject(String text, Settings settings) {
        SystemCache cache = noCache ? SystemCache.none() : SystemCache.standard();
        LearningProblem problem = cache.problem(
                text,
                () -> ModelSource.read(model.equals(STANDARD_INPUT) ? "standard input" : model, text, Path.of("")));
        TimeLimit patience = time().limit().map(TimeLimit::new).orElse(TimeLimit.DEFAULT);
        return ModelInstance.of(problem, settings, new SymbolicWork(patience, cache));
    }

    /** What repeated options assign; the last one holds. */
    static <T> Map<String, T> merged(String option, List<String> texts, Function<String, Map<String, T>> read) {
        Map<String, T> all = new LinkedHashMap<>();
        texts.forEach(text -> all.putAll(at(option, () -> read.apply(text))));
        return all;
    }

    /** All of standard input as a text, within the limit of model files. */
    static String standardInput() {
        try {
            byte[] bytes = System.in.readNBytes(MOST_INPUT);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new BadInput("standard input: expected a text in UTF-8, found other bytes");
        } catch (IOException unreadable) {
            throw new BadInput("standard input cannot be read: " + unreadable.getMessage());
        }
    }

    /** Reads an option's text; what is wrong with it is said of the option. */
    static <T> T at(String option, Supplier<T> read) {
        try {
            return read.get();
        } catch (BadInput bad) {
            throw bad.at(Place.ofOption(option));
        }
    }
}

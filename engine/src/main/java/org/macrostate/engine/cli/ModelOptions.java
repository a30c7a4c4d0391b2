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
import org.macrostate.engine.cache.SystemCache;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.ModelSource;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.SymbolicWork;
import org.macrostate.engine.model.Theory;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model, with which parameters and sizes. */
final class ModelOptions {
    static final String STANDARD_INPUT = "-";
    private static final double LONGEST = 1e9;
    private static final int MOST_INPUT = 2 << 20;

    @Parameters(index = "0", paramLabel = "MODEL", description = "a model file, the name of a bundled model, or - for standard input")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String model;

    @Option(names = "--set", paramLabel = "p=value,…", description = "parameters; may be repeated")
    List<String> set = List.of();

    @Option(names = "--size", paramLabel = "M=2,…", description = "numbers of copies; may be repeated")
    List<String> size = List.of();

    @Option(
            names = "--time-limit",
            paramLabel = "s",
            description = "seconds for each piece of symbolic work; 60 unless given")
    Optional<String> timeLimit = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "small-rate",
            description = "learning rates to zero, their ratios kept, time in units of 1/rate")
    Optional<String> limit = Optional.empty();

    @Option(
            names = "--quadrature",
            paramLabel = "n",
            description = {
                "nodes for each field of expectations without a closed form, even; 32 unless given. Three fields get",
                "half as many each, four a quarter, more are refused; a product of Tanh gets n/3 scales each, of more",
                "than two (n + 16)/12. Every output says which terms these are and how far they are off"
            })
    Optional<String> quadrature = Optional.empty();

    @Option(
            names = "--subspace",
            paramLabel = "symmetric|paired",
            description = "the equations of states whose copies are alike (their plateau), or alike in pairs")
    Optional<String> subspace = Optional.empty();

    @Option(names = "--no-cache", description = "derive anew, keep nothing; MACROSTATE_CACHE=off does the same for all")
    boolean noCache;

    ModelInstance subject() {
        LearningProblem problem = model.equals(STANDARD_INPUT)
                ? ModelFile.read(standardInput(), "standard input")
                : ModelSource.read(model, Path.of(""));
        Settings settings = new Settings(
                merged("--set", set, Assignments::numbers), merged("--size", size, Assignments::wholeNumbers), theory());
        TimeLimit patience = timeLimit
                .map(text -> new TimeLimit(Duration.ofMillis(
                        Math.round(1000 * Math.min(LONGEST, NumberReader.positive("--time-limit", text))))))
                .orElse(TimeLimit.DEFAULT);
        return ModelInstance.of(
                problem, settings, new SymbolicWork(patience, noCache ? SystemCache.none() : SystemCache.standard()));
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

    private Theory theory() {
        return new Theory(
                limit.flatMap(text ->
                        at("--limit", () -> Theory.read(limit, none(), none())).limit()),
                quadrature.flatMap(text -> at("--quadrature", () -> Theory.read(none(), quadrature, none()))
                        .nodes()),
                subspace.flatMap(text -> at("--subspace", () -> Theory.read(none(), none(), subspace))
                        .subspace()));
    }

    private static Optional<String> none() {
        return Optional.empty();
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

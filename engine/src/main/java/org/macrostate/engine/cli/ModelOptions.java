package org.macrostate.engine.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.macrostate.engine.cache.SystemCache;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.ModelSource;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.SymbolicWork;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.model.LearningProblem;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model, and how its symbols are worked on. */
final class ModelOptions {
    private static final double LONGEST = 1e9;

    @Parameters(index = "0", paramLabel = "MODEL", description = "a model file, or the name of a bundled model")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String model;

    @Option(
            names = "--time-limit",
            paramLabel = "s",
            description = "seconds for each piece of symbolic work; 60 unless given")
    Optional<String> timeLimit = Optional.empty();

    @Option(names = "--no-cache", description = "derive anew, keep nothing; MACROSTATE_CACHE=off does the same for all")
    boolean noCache;

    ModelInstance subject(Settings settings) {
        LearningProblem problem = ModelSource.read(model, Path.of(""));
        TimeLimit patience = timeLimit
                .map(text -> new TimeLimit(Duration.ofMillis(
                        Math.round(1000 * Math.min(LONGEST, NumberReader.positive("--time-limit", text))))))
                .orElse(TimeLimit.DEFAULT);
        return ModelInstance.of(
                problem, settings, new SymbolicWork(patience, noCache ? SystemCache.none() : SystemCache.standard()));
    }
}

package org.macrostate.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.LimitedTime;
import org.macrostate.engine.cache.SystemCache;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.ModelSource;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.SymbolicWork;
import org.macrostate.engine.model.Theory;
import org.macrostate.engine.model.UserPath;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.output.RowWords;
import org.macrostate.engine.study.StudyFile;
import org.macrostate.engine.study.StudyReader;
import org.macrostate.engine.study.StudyRun;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.model.Yaml;
import org.macrostate.equations.model.YamlReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate FILE}: is it a model or a study that runs; nothing else happens. */
@Command(
        name = "validate",
        description = "Check that a file is a model whose equations can be derived, or a study.",
        footer = {"", "Examples:  macrostate show oja > oja.yaml", "           macrostate validate oja.yaml"})
final class ValidateCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(index = "0", paramLabel = "FILE", description = "a model or a study file, or - for standard input")
    private String file = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    ValidateCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        boolean isInput = file.equals(ModelOptions.STANDARD_INPUT);
        String text = isInput ? ModelOptions.standardInput() : ModelFile.text(UserPath.of(file));
        String source = isInput ? "standard input" : file;
        Path folder = isInput
                ? Path.of("")
                : Optional.ofNullable(UserPath.of(file).getParent()).orElse(Path.of(""));
        try {
            call.terminal()
                    .show(source + ": " + (isStudy(text, source) ? study(text, source, folder) : model(text, source))
                            + "\n");
        } catch (BadInput bad) {
            throw bad.at(Place.ofOption(source));
        }
        return ExitStatus.DONE.code();
    }

    private static boolean isStudy(String text, String source) {
        return YamlReader.read(text, source) instanceof Yaml.Mapping mapping
                && mapping.pairs().stream().anyMatch(pair -> List.of("study", "questions", "claims")
                        .contains(pair.key().value()));
    }

    private static String model(String text, String source) {
        ModelInstance subject = ModelInstance.of(
                ModelFile.read(text, source),
                new Settings(Map.of(), Map.of(), Theory.UNSTATED),
                new SymbolicWork(TimeLimit.DEFAULT, SystemCache.standard()));
        return "a model; " + RowWords.count(subject.system().equations().size(), "equation") + " derived";
    }

    private static String study(String text, String source, Path folder) {
        StudyFile study = StudyReader.read(text, source);
        new StudyRun(
                        study,
                        name -> ModelSource.read(name, folder),
                        new OutputFiles(Path.of(study.name()), true),
                        false,
                        new ExecutionContext(new Runner(1), Progress.SILENT),
                        LimitedTime.NONE,
                        "macrostate validate",
                        Optional.empty(),
                        List.of())
                .planned();
        return "a study; " + RowWords.count(study.items().size(), "question") + ", "
                + RowWords.count(study.claims().size(), "claim");
    }
}

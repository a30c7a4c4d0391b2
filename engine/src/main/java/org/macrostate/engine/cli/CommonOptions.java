package org.macrostate.engine.cli;

import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import picocli.CommandLine.Model.CommandSpec;

/** Options of every command that works on a model. */
final class CommonOptions implements DeclaredOptions.Shared {
    private static final int MOST_THREADS = 1024;

    Optional<String> out = Optional.empty();
    boolean json;
    boolean force;
    Optional<String> threads = Optional.empty();
    boolean quiet;
    boolean debug;

    @Override
    public CommandSpec spec() {
        return DeclaredOptions.helpAndVersion(CommandSpec.create()
                .addOption(DeclaredOptions.text("PATH", given -> out = given, "-o", "--out")
                        .description(
                                "write the result there: to a file, whose ending says in which form (.csv .json",
                                ".html, figures .svg .png .pdf .tex), or with all tables and figures to a folder")
                        .build())
                .addOption(DeclaredOptions.flag(given -> json = given, "--json")
                        .description("the result as one JSON object")
                        .build())
                .addOption(DeclaredOptions.flag(given -> force = given, "--force")
                        .description("overwrite files that Macrostate did not write")
                        .build())
                .addOption(DeclaredOptions.text("n", given -> threads = given, "--threads")
                        .description("threads to use; all processors unless given")
                        .build())
                .addOption(DeclaredOptions.flag(given -> quiet = given, "-q", "--quiet")
                        .description("no progress")
                        .build())
                .addOption(DeclaredOptions.flag(given -> debug = given, "--debug")
                        .description("on failure, say where in the program")
                        .hidden(true)
                        .build()));
    }

    ExecutionContext work(Terminal terminal) {
        int count = threads.map(text -> NumberReader.wholeNumber("--threads", text, 1, MOST_THREADS))
                .orElse(Runtime.getRuntime().availableProcessors());
        Progress progress = quiet
                ? Progress.SILENT
                : terminal.interactive() ? new ProgressBars(terminal.err()) : new ProgressLines(terminal.err());
        return new ExecutionContext(new Runner(count), progress);
    }
}

package org.macrostate.engine.cli;

import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import picocli.CommandLine.Option;

/** Options of every command that works on a model. */
final class CommonOptions {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "PATH",
            description = {
                "write the result there: to a file, whose ending says in which form (.csv .json",
                ".html, figures .svg .png .pdf .tex), or with all tables and figures to a folder"
            })
    Optional<String> out = Optional.empty();

    @Option(names = "--json", description = "the result as one JSON object")
    boolean json;

    @Option(names = "--force", description = "overwrite files that Macrostate did not write")
    boolean force;

    @Option(names = "--threads", paramLabel = "n", description = "threads to use; all processors unless given")
    Optional<String> threads = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress")
    boolean quiet;

    @Option(names = "--debug", description = "on failure, say where in the program", hidden = true)
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "show the version")
    boolean version;

    ExecutionContext work(Terminal terminal) {
        int count = threads.map(text -> NumberReader.wholeNumber("--threads", text, 1, MOST_THREADS))
                .orElse(Runtime.getRuntime().availableProcessors());
        Progress progress = quiet
                ? Progress.SILENT
                : terminal.interactive() ? new ProgressBars(terminal.err()) : new ProgressLines(terminal.err());
        return new ExecutionContext(new Runner(count), progress);
    }
}

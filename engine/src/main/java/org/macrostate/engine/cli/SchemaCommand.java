package org.macrostate.engine.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.equations.model.BundledModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schema model|study}: the JSON schema by which an editor completes and checks such files. */
@Command(
        name = "schema",
        description = "Print the JSON schema of model or study files, with which editors complete and check them.",
        footer = {
            "",
            "An editor with a YAML language server reads it from the file's first line:",
            "  # yaml-language-server: $schema=model.schema.json",
            "Example:  macrostate schema model > model.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    private enum Kind {
        MODEL,
        STUDY
    }

    private final Call call;

    @Parameters(index = "0", paramLabel = "KIND", description = "model or study")
    private String kind = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    SchemaCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Kind chosen =
                Choice.of("KIND", kind, List.of(Kind.values()), k -> k.name().toLowerCase(Locale.ROOT));
        call.terminal().out().print(chosen == Kind.MODEL ? BundledModels.schema() : BundledStudies.schema());
        return ExitStatus.DONE.code();
    }
}

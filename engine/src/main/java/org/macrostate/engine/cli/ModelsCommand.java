package org.macrostate.engine.cli;

import java.util.concurrent.Callable;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.equations.model.BundledModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code models}: what is bundled, a line each. */
@Command(
        description = "List the bundled models and studies: name, kind, title.",
        footer = {"", "Example:  macrostate models"})
final class ModelsCommand implements Callable<Integer> {
    private final Call call;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    ModelsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        BundledModels.names().forEach(name -> line(name, "model", BundledModels.describe(name)));
        BundledStudies.names()
                .forEach(name -> line(name, "study", BundledStudies.study(name).title()));
        return ExitStatus.DONE.code();
    }

    private void line(String name, String kind, String title) {
        call.terminal().out().printf("%-20s %-6s %s%n", name, kind, title);
    }
}

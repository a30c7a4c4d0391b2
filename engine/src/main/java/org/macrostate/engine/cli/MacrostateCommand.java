package org.macrostate.engine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program without a command: a short help. */
@Command(
        name = "macrostate",
        description = "From a loss to the macroscopic theory of its learning dynamics.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "Begin with:  macrostate show linear-vae",
            "             macrostate study posterior-collapse --out posterior-collapse",
            "Help on one command:  macrostate help COMMAND"
        })
final class MacrostateCommand implements Callable<Integer> {
    private final Call call;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

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

    MacrostateCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(call.terminal().out());
        return ExitStatus.DONE.code();
    }
}

package org.macrostate.engine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** The program without a command: a short help. */
final class MacrostateCommand implements Callable<Integer> {
    private final Call call;
    private final CommandSpec spec;

    private MacrostateCommand(Call call) {
        this.call = call;
        this.spec = CommandSpec.wrapWithoutInspection(this).name("macrostate").versionProvider(new Version());
    }

    static CommandSpec spec(Call call) {
        CommandSpec spec = new MacrostateCommand(call).spec;
        spec.usageMessage()
                .description("From a loss to the macroscopic theory of its learning dynamics.")
                .synopsisSubcommandLabel("COMMAND")
                .footer(
                        "",
                        "Begin with:  macrostate show linear-vae",
                        "             macrostate study posterior-collapse --out posterior-collapse",
                        "Help on one command:  macrostate help COMMAND");
        return DeclaredOptions.helpAndVersion(spec);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(call.terminal().out());
        return ExitStatus.DONE.code();
    }
}

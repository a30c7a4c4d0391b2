package org.macrostate.engine.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code completion bash|zsh}: a script that lets the shell complete commands and options. */
@Command(
        name = "completion",
        description = "Print a script with which the shell completes commands and options.",
        footer = {
            "",
            "Where 'macrostate' is a command (or an alias of java -jar …/macrostate.jar), one line in ~/.bashrc or",
            "~/.zshrc is enough:  source <(macrostate completion bash)",
            "Example:  macrostate completion bash"
        })
final class CompletionCommand implements Callable<Integer> {
    private enum Shell {
        BASH,
        ZSH;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String ZSH_UNDERSTANDS_BASH = "autoload -U +X compinit && compinit\n";

    private final Call call;

    @Parameters(index = "0", paramLabel = "SHELL", description = "bash or zsh")
    private String shell = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    CompletionCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Shell chosen = Choice.of("SHELL", shell, List.of(Shell.values()), Shell::text);
        CommandLine all = Commands.everything(call.terminal());
        String script = AutoComplete.bash(all.getCommandName(), all);
        call.terminal().out().print(chosen == Shell.ZSH ? ZSH_UNDERSTANDS_BASH + script : script);
        return ExitStatus.DONE.code();
    }
}

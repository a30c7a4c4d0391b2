package org.macrostate.engine.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.macrostate.equations.ResourceText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code completion bash|zsh|fish}: a script that lets the shell complete commands, options, models and their names. */
@Command(
        name = "completion",
        description = "Print a script that completes commands, models and names.",
        footer = {
            "",
            "One line in ~/.bashrc or ~/.zshrc:  source <(macrostate completion bash)",
            "For fish:",
            "  macrostate completion fish > ~/.config/fish/completions/macrostate.fish",
            "Example:  macrostate completion bash"
        })
final class CompletionCommand implements Callable<Integer> {
    private enum Shell {
        BASH,
        ZSH,
        FISH;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Call call;

    @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish")
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
        String script = ResourceText.of(CompletionCommand.class, "completion." + chosen.text())
                .replace("@COMMANDS@", String.join(" ", CompletionWords.of(all, List.of(""))))
                .replace("@OPTIONS@", options(all));
        call.terminal().out().print(script);
        return ExitStatus.DONE.code();
    }

    private static String options(CommandLine all) {
        return all.getSubcommands().keySet().stream()
                .map(name -> "        " + name + ") echo '"
                        + String.join(" ", CompletionWords.of(all, List.of(name, "-"))) + "' ;;")
                .collect(Collectors.joining("\n"));
    }
}

package org.macrostate.engine.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.equations.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code man [COMMAND]}: a manual page, for {@code man -l} or a folder of manual pages. */
@Command(
        name = "man",
        description = "Print the manual page of the program or of one command.",
        footer = {"", "Example:  macrostate man derive"})
final class ManCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "the command; the program unless given")
    private Optional<String> command = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean help;

    ManCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        CommandLine all = Commands.everything(call.terminal());
        CommandLine line = command.map(
                        name -> Optional.ofNullable(all.getSubcommands().get(name))
                                .orElseThrow(() -> BadInput.unknownName(
                                        "command", name, all.getSubcommands().keySet())))
                .orElse(all);
        call.terminal()
                .out()
                .print(page(
                        line.getCommandSpec(),
                        command.map(name -> "macrostate-" + name).orElse("macrostate")));
        return ExitStatus.DONE.code();
    }

    private static String page(CommandSpec spec, String name) {
        StringBuilder page = new StringBuilder(".TH " + name.toUpperCase(java.util.Locale.ROOT) + " 1\n.SH NAME\n");
        String[] about = spec.usageMessage().description();
        page.append(text(name))
                .append(" \\- ")
                .append(text(about.length == 0 ? "" : about[0]))
                .append('\n');
        page.append(".SH SYNOPSIS\n.B ").append(text(name.replace("macrostate-", "macrostate ")));
        spec.positionalParameters().forEach(p -> page.append(' ').append(text(p.paramLabel())));
        page.append(spec.options().isEmpty() ? "\n" : " [OPTIONS]\n");
        page.append(".SH OPTIONS\n");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            entry(page, parameter.paramLabel(), List.of(parameter.description()));
        }
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                String label = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
                entry(page, String.join(", ", option.names()) + label, List.of(option.description()));
            }
        }
        if (!spec.subcommands().isEmpty()) {
            page.append(".SH COMMANDS\n");
            spec.subcommands()
                    .forEach((sub, line) -> entry(
                            page,
                            sub,
                            List.of(line.getCommandSpec().usageMessage().description())));
        }
        if (spec.usageMessage().footer().length > 0) {
            page.append(".SH NOTES\n.nf\n");
            for (String line : spec.usageMessage().footer()) {
                page.append(text(line)).append('\n');
            }
            page.append(".fi\n");
        }
        return page.append(".SH EXIT STATUS\n0 done; 1 a check failed; 2 bad input; 3 the numerics did not converge;")
                .append(" 70 a defect of the program.\n")
                .toString();
    }

    private static void entry(StringBuilder page, String head, List<String> lines) {
        page.append(".TP\n.B ").append(text(head)).append('\n');
        lines.forEach(line -> page.append(text(line)).append('\n'));
    }

    /** Text for troff: no backslash, hyphen or leading period acts. */
    private static String text(String line) {
        String escaped = line.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }
}

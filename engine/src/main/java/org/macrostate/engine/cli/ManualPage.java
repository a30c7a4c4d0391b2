package org.macrostate.engine.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, as troff reads it. */
final class ManualPage {
    private ManualPage() {}

    /**
     * The page.
     *
     * @param name of the page, {@code macrostate-derive} of the command {@code derive}
     */
    static String of(CommandSpec spec, String name) {
        StringBuilder page = new StringBuilder(".TH " + name.toUpperCase(Locale.ROOT) + " 1\n.SH NAME\n");
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
        page.append(".SH EXIT STATUS\n");
        for (ExitStatus status : ExitStatus.values()) {
            entry(page, String.valueOf(status.code()), List.of(status.meaning()));
        }
        return page.toString();
    }

    private static void entry(StringBuilder page, String head, List<String> lines) {
        page.append(".TP\n.B ").append(text(head)).append('\n');
        lines.forEach(line -> page.append(text(line)).append('\n'));
    }

    /** Text escaped for troff: backslashes, hyphens and leading periods are printed as they are. */
    private static String text(String line) {
        String escaped = line.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }
}

package org.macrostate.engine.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.macrostate.engine.registry.Analyses;
import picocli.CommandLine;

/** The commands by name. Only the one that is called is built: reading all their annotations would be felt at start. */
final class Commands {
    private static final Map<String, Function<Call, Object>> ALL = all();

    private Commands() {}

    private static Map<String, Function<Call, Object>> all() {
        Map<String, Function<Call, Object>> commands = new LinkedHashMap<>();
        commands.put("models", ModelsCommand::new);
        commands.put("show", ShowCommand::new);
        for (String name : Analyses.names()) {
            commands.put(
                    name, call -> AnalysisCommand.of(call, Analyses.find(name).orElseThrow()));
        }
        commands.put("study", StudyCommand::new);
        commands.put("gallery", GalleryCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("spectrum", SpectrumCommand::new);
        commands.put("start-up", StartUpCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("man", ManCommand::new);
        return commands;
    }

    /** {@code help} and {@code version} as the options that they are elsewhere. */
    static String[] spelled(String[] args) {
        if (args.length == 0) {
            return args;
        }
        return switch (args[0]) {
            case "help" ->
                args.length == 1
                        ? new String[] {"--help"}
                        : ALL.containsKey(args[1]) ? new String[] {args[1], "--help"} : new String[] {args[1]};
            case "version" -> args.length == 1 ? new String[] {"--version"} : args;
            default -> args;
        };
    }

    static CommandLine lineFor(Call call) {
        String first = call.args().isEmpty() ? "" : call.args().get(0);
        if (ALL.containsKey(first)) {
            return line(call, Set.of(first));
        }
        boolean isVersion =
                call.args().size() == 1 && List.of("--version", "-V").contains(first);
        return line(call, isVersion ? Set.of() : ALL.keySet());
    }

    /** The program with all its commands. */
    static CommandLine everything(Terminal terminal) {
        return line(new Call(terminal, List.of()), ALL.keySet());
    }

    private static CommandLine line(Call call, Set<String> names) {
        Terminal terminal = call.terminal();
        CommandLine line = new CommandLine(MacrostateCommand.spec(call));
        ALL.forEach((name, command) -> {
            if (names.contains(name)) {
                Object made = command.apply(call);
                CommandLine own = made instanceof CommandLine whole ? whole : new CommandLine(made);
                if (made instanceof DeclaredOptions.Mixed mixed) {
                    mixed.mixInto(own.getCommandSpec());
                }
                line.addSubcommand(name, own);
            }
        });
        line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().versionProvider(new Version()));
        line.setOverwrittenOptionsAllowed(false);
        line.setUsageHelpWidth(78);
        line.setUsageHelpAutoWidth(false);
        line.setColorScheme(new CommandLine.Help.ColorScheme.Builder(CommandLine.Help.Ansi.OFF).build());
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}

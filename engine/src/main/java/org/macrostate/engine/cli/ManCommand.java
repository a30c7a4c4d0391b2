package org.macrostate.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.model.UserPath;
import org.macrostate.engine.output.WholeFile;
import org.macrostate.equations.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code man [COMMAND]}: manual pages, for {@code man -l} or for a folder of them. */
@Command(
        name = "man",
        description = "Print the manual page of the program or of one command.",
        footer = {
            "",
            "In ~/.local/share/man/man1 'man macrostate-derive' finds them.",
            "Examples:  macrostate man derive",
            "           macrostate man --out man1"
        })
final class ManCommand implements Callable<Integer> {
    private static final String PROGRAM = "macrostate";

    private final Call call;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "the command; the program unless given")
    private Optional<String> command = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "write the page into this folder; of the program, those of all commands, too")
    private Optional<String> folder = Optional.empty();

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
        Map<String, String> pages = new LinkedHashMap<>();
        command.ifPresentOrElse(
                name -> pages.put(PROGRAM + "-" + name, page(all, name)),
                () -> pages.put(PROGRAM, ManualPage.of(all.getCommandSpec(), PROGRAM)));
        if (folder.isEmpty()) {
            pages.values().forEach(page -> call.terminal().out().print(page));
            return ExitStatus.DONE.code();
        }
        if (command.isEmpty()) {
            all.getSubcommands().keySet().forEach(name -> pages.put(PROGRAM + "-" + name, page(all, name)));
        }
        Path to = UserPath.of(folder.get());
        pages.forEach((name, page) -> write(to, name + ".1", page));
        call.terminal().show("written: " + pages.size() + " manual pages into " + to + "\n");
        return ExitStatus.DONE.code();
    }

    private static String page(CommandLine all, String name) {
        CommandLine line = Optional.ofNullable(all.getSubcommands().get(name))
                .orElseThrow(() -> BadInput.unknownName(
                        "command", name, all.getSubcommands().keySet()));
        return ManualPage.of(line.getCommandSpec(), PROGRAM + "-" + name);
    }

    private static void write(Path folder, String name, String page) {
        try {
            new WholeFile(folder, name).write(out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write '" + folder.resolve(name) + "'", failed);
        }
    }
}

package org.macrostate.engine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.BundledModels;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The message, in one line, about a command line that cannot be read. */
final class OptionComplaint {
    /** Of two dashes and letters: below, any option begins with it. */
    private static final int SHORTEST = 4;

    private OptionComplaint() {}

    static String of(ParameterException complaint) {
        CommandLine line = complaint.getCommandLine();
        String command = line.getCommandName();
        if (complaint instanceof UnmatchedArgumentException unmatched) {
            return unmatched(line, unmatched.getUnmatched().get(0));
        }
        if (complaint instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            ArgSpec first = missing.getMissing().get(0);
            if (first instanceof OptionSpec option && isGiven(complaint, option)) {
                return "option " + name(option) + " needs a value: " + option.paramLabel();
            }
            String name = first instanceof OptionSpec option ? option.longestName() : first.paramLabel();
            return command + " needs " + name + "; see 'macrostate " + command + " --help'";
        }
        if (complaint instanceof OverwrittenOptionException twice) {
            return "option " + name(twice.getOverwritten()) + " is given twice";
        }
        return String.valueOf(complaint.getMessage());
    }

    /** Whether it is the value that is missing, not the option. */
    private static boolean isGiven(ParameterException complaint, OptionSpec option) {
        List<String> given = complaint.getCommandLine().getParseResult().originalArgs();
        return List.of(option.names()).stream().anyMatch(given::contains);
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? "'" + option.longestName() + "'" : arg.paramLabel();
    }

    private static String unmatched(CommandLine line, String found) {
        String word = found.contains("=") ? found.substring(0, found.indexOf('=')) : found;
        if (line.getParent() == null
                && (found.endsWith(".yaml") || BundledModels.names().contains(found))) {
            return "'" + found + "' is a model, and a command comes first, as in 'macrostate derive " + found + "'";
        }
        if (line.getParent() == null && !found.startsWith("-")) {
            return BadInput.unknownName("command", word, line.getSubcommands().keySet())
                    .what();
        }
        if (!found.startsWith("-")) {
            return "unexpected argument '" + found + "' of " + line.getCommandName();
        }
        List<String> known = new ArrayList<>();
        line.getCommandSpec().options().forEach(option -> known.add(option.longestName()));
        Optional<String> longer = known.stream()
                .filter(option -> option.length() > SHORTEST && (word.startsWith(option) || option.startsWith(word)))
                .findFirst();
        if (longer.isPresent() && word.length() > SHORTEST) {
            return "unknown option '" + word + "'; did you mean '" + longer.get() + "'?";
        }
        String complaint = BadInput.unknownName("option", word, known).what();
        boolean hasNear = complaint.contains("did you mean") && !complaint.contains("did you mean '--set'");
        if (hasNear || !known.contains("--set")) {
            return complaint;
        }
        String parameter = word.matches("--[A-Za-z]\\w*")
                ? "; a parameter " + word.substring(2) + " of a model is set by --set " + word.substring(2) + "=VALUE"
                : "";
        return "unknown option '" + word + "'" + parameter + "; 'macrostate " + line.getCommandName()
                + " --help' lists the options";
    }
}

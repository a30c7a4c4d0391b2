package org.macrostate.engine.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One option of an analysis: {@code --name} of its command and the key {@code name} of its item in a study file.
 *
 * @param aliases further spellings of the name
 * @param label of the value, as in {@code P=a:b}; empty for a flag
 * @param help what it does, in one or more lines, without its default
 * @param isRequired whether there is no question without it
 * @param unlessGiven the value that is taken otherwise, as a user would write it
 * @param bare the value of {@code --name} with nothing behind it, if that has a meaning
 * @param onlyCommand whether it says how a command shows its answer, so that a study has no such key
 */
public record AnalysisOption<T>(
        String name,
        List<String> aliases,
        OptionType<T> type,
        String label,
        List<String> help,
        boolean isRequired,
        Optional<String> unlessGiven,
        Optional<String> bare,
        boolean onlyCommand) {
    public AnalysisOption {
        aliases = List.copyOf(aliases);
        help = List.copyOf(help);
    }

    /** An option that may be left away. */
    public static <T> AnalysisOption<T> of(String name, OptionType<T> type, String label, String... help) {
        return new AnalysisOption<>(
                name, List.of(), type, label, List.of(help), false, Optional.empty(), Optional.empty(), false);
    }

    /** A flag: false unless given. */
    public static AnalysisOption<Boolean> flag(String name, String... help) {
        return new AnalysisOption<>(
                name,
                List.of(),
                OptionType.flag(),
                "",
                List.of(help),
                false,
                Optional.of("false"),
                Optional.empty(),
                false);
    }

    /** The same, needed. */
    public AnalysisOption<T> required() {
        return new AnalysisOption<>(name, aliases, type, label, help, true, unlessGiven, bare, onlyCommand);
    }

    /** The same with a value that is taken where none is given. */
    public AnalysisOption<T> unlessGiven(String value) {
        return new AnalysisOption<>(
                name, aliases, type, label, help, isRequired, Optional.of(value), bare, onlyCommand);
    }

    /** The same with a value for the option alone. */
    public AnalysisOption<T> bare(String value) {
        return new AnalysisOption<>(
                name, aliases, type, label, help, isRequired, unlessGiven, Optional.of(value), onlyCommand);
    }

    /** The same with another spelling. */
    public AnalysisOption<T> alias(String other) {
        List<String> more = new ArrayList<>(aliases);
        more.add(other);
        return new AnalysisOption<>(name, more, type, label, help, isRequired, unlessGiven, bare, onlyCommand);
    }

    /** The same, of the command alone. */
    public AnalysisOption<T> onlyOnTheCommandLine() {
        return new AnalysisOption<>(name, aliases, type, label, help, isRequired, unlessGiven, bare, true);
    }

    /** All spellings. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(aliases);
        return names;
    }

    /** The help with the default. */
    public List<String> said() {
        List<String> lines = new ArrayList<>(help);
        if (!type.isFlag()) {
            unlessGiven.ifPresent(
                    value -> lines.set(lines.size() - 1, lines.get(lines.size() - 1) + "; " + value + " unless given"));
        }
        return lines;
    }
}

package org.macrostate.engine.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;

/** What was given of a declaration's options, read by their types. */
public final class OptionValues {
    private final Map<String, Given> given;
    private final boolean fromCommand;
    private final Optional<String> file;

    private OptionValues(Map<String, Given> given, boolean fromCommand, Optional<String> file) {
        this.given = new LinkedHashMap<>(given);
        this.fromCommand = fromCommand;
        this.file = file;
    }

    /**
     * Of a command line: texts by the options' names.
     *
     * @param file that the answer goes to, if to one
     */
    public static OptionValues ofCommand(
            List<AnalysisOption<?>> options, Map<String, String> texts, Optional<String> file) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (AnalysisOption<?> option : options) {
            String text = texts.get(option.name());
            if (text != null) {
                Optional<Place> place = option.type().namesOption()
                        ? Optional.empty()
                        : Optional.of(Place.ofOption("--" + option.name()));
                given.put(option.name(), new Given.Words(text, place));
            }
        }
        return new OptionValues(given, true, file);
    }

    /**
     * Of an item of a file: values by keys.
     *
     * @throws BadInput if two spellings of one key are there
     */
    public static OptionValues ofFile(List<AnalysisOption<?>> options, Map<String, Given> values) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (AnalysisOption<?> option : options) {
            for (String name : option.names()) {
                Given value = values.get(name);
                if (value != null && given.put(option.name(), value) != null) {
                    throw new BadInput("'" + name + "' and '" + option.name() + "' are the same key");
                }
            }
        }
        return new OptionValues(given, false, Optional.empty());
    }

    /** The file that the answer goes to, whose ending may say in what form. */
    public Optional<String> file() {
        return file;
    }

    /** Whether a value was given. */
    public boolean has(AnalysisOption<?> option) {
        return given.containsKey(option.name());
    }

    /**
     * The value, or what is taken where none is given.
     *
     * @throws BadInput if it is none of the option's type
     */
    public <T> Optional<T> find(AnalysisOption<T> option) {
        Given value = given.get(option.name());
        if (value != null) {
            return Optional.of(option.type().read(role(option), value));
        }
        return option.unlessGiven()
                .map(text -> option.type().read(role(option), new Given.Words(text, Optional.empty())));
    }

    /** The value of an option that is required or has a value unless given. */
    public <T> T get(AnalysisOption<T> option) {
        return find(option)
                .orElseThrow(() -> new BadInput(
                        fromCommand ? spelled(option) + " is needed" : "key '" + option.name() + "' is missing"));
    }

    /** What {@code read} finds wrong with an option's value, said of that option's place. */
    public <T> T at(AnalysisOption<?> option, java.util.function.Supplier<T> read) {
        Given value = given.get(option.name());
        if (value == null) {
            return read.get();
        }
        return fromCommand
                ? new Given.Words("", Optional.of(Place.ofOption("--" + option.name()))).placed(read)
                : value.placed(read);
    }

    /** How a message quotes an option: {@code --until}, or {@code 'until'} of a file. */
    public String spelled(AnalysisOption<?> option) {
        return fromCommand ? "--" + option.name() : "'" + option.name() + "'";
    }

    private String role(AnalysisOption<?> option) {
        return fromCommand ? "--" + option.name() : option.name();
    }
}

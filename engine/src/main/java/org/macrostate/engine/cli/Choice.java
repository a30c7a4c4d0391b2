package org.macrostate.engine.cli;

import java.util.List;
import java.util.function.Function;
import org.macrostate.equations.BadInput;

/** An option whose values are a few words. */
final class Choice {
    private Choice() {}

    /** @throws BadInput if the text is none of the values' names */
    static <T> T of(String option, String text, List<T> values, Function<T, String> name) {
        return values.stream()
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> BadInput.unknownName(
                        "value of " + option, text, values.stream().map(name).toList()));
    }
}

package org.macrostate.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.equations.BadInput;

/**
 * The same question at several values of one parameter.
 *
 * @param parameter its name; empty for a single curve at the subject's own parameters
 * @param values one a curve; empty for a single curve
 */
public record Curves(String parameter, List<Double> values) {
    public static final Curves ONE = new Curves("", List.of());

    public Curves {
        values = List.copyOf(values);
        if (!parameter.isEmpty() && values.isEmpty()) {
            throw new BadInput("curves in " + parameter + " need at least one value");
        }
    }

    /** The subject of each curve, with the parameter's value there. */
    public List<At> of(ModelInstance subject) {
        List<At> all = new ArrayList<>();
        for (double value : values) {
            all.add(new At(Optional.of(value), subject.with(Settings.NONE.with(parameter, value))));
        }
        return values.isEmpty() ? List.of(new At(Optional.empty(), subject)) : all;
    }

    /** One curve. */
    public record At(Optional<Double> value, ModelInstance subject) {}

    /** Columns that tell curves apart in a table: one, or none. */
    public List<String> columns() {
        return values.isEmpty() ? List.of() : List.of(parameter);
    }
}

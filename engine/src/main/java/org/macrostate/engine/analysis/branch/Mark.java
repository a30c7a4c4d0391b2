package org.macrostate.engine.analysis.branch;

import java.util.List;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;

/**
 * A value of an order parameter or observable that is to be marked on branches.
 *
 * @param quantity its name
 */
public record Mark(String quantity, double value) {
    /**
     * Reads {@code eps_g = 0.1, m[1,1] = 0.5}.
     *
     * @throws BadInput if an item is no name with a number
     */
    public static List<Mark> read(String text) {
        return Assignments.names(text).stream().map(Mark::one).toList();
    }

    private static Mark one(String text) {
        int equals = text.indexOf('=');
        String quantity = text.substring(0, Math.max(0, equals)).strip();
        if (quantity.isEmpty()) {
            throw new BadInput("expected NAME = VALUE, found '" + text + "'");
        }
        return new Mark(
                quantity,
                NumberReader.number(
                        "value of " + quantity, text.substring(equals + 1).strip()));
    }
}

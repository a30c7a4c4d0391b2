package org.macrostate.equations.model;

import java.util.OptionalInt;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/** Checks numbers of copies. */
final class Extents {
    private Extents() {}

    static void check(Expression extent, NameTable names) {
        OptionalInt value = names.copies(extent);
        if (value.isEmpty()) {
            throw new BadInput("'" + ExpressionText.of(extent) + "' is no whole number of copies");
        }
        if (value.getAsInt() < 1 || value.getAsInt() > 1000) {
            throw new BadInput("copies must be from 1 to 1000, found " + ExpressionText.of(extent)
                    + (ExpressionText.of(extent).equals(Integer.toString(value.getAsInt()))
                            ? ""
                            : " = " + value.getAsInt()));
        }
    }
}

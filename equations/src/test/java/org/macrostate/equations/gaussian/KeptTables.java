package org.macrostate.equations.gaussian;

import java.util.List;
import org.macrostate.equations.tensor.Expression;

/** Writes parts out where they stand, also those that depend on nodes; tables are kept. */
record KeptTables(KeptParts kept) implements PartNames {
    KeptTables() {
        this(new KeptParts());
    }

    @Override
    public Expression part(String wanted, Expression value, String meaning) {
        return value;
    }

    @Override
    public Table table(String wanted, List<Double> values, String meaning) {
        return kept.table(wanted, values, meaning);
    }
}

package org.macrostate.equations.gaussian;

import java.util.List;
import org.macrostate.equations.tensor.Expression;

/** Gives what an expectation is built from a name, so that it stands once and formulas stay readable. */
public interface PartNames {

    /** No names: parts are written out where they stand. There are no tables either. */
    PartNames NONE = new PartNames() {
        @Override
        public Expression part(String wanted, Expression value, String meaning) {
            return value;
        }

        @Override
        public Table table(String wanted, List<Double> values, String meaning) {
            throw new IllegalStateException("no table has a place here: " + wanted);
        }
    };

    /** The expression, or a symbol that stands for it. */
    Expression part(String wanted, Expression value, String meaning);

    /**
     * The value of a statistic, or a symbol that stands for it: one name serves all variables of the same families.
     *
     * @param definition may be asked for the value at other variables of the same families
     */
    default Expression statistic(Statistic statistic, Statistic.Definition definition) {
        Expression value = definition.of(statistic);
        return GaussianLaw.isGuarded(value)
                ? part(statistic.kind().letter(), value, statistic.kind().words())
                : value;
    }

    /** A table of these numbers; the same one for the same numbers. */
    Table table(String wanted, List<Double> values, String meaning);
}

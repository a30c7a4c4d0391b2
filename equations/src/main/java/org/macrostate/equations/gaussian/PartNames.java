package org.macrostate.equations.gaussian;

import java.util.List;
import org.macrostate.equations.tensor.Expression;

/** Gives what an expectation is built from a name, so that it stands once and formulas stay readable. */
public interface PartNames {

    /** The expression, or a symbol that stands for it. */
    Expression part(String wanted, Expression value, String meaning);

    /** A table of these numbers; the same one for the same numbers. */
    Table table(String wanted, List<Double> values, String meaning);
}

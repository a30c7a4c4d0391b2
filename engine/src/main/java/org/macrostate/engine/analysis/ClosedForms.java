package org.macrostate.engine.analysis;

import java.util.List;
import org.macrostate.equations.tensor.Expression;

/** An answer that has formulas in a model's parameters. */
public interface ClosedForms extends Answer {
    /**
     * A boundary at which something changes stability.
     *
     * @param solve the parameter solved for
     * @param form its value there
     */
    record Boundary(String solve, Expression form) {}

    /** Boundaries in closed form at which a state's stability changes somewhere. */
    List<Boundary> boundaries();

    /** Labels of parameters that were put in as zero, so that the formulas hold there only. */
    List<String> zeros();

    /**
     * Formulas.
     *
     * @param of a quantity along the state; {@code stability change} for boundaries at which the state as a whole turns stable
     *     or unstable; empty for all boundaries, their series, and the places of minima
     */
    List<Expression> formulas(String of);
}

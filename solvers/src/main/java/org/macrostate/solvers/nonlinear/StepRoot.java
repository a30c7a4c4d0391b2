package org.macrostate.solvers.nonlinear;

import java.util.OptionalDouble;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;

/** Where along a step a number passes zero, by Brent's method with inverse interpolation of fifth order. */
public final class StepRoot {
    private static final double ACCURACY = 1e-15;
    private static final int EVALUATIONS = 200;

    private StepRoot() {}

    /** Between 0 and {@code length}; empty if the number does not change its sign there or is none. */
    public static OptionalDouble of(UnivariateFunction number, double length) {
        try {
            return OptionalDouble.of(new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, 0, 5)
                    .solve(EVALUATIONS, number, 0, length, AllowedSolution.ANY_SIDE));
        } catch (MathRuntimeException failed) {
            return OptionalDouble.empty();
        }
    }
}

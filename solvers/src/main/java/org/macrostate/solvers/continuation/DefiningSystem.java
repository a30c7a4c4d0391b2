package org.macrostate.solvers.continuation;

import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * Equations whose solutions are the bifurcation points of one kind: N of them in N + 1 unknowns, a point of a {@link
 * PlaneProblem} first and then what describes its critical directions. Immutable; vectors that normalise the critical
 * directions are taken from one point and hold near it.
 */
interface DefiningSystem {
    Bifurcation.Kind kind();

    /** The problem it belongs to. */
    PlaneProblem problem();

    /** What is missing to zero, N. */
    double[] residual(double[] y);

    /** The system normalised by a solution. */
    DefiningSystem near(double[] y);

    /** A solution's unknowns in the normalisation of {@link #near}. */
    double[] normalised(double[] y);

    /** Numbers that pass zero at points of codimension two, in the order of {@link #marks}. */
    double[] tests(double[] y);

    /** What the numbers mean. */
    List<CodimensionTwo.Kind> marks();

    /** How many eigenvalues are critical all along the curve: those of least modulus, or those nearest to ±iω. */
    List<Complex> critical(double[] y);

    /** Whether the solution still is a bifurcation of this kind. */
    boolean holds(double[] y);
}

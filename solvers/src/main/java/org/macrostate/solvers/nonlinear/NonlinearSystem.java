package org.macrostate.solvers.nonlinear;

/** Equations F(y) = 0, in as many unknowns or, along a curve, in one more. May use scratch memory: one a thread. */
public interface NonlinearSystem {
    /** How many equations. */
    int equations();

    /** {@link #equations()}, or one more. */
    int unknowns();

    /**
     * What is missing to zero.
     *
     * @param y unknowns; not to be modified
     * @param residual overwritten, one an equation
     */
    void residual(double[] y, double[] residual);

    /**
     * ∂F/∂y, a row an equation and a column an unknown. Newton's method needs it to be near the true one only.
     *
     * @param y unknowns; not to be modified
     */
    double[] jacobian(double[] y);

    /** What keeps solutions apart that form continuous families at fixed last unknown. */
    default Gauge gauge() {
        return Gauge.NONE;
    }

    /**
     * Whether a residual is zero as far as the equations can be evaluated.
     *
     * @param largest modulus of a residual at {@code y}
     * @param slope largest modulus of an element of ∂F/∂y
     */
    default boolean isZero(double largest, double slope, double[] y) {
        return largest <= 1e-12;
    }
}

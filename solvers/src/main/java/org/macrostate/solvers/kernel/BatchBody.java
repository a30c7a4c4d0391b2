package org.macrostate.solvers.kernel;

/** A part of a batch kernel; generated. Element i of point p is at {@code i * BatchKernel.POINTS + p} of the values. */
interface BatchBody {
    String DESCRIPTOR = "(D[D[D)V";

    /**
     * Evaluates a part of the program at all points.
     *
     * @param values state, outputs and scratch, one after the other
     * @param parameters the same for all points, one element each
     */
    void run(double t, double[] values, double[] parameters);
}

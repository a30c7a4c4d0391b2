package org.macrostate.solvers.kernel;

/** A part of a batch kernel; generated. Element i of point p is at {@code i * BatchKernel.POINTS + p} of each array. */
interface BatchBody {
    String DESCRIPTOR = "(D[D[D[D[DI)V";

    /** @param at the first of the points to evaluate; how many is the class's own */
    void run(double t, double[] state, double[] parameters, double[] out, double[] work, int at);
}

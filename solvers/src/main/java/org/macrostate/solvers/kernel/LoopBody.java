package org.macrostate.solvers.kernel;

/** One tree of operations, evaluated for many sets of operands; generated. */
interface LoopBody {
    /**
     * Computes {@code values[target + r]} for {@code 0 <= r < count}.
     *
     * @param operands where in {@code values} the tree's leaves are: those of r = 0, then those of r = 1, …
     */
    void run(double[] values, int[] operands, int count, int target);
}

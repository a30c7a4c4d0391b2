package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.MultivariateFunction;

/** The generated code of one nest of a loop program. */
interface LoopCode {
    /**
     * Fills the nest's block or outputs.
     *
     * @param work elements of all blocks
     * @param positions of outputs by dense index, one array a nest
     * @param columns tables that are read at variables of loops
     * @param calls functions that are called
     */
    void run(
            double t,
            double[] state,
            double[] parameters,
            double[] out,
            double[] work,
            int[] positions,
            double[][] columns,
            MultivariateFunction.Evaluation[] calls);
}

package org.macrostate.equations.graph;

import java.util.List;

/** Several calls that are evaluated together: integrals over one law share its nodes. */
public interface JointFunction {
    /** How many operands it has. */
    int operands();

    /** How many values it has. */
    int results();

    /**
     * A way to compute its values.
     *
     * @param programs compiles programs the function contains
     */
    Evaluation evaluation(MultivariateFunction.ProgramCompiler programs);

    /** Computes values; safe to share between threads. */
    @FunctionalInterface
    interface Evaluation {
        /**
         * @param x {@link #operands} elements; not modified
         * @return {@link #results} elements
         */
        double[] values(double[] x);
    }

    /** One function by itself. */
    record Single(MultivariateFunction function) implements JointFunction {
        @Override
        public int operands() {
            return function.operands();
        }

        @Override
        public int results() {
            return 1;
        }

        @Override
        public Evaluation evaluation(MultivariateFunction.ProgramCompiler programs) {
            MultivariateFunction.Evaluation single = function.evaluation(programs);
            return x -> new double[] {single.value(x)};
        }
    }

    /**
     * A joint function with what it is applied to.
     *
     * @param operands nodes
     * @param calls the calls its results are the values of, by their nodes
     */
    record Use(JointFunction function, List<Integer> operands, List<Integer> calls) {
        public Use {
            operands = List.copyOf(operands);
            calls = List.copyOf(calls);
        }
    }
}

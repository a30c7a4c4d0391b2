package org.macrostate.equations.graph;

import java.util.List;

/**
 * A smooth function of several numbers that is no elementary operation: a probability, or an integral. Equal functions of
 * equal operands are one node of a graph.
 */
public interface MultivariateFunction {
    /** In words, for messages. */
    String name();

    /** How many operands it has. */
    int operands();

    /**
     * A way to compute its values.
     *
     * @param programs compiles programs the function contains
     */
    Evaluation evaluation(ProgramCompiler programs);

    /**
     * The node of ∂f/∂x_i.
     *
     * @param graph that the operands are nodes of; gets further nodes
     * @param operands nodes
     * @param i the operand by which to differentiate, from 0
     */
    int derivative(ExpressionGraph graph, List<Integer> operands, int i);

    /** Computes values; safe to share between threads. */
    @FunctionalInterface
    interface Evaluation {
        /** @param x one element an operand; not modified */
        double value(double[] x);
    }

    /** Makes programs that are part of a function executable. */
    @FunctionalInterface
    interface ProgramCompiler {
        ProgramEvaluation compiled(Program program);

        /** By the reference interpreter. */
        static ProgramCompiler interpreted() {
            return program -> new ProgramEvaluation() {
                private final Interpreter interpreter = new Interpreter(program);

                @Override
                public int workLength() {
                    return 0;
                }

                @Override
                public void eval(double[] state, double[] parameters, double[] out, double[] work) {
                    interpreter.eval(0, state, parameters, out);
                }
            };
        }
    }

    /** Values of a program's outputs; safe to share between threads. */
    interface ProgramEvaluation {
        /** Length of the array that an evaluation works in. */
        int workLength();

        /**
         * @param state not modified
         * @param parameters not modified
         * @param out one element an output; overwritten
         * @param work at least {@link #workLength} elements, overwritten
         */
        void eval(double[] state, double[] parameters, double[] out, double[] work);
    }
}

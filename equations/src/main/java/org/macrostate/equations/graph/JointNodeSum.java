package org.macrostate.equations.graph;

import java.util.List;

/**
 * Several {@link NodeSum}s of one length, whose terms are evaluated together.
 *
 * @param body one output a sum; its state are the columns' numbers
 */
record JointNodeSum(Program body, List<List<Double>> columns) implements JointFunction {
    JointNodeSum {
        columns = List.copyOf(columns);
    }

    @Override
    public int operands() {
        return body.parameterLength();
    }

    @Override
    public int results() {
        return body.outputs().size();
    }

    @Override
    public Evaluation evaluation(MultivariateFunction.ProgramCompiler programs) {
        MultivariateFunction.ProgramEvaluation term = programs.compiled(body);
        double[][] nodes = new double[columns.get(0).size()][columns.size()];
        for (int i = 0; i < nodes.length; i++) {
            for (int c = 0; c < columns.size(); c++) {
                nodes[i][c] = columns.get(c).get(i);
            }
        }
        int results = results();
        return x -> {
            double[] sums = new double[results];
            double[] values = new double[results];
            double[] work = new double[term.workLength()];
            for (double[] node : nodes) {
                term.eval(node, x, values, work);
                for (int j = 0; j < results; j++) {
                    sums[j] += values[j];
                }
            }
            return sums;
        };
    }
}

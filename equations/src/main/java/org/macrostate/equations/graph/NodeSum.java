package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum over nodes of a formula: {@code Σ_i f(c_1[i], c_2[i], …)} with numbers c from tables. It is evaluated as a loop.
 *
 * <p>Operands: the parameters of f.
 *
 * @param body f, of one output; its state are the columns' numbers
 * @param columns all of the same length
 */
public record NodeSum(Program body, List<List<Double>> columns) implements MultivariateFunction {
    public NodeSum {
        columns = List.copyOf(columns);
    }

    @Override
    public String name() {
        return "a sum over " + length() + " nodes";
    }

    /** How many terms it has. */
    public int length() {
        return columns.get(0).size();
    }

    @Override
    public int operands() {
        return body.parameterLength();
    }

    @Override
    public Evaluation evaluation(ProgramCompiler programs) {
        JointFunction.Evaluation evaluation = new JointNodeSum(body, columns).evaluation(programs);
        return x -> evaluation.values(x)[0];
    }

    @Override
    public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
        ExpressionGraph inner = new ExpressionGraph();
        int f = body.into(inner, k -> k, k -> k).get(0);
        Integer node =
                new GraphDerivative(inner, Node.Source.PARAMETER).gradient(f).get(i);
        if (node == null) {
            return graph.number(0);
        }
        Program derived = Program.of(inner, List.of(node), body.stateLength(), body.parameterLength());
        return graph.call(new NodeSum(derived, columns), operands);
    }

    /**
     * Sums of one length in one loop.
     *
     * @param calls nodes
     */
    static JointFunction.Use together(List<Integer> calls, List<Node.Call> made) {
        ExpressionGraph merged = new ExpressionGraph();
        List<List<Double>> columns = new ArrayList<>();
        OperandNodes parameters = new OperandNodes();
        List<Integer> outputs = new ArrayList<>();
        for (Node.Call call : made) {
            NodeSum sum = (NodeSum) call.function();
            outputs.addAll(sum.body.into(
                    merged,
                    i -> {
                        List<Double> column = sum.columns.get(i);
                        if (!columns.contains(column)) {
                            columns.add(column);
                        }
                        return columns.indexOf(column);
                    },
                    i -> parameters.of(call.operands().get(i))));
        }
        Program body = Program.of(merged, outputs, columns.size(), parameters.size());
        return new JointFunction.Use(new JointNodeSum(body, columns), parameters.nodes(), calls);
    }
}

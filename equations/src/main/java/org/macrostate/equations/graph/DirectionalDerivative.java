package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives of nodes along one direction in state space, by the chain rule carried forward through the graph. The
 * direction's elements are further inputs: state inputs {@code n .. 2n - 1}.
 */
final class DirectionalDerivative {
    private final ExpressionGraph graph;
    private final int stateLength;
    private final List<Integer> derivatives = new ArrayList<>();

    DirectionalDerivative(ExpressionGraph graph, int stateLength) {
        this.graph = graph;
        this.stateLength = stateLength;
    }

    /** The node of {@code Σ_j ∂node/∂state[j] · direction[j]}; the number 0 where the state is not involved. */
    int along(int node) {
        while (derivatives.size() <= node) {
            derivatives.add(compute(derivatives.size()));
        }
        return derivatives.get(node);
    }

    private int compute(int index) {
        Node node = graph.node(index);
        if (node instanceof Node.Input input && input.source() == Node.Source.STATE) {
            return input.index() < stateLength
                    ? graph.input(Node.Source.STATE, stateLength + input.index())
                    : graph.number(0);
        }
        if (node instanceof Node.Call call) {
            return along(call);
        }
        if (!(node instanceof Node.Result r)) {
            return graph.number(0);
        }
        int total = graph.number(0);
        int left = derivatives.get(r.left());
        if (!graph.isNumber(left, 0)) {
            total = graph.multiply(OperationDerivative.left(graph, index, r), left);
        }
        int right = r.right() < 0 ? total : derivatives.get(r.right());
        if (r.operation() == Operation.WHEN) {
            return graph.isNumber(right, 0) ? right : graph.apply(Operation.WHEN, r.left(), right);
        }
        if (r.right() >= 0 && !graph.isNumber(right, 0)) {
            total = graph.add(total, graph.multiply(OperationDerivative.right(graph, index, r), right));
        }
        return total;
    }

    private int along(Node.Call call) {
        int total = graph.number(0);
        for (int i = 0; i < call.operands().size(); i++) {
            int inner = derivatives.get(call.operands().get(i));
            if (!graph.isNumber(inner, 0)) {
                int outer = call.function().derivative(graph, call.operands(), i);
                total = graph.add(total, graph.multiply(outer, inner));
            }
        }
        return total;
    }
}

package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The gradient of a weighted sum of nodes with respect to all inputs, by the chain rule carried backward through the graph
 * (reverse mode): its cost is a small multiple of the nodes', however many inputs there are. The weights are nodes too.
 *
 * <p>Griewank and Walther, Evaluating Derivatives, 2nd edition, section 3.2.
 */
final class ReverseDerivative {
    private final ExpressionGraph graph;
    private final TreeMap<Integer, Integer> adjoints = new TreeMap<>();

    /**
     * Of a weighted sum of nodes: its derivatives by n elements of the state, and then one a group of parameters that move
     * together.
     *
     * @param groups positions in the parameter vector
     */
    static List<Integer> gradient(
            ExpressionGraph graph, List<Integer> sum, List<Integer> weights, int n, List<List<Integer>> groups) {
        BitSet moving = new BitSet();
        List<Integer> states = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            states.add(graph.input(Node.Source.STATE, j));
        }
        states.forEach(moving::set);
        groups.stream().flatMap(List::stream).forEach(p -> moving.set(graph.input(Node.Source.PARAMETER, p)));
        ReverseDerivative reverse = new ReverseDerivative(graph, sum, weights, moving);
        List<Integer> outputs = new ArrayList<>();
        states.forEach(node -> outputs.add(reverse.by(node)));
        for (List<Integer> group : groups) {
            int total = graph.number(0);
            for (int position : group) {
                total = graph.add(total, reverse.by(graph.input(Node.Source.PARAMETER, position)));
            }
            outputs.add(total);
        }
        return outputs;
    }

    /**
     * @param outputs nodes of the sum
     * @param weights a node for each of them
     * @param moving inputs that derivatives are wanted for; what does not depend on them is passed over
     */
    ReverseDerivative(ExpressionGraph graph, List<Integer> outputs, List<Integer> weights, BitSet moving) {
        this.graph = graph;
        BitSet active = dependents(outputs, moving);
        TreeMap<Integer, Integer> pending = new TreeMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            if (active.get(outputs.get(i))) {
                pending.merge(outputs.get(i), weights.get(i), graph::add);
            }
        }
        while (!pending.isEmpty()) {
            Map.Entry<Integer, Integer> last = pending.pollLastEntry();
            adjoints.put(last.getKey(), last.getValue());
            if (graph.node(last.getKey()) instanceof Node.Result r) {
                pass(last.getKey(), r, last.getValue(), active, pending);
            } else if (graph.node(last.getKey()) instanceof Node.Call call) {
                pass(call, last.getValue(), active, pending);
            }
        }
    }

    /** The node of the derivative by an input; the number 0 where the sum does not depend on it. */
    int by(int input) {
        Integer adjoint = adjoints.get(input);
        return adjoint == null ? graph.number(0) : adjoint;
    }

    private void pass(int self, Node.Result r, int adjoint, BitSet active, Map<Integer, Integer> pending) {
        if (active.get(r.left())) {
            add(pending, r.left(), graph.multiply(adjoint, OperationDerivative.left(graph, self, r)));
        }
        if (r.right() >= 0 && active.get(r.right())) {
            add(pending, r.right(), graph.multiply(adjoint, OperationDerivative.right(graph, self, r)));
        }
    }

    private void pass(Node.Call call, int adjoint, BitSet active, Map<Integer, Integer> pending) {
        for (int i = 0; i < call.operands().size(); i++) {
            if (active.get(call.operands().get(i))) {
                int partial = call.function().derivative(graph, call.operands(), i);
                add(pending, call.operands().get(i), graph.multiply(adjoint, partial));
            }
        }
    }

    private void add(Map<Integer, Integer> pending, int node, int contribution) {
        if (!graph.isNumber(contribution, 0)) {
            pending.merge(node, contribution, graph::add);
        }
    }

    /** The nodes below the outputs that depend on an input which moves. */
    private BitSet dependents(List<Integer> outputs, BitSet moving) {
        BitSet needed = new BitSet();
        outputs.forEach(needed::set);
        for (int i = needed.length() - 1; i >= 0; i = needed.previousSetBit(i - 1)) {
            graph.node(i).operands().forEach(needed::set);
        }
        BitSet active = new BitSet();
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            List<Integer> operands = graph.node(i).operands();
            boolean depends =
                    operands.isEmpty() ? moving.get(i) : operands.stream().anyMatch(active::get);
            active.set(i, depends);
        }
        return active;
    }
}

package org.macrostate.equations.graph;

import java.util.BitSet;
import java.util.List;

/**
 * What a kernel computes: nodes in order of evaluation, and which of them are the outputs.
 *
 * @param nodes operands before results
 * @param outputs {@code out[i]} is the value of node {@code outputs.get(i)}
 * @param stateLength elements of {@code state} it may read
 * @param parameterLength elements of {@code parameters} it may read
 */
public record Program(List<Node> nodes, List<Integer> outputs, int stateLength, int parameterLength) {
    public Program {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
    }

    /** The part of a graph that these outputs need, renumbered. */
    public static Program of(ExpressionGraph graph, List<Integer> outputs, int stateLength, int parameterLength) {
        return of(graph.nodes(), outputs, stateLength, parameterLength);
    }

    /** Without the nodes that no output needs. */
    Program pruned() {
        return of(nodes, outputs, stateLength, parameterLength);
    }

    private static Program of(List<Node> all, List<Integer> outputs, int stateLength, int parameterLength) {
        BitSet needed = new BitSet(all.size());
        outputs.forEach(needed::set);
        for (int i = needed.length() - 1; i >= 0; i = needed.previousSetBit(i - 1)) {
            all.get(i).operands().forEach(needed::set);
        }
        return renumbered(all, needed, outputs, stateLength, parameterLength);
    }

    private static Program renumbered(
            List<Node> all, BitSet needed, List<Integer> outputs, int stateLength, int parameterLength) {
        int[] place = new int[all.size()];
        List<Node> nodes = new java.util.ArrayList<>();
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            place[i] = nodes.size();
            nodes.add(all.get(i).moved(operand -> place[operand]));
        }
        return new Program(nodes, outputs.stream().map(o -> place[o]).toList(), stateLength, parameterLength);
    }
}

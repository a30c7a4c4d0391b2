package org.macrostate.equations.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

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

    /**
     * The program's nodes added to a graph.
     *
     * @param state where elements of its state are in the graph's
     * @param parameter where its parameters are in the graph's
     * @return nodes of its outputs
     */
    List<Integer> into(ExpressionGraph graph, IntUnaryOperator state, IntUnaryOperator parameter) {
        int[] place = new int[nodes.size()];
        for (int i = 0; i < place.length; i++) {
            Node node = nodes.get(i);
            if (node instanceof Node.Number n) {
                place[i] = graph.number(n.value());
            } else if (node instanceof Node.Input in) {
                IntUnaryOperator moved =
                        switch (in.source()) {
                            case STATE -> state;
                            case PARAMETER -> parameter;
                            case TIME -> IntUnaryOperator.identity();
                        };
                place[i] = graph.input(in.source(), moved.applyAsInt(in.index()));
            } else if (node instanceof Node.Result r) {
                place[i] = r.right() < 0
                        ? graph.apply(r.operation(), place[r.left()])
                        : graph.apply(r.operation(), place[r.left()], place[r.right()]);
            } else {
                Node.Call call = (Node.Call) node;
                place[i] = graph.call(
                        call.function(),
                        call.operands().stream().map(o -> place[o]).toList());
            }
        }
        return outputs.stream().map(o -> place[o]).toList();
    }

    /**
     * Some of its outputs at states in which elements are equal or opposite in classes or zero, as a program in one number a
     * class: what such states have in common is computed once. Only of programs without loops.
     *
     * @param place of each element of the state among the numbers, or -1 where it is zero; not modified
     * @param sign of each element, 1 or -1; not modified
     * @param numbers how many
     * @param chosen outputs; not modified
     */
    public Program restricted(int[] place, int[] sign, int numbers, int[] chosen) {
        List<Integer> wanted = Arrays.stream(chosen).mapToObj(outputs::get).toList();
        ExpressionGraph graph = new ExpressionGraph();
        IntUnaryOperator state = i -> {
            if (place[i] < 0) {
                return graph.number(0);
            }
            int number = graph.input(Node.Source.STATE, place[i]);
            return sign[i] < 0 ? graph.negate(number) : number;
        };
        List<Integer> copied = graph.copied(of(nodes, wanted, stateLength, parameterLength), state);
        return Passes.applied(of(graph, copied, numbers, parameterLength));
    }

    /** Whether an output is zero at all states. */
    public boolean isZero(int output) {
        return nodes.get(outputs.get(output)) instanceof Node.Number n && n.value() == 0;
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

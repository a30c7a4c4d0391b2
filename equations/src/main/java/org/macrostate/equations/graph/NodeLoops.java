package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Sums over nodes of formulas as loops of a graph under construction. Inside a sum its index has a negative value, which says
 * how many sums are around it; a table at such an index is an input of the sum's body. When the body is built, its part
 * that depends on these inputs becomes a {@link NodeSum}.
 */
final class NodeLoops {
    /** Beyond all parameters: inputs of bodies that are being built. */
    private static final int FIRST_INPUT = 1 << 28;

    /** A bit each. */
    private static final int MOST_DEPTH = 30;

    private final ExpressionGraph graph;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    /** Bit d says that a node depends on the index of the sum at depth d. */
    private int[] depends = new int[0];

    private int known;
    private int depth;

    private record Column(int depth, List<Double> values) {}

    NodeLoops(ExpressionGraph graph) {
        this.graph = graph;
    }

    /** Whether an index has the value of one that runs in a loop. */
    static boolean runs(int place) {
        return place < 0;
    }

    boolean isTooDeep() {
        return depth == MOST_DEPTH;
    }

    /** A table's number at the index of a loop. */
    int table(String name, List<Double> values, int place) {
        int column = places.computeIfAbsent(name + " " + place, key -> {
            columns.add(new Column(-place, values));
            return columns.size() - 1;
        });
        return graph.input(Node.Source.PARAMETER, FIRST_INPUT + column);
    }

    /**
     * A sum.
     *
     * @param body builds its term, given the index's value
     * @param length number of terms
     */
    int sum(IntUnaryOperator body, int length) {
        depth++;
        int own = depth;
        int term;
        try {
            term = body.applyAsInt(-own);
        } finally {
            depth--;
        }
        if ((mask(term) >> own & 1) == 0) {
            return graph.multiply(graph.number(length), term);
        }
        return new Extraction(own).sum(term);
    }

    private int mask(int node) {
        if (known <= node) {
            if (depends.length < graph.size()) {
                depends = Arrays.copyOf(depends, 2 * graph.size());
            }
            for (; known < graph.size(); known++) {
                Node at = graph.node(known);
                int mask = 0;
                if (at instanceof Node.Input in && in.index() >= FIRST_INPUT) {
                    mask = 1 << columns.get(in.index() - FIRST_INPUT).depth();
                }
                for (int operand : at.operands()) {
                    mask |= depends[operand];
                }
                depends[known] = mask;
            }
        }
        return depends[node];
    }

    /** The part of the graph that depends on the index of a loop, as a program. */
    private final class Extraction {
        private final int own;
        private final ExpressionGraph inner = new ExpressionGraph();
        private final Map<Integer, Integer> moved = new HashMap<>();
        private final Map<Integer, Integer> states = new LinkedHashMap<>();
        private final List<Integer> parameters = new ArrayList<>();

        Extraction(int own) {
            this.own = own;
        }

        int sum(int term) {
            int body = moved(term);
            Program program = Program.of(inner, List.of(body), states.size(), parameters.size());
            List<List<Double>> used =
                    states.keySet().stream().map(c -> columns.get(c).values()).toList();
            return graph.call(new NodeSum(program, used), parameters);
        }

        private int moved(int node) {
            Integer place = moved.get(node);
            if (place == null) {
                place = move(node);
                moved.put(node, place);
            }
            return place;
        }

        private int move(int index) {
            Node node = graph.node(index);
            if (node instanceof Node.Number n) {
                return inner.number(n.value());
            }
            if ((mask(index) >> own & 1) == 0) {
                parameters.add(index);
                return inner.input(Node.Source.PARAMETER, parameters.size() - 1);
            }
            if (node instanceof Node.Input in) {
                int column = in.index() - FIRST_INPUT;
                int state = states.computeIfAbsent(column, c -> states.size());
                return inner.input(Node.Source.STATE, state);
            }
            if (node instanceof Node.Call call) {
                return inner.call(
                        call.function(),
                        call.operands().stream().map(this::moved).toList());
            }
            Node.Result r = (Node.Result) node;
            return r.right() < 0
                    ? inner.apply(r.operation(), moved(r.left()))
                    : inner.apply(r.operation(), moved(r.left()), moved(r.right()));
        }
    }
}

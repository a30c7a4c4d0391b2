package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * A Jacobian by elimination of vertices: the edges of a graph carry partial derivatives, and a vertex between inputs and
 * outputs is taken out by joining each edge that enters it with each that leaves it. Taken out from inputs to outputs they
 * give the forward mode, from outputs to inputs the reverse mode; here next is the one that takes the fewest operations.
 *
 * <p>Griewank and Walther, Evaluating Derivatives, 2nd edition, chapter 9 and section 10.1 (Markowitz' rule).
 */
final class VertexElimination {
    private final ExpressionGraph graph;
    private final Node.Source source;
    private final Map<Integer, Vertex> vertices = new HashMap<>();
    private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();
    private final List<Vertex> sinks = new ArrayList<>();

    /** A node with its partial derivatives by its operands, and the vertices of which it is an operand. */
    private static final class Vertex {
        final int number;
        final boolean isInput;
        final TreeMap<Integer, Integer> from = new TreeMap<>();
        final TreeMap<Integer, Vertex> to = new TreeMap<>();

        Vertex(int number, boolean isInput) {
            this.number = number;
            this.isInput = isInput;
        }

        int partial(int operand) {
            return Objects.requireNonNull(from.get(operand));
        }
    }

    private record Candidate(int cost, int vertex) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return cost != other.cost ? Integer.compare(cost, other.cost) : Integer.compare(other.vertex, vertex);
        }
    }

    VertexElimination(ExpressionGraph graph, Node.Source source) {
        this.graph = graph;
        this.source = source;
    }

    /** For each of the nodes its partial derivatives that are not identically zero, by input index. */
    List<Map<Integer, Integer>> gradients(List<Integer> nodes) {
        int last = graph.size();
        for (int i = 0; i < nodes.size(); i++) {
            Vertex sink = new Vertex(last + i, false);
            sinks.add(sink);
            Vertex vertex = vertex(nodes.get(i));
            join(vertex, sink, graph.number(1));
        }
        vertices.values().stream().filter(v -> !v.isInput).forEach(this::offer);
        while (!candidates.isEmpty()) {
            Candidate next = candidates.remove();
            Vertex vertex = vertices.get(next.vertex());
            if (vertex != null) {
                if (cost(vertex) == next.cost()) {
                    eliminate(vertex);
                } else {
                    offer(vertex);
                }
            }
        }
        return sinks.stream().map(this::row).toList();
    }

    private Map<Integer, Integer> row(Vertex sink) {
        Map<Integer, Integer> row = new TreeMap<>();
        sink.from.forEach((from, partial) -> {
            if (!graph.isNumber(partial, 0)) {
                row.put(((Node.Input) graph.node(from)).index(), partial);
            }
        });
        return row;
    }

    /** With everything below it; operands first, so that the stack stays shallow. */
    private Vertex vertex(int node) {
        java.util.BitSet needed = new java.util.BitSet();
        needed.set(node);
        for (int i = node; i >= 0; i = needed.previousSetBit(i - 1)) {
            if (!vertices.containsKey(i) && graph.node(i) instanceof Node.Result r) {
                needed.set(r.left());
                if (r.right() >= 0) {
                    needed.set(r.right());
                }
            }
        }
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            if (!vertices.containsKey(i)) {
                add(i);
            }
        }
        return known(node);
    }

    private Vertex known(int node) {
        return Objects.requireNonNull(vertices.get(node));
    }

    private void add(int node) {
        boolean isInput = graph.node(node) instanceof Node.Input in && in.source() == source;
        Vertex vertex = new Vertex(node, isInput);
        vertices.put(node, vertex);
        if (graph.node(node) instanceof Node.Result r) {
            if (moves(r.left())) {
                join(known(r.left()), vertex, OperationDerivative.left(graph, node, r));
            }
            if (r.right() >= 0 && moves(r.right())) {
                join(known(r.right()), vertex, OperationDerivative.right(graph, node, r));
            }
        }
    }

    private boolean moves(int node) {
        Vertex vertex = known(node);
        return vertex.isInput || !vertex.from.isEmpty();
    }

    private void join(Vertex from, Vertex to, int partial) {
        if (graph.isNumber(partial, 0)) {
            return;
        }
        to.from.merge(from.number, partial, graph::add);
        from.to.put(to.number, to);
    }

    private void offer(Vertex vertex) {
        candidates.add(new Candidate(cost(vertex), vertex.number));
    }

    /** The number of products and sums that eliminating the vertex costs. */
    private int cost(Vertex vertex) {
        int cost = 0;
        for (Vertex to : vertex.to.values()) {
            int outer = to.partial(vertex.number);
            boolean plain = isSign(outer);
            for (Map.Entry<Integer, Integer> in : vertex.from.entrySet()) {
                cost += plain || isSign(in.getValue()) ? 0 : 1;
                cost += to.from.containsKey(in.getKey()) ? 1 : 0;
            }
        }
        return cost;
    }

    private boolean isSign(int partial) {
        return graph.isNumber(partial, 1) || graph.isNumber(partial, -1);
    }

    private void eliminate(Vertex vertex) {
        for (Vertex to : vertex.to.values()) {
            int outer = to.partial(vertex.number);
            to.from.remove(vertex.number);
            vertex.from.forEach((from, inner) -> join(known(from), to, graph.multiply(outer, inner)));
        }
        vertices.remove(vertex.number);
        for (int from : vertex.from.keySet()) {
            Vertex before = known(from);
            before.to.remove(vertex.number);
            if (!before.isInput) {
                offer(before);
            }
        }
        vertex.to.values().stream()
                .filter(to -> vertices.containsKey(to.number))
                .forEach(this::offer);
    }
}

package org.macrostate.equations.graph;

import java.util.List;

/** A program's nodes added to a graph again, through its rules. */
final class Copy {
    private Copy() {}

    /** The nodes of the outputs. */
    static List<Integer> into(ExpressionGraph graph, Program program) {
        int[] place = new int[program.nodes().size()];
        for (int i = 0; i < place.length; i++) {
            Node node = program.nodes().get(i);
            if (node instanceof Node.Number n) {
                place[i] = graph.number(n.value());
            } else if (node instanceof Node.Input in) {
                place[i] = graph.input(in.source(), in.index());
            } else {
                place[i] = operation(graph, (Node.Result) node, place);
            }
        }
        return program.outputs().stream().map(o -> place[o]).toList();
    }

    private static int operation(ExpressionGraph graph, Node.Result r, int[] place) {
        int a = place[r.left()];
        return switch (r.operation()) {
            case ADD -> graph.add(a, place[r.right()]);
            case SUBTRACT -> graph.subtract(a, place[r.right()]);
            case MULTIPLY -> graph.multiply(a, place[r.right()]);
            case DIVIDE -> graph.divide(a, place[r.right()]);
            case NEGATE -> graph.negate(a);
            default -> r.right() < 0 ? graph.apply(r.operation(), a) : graph.apply(r.operation(), a, place[r.right()]);
        };
    }
}

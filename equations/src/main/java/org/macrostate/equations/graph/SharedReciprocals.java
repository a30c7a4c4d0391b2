package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code a/d + b/d + …} with one division: a divisor that occurs often is inverted once, its quotients become products. A
 * product of divisors counts by its factors, so that {@code a/(s t)} becomes {@code a · 1/s · 1/t} where both occur often.
 * A division takes as long as some ten products. Each quotient moves by at most two roundings.
 */
final class SharedReciprocals implements ProgramPass {
    private static final int OFTEN = 3;

    @Override
    public String name() {
        return "shared reciprocals";
    }

    @Override
    public Program apply(Program program) {
        Map<Integer, Integer> divisions = new HashMap<>();
        for (Node node : program.nodes()) {
            if (isDivision(node)) {
                factors(program, ((Node.Result) node).right()).forEach(f -> divisions.merge(f, 1, Integer::sum));
            }
        }
        if (divisions.values().stream().noneMatch(count -> count >= OFTEN)) {
            return program;
        }
        return new Rewriting(program, divisions).result();
    }

    private static boolean isDivision(Node node) {
        return node instanceof Node.Result r && r.operation() == Operation.DIVIDE;
    }

    private static List<Integer> factors(Program program, int divisor) {
        List<Integer> factors = new ArrayList<>();
        collect(program, divisor, factors);
        return factors;
    }

    private static void collect(Program program, int node, List<Integer> factors) {
        if (program.nodes().get(node) instanceof Node.Result r && r.operation() == Operation.MULTIPLY) {
            collect(program, r.left(), factors);
            collect(program, r.right(), factors);
        } else {
            factors.add(node);
        }
    }

    private static final class Rewriting {
        private final Program program;
        private final Map<Integer, Integer> divisions;
        private final ExpressionGraph graph = new ExpressionGraph();
        private final int[] place;

        Rewriting(Program program, Map<Integer, Integer> divisions) {
            this.program = program;
            this.divisions = divisions;
            place = new int[program.nodes().size()];
        }

        Program result() {
            for (int i = 0; i < place.length; i++) {
                place[i] = copy(program.nodes().get(i));
            }
            List<Integer> outputs =
                    program.outputs().stream().map(o -> place[o]).toList();
            return Program.of(graph, outputs, program.stateLength(), program.parameterLength());
        }

        private int copy(Node node) {
            if (node instanceof Node.Number n) {
                return graph.number(n.value());
            }
            if (node instanceof Node.Input in) {
                return graph.input(in.source(), in.index());
            }
            if (node instanceof Node.Call call) {
                return graph.call(
                        call.function(),
                        call.operands().stream().map(o -> place[o]).toList());
            }
            Node.Result r = (Node.Result) node;
            if (r.right() < 0) {
                return graph.apply(r.operation(), place[r.left()]);
            }
            return isDivision(r) ? quotient(r) : graph.apply(r.operation(), place[r.left()], place[r.right()]);
        }

        private int quotient(Node.Result division) {
            List<Integer> factors = factors(program, division.right());
            if (factors.stream().anyMatch(f -> divisions.getOrDefault(f, 0) < OFTEN)) {
                return graph.apply(Operation.DIVIDE, place[division.left()], place[division.right()]);
            }
            int inverse = graph.number(1);
            for (int factor : factors) {
                inverse = graph.multiply(inverse, graph.apply(Operation.DIVIDE, graph.number(1), place[factor]));
            }
            return graph.multiply(place[division.left()], inverse);
        }
    }
}

package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Nodes in the order in which outputs need them, operands first, so that a value is computed shortly before it is used and
 * few are alive at a time: they stay in registers. Of two operands the one that needs more values at a time comes first (Sethi
 * and Ullman, J. ACM 17, 715, 1970; their numbers, as if each value had one use).
 */
final class DepthFirstOrder implements ProgramPass {
    @Override
    public String name() {
        return "depth-first order";
    }

    @Override
    public Program apply(Program program) {
        Walk walk = new Walk(program);
        List<Integer> outputs = program.outputs().stream().map(walk::place).toList();
        return new Program(walk.ordered, outputs, program.stateLength(), program.parameterLength());
    }

    private static final class Walk {
        private final Program program;
        private final int[] places;
        private final boolean[] opened;
        private int[] stack;
        private final int[] alive;
        private final List<Node> ordered = new ArrayList<>();

        Walk(Program program) {
            this.program = program;
            places = new int[program.nodes().size()];
            java.util.Arrays.fill(places, -1);
            opened = new boolean[places.length];
            stack = new int[2 * places.length + 1];
            alive = new int[places.length];
            for (int i = 0; i < alive.length; i++) {
                alive[i] = alive(program.nodes().get(i));
            }
        }

        private int alive(Node node) {
            if (node instanceof Node.Call call) {
                return call.operands().size()
                        + call.operands().stream().mapToInt(o -> alive[o]).max().orElse(0);
            }
            if (!(node instanceof Node.Result r)) {
                return 0;
            }
            int left = alive[r.left()];
            int right = r.right() < 0 ? -1 : alive[r.right()];
            return left == right ? left + 1 : Math.max(1, Math.max(left, right));
        }

        int place(int output) {
            int top = 0;
            stack[top++] = output;
            while (top > 0) {
                int node = stack[top - 1];
                if (places[node] >= 0) {
                    top--;
                } else if (opened[node] || program.nodes().get(node).operands().isEmpty()) {
                    top--;
                    places[node] = ordered.size();
                    ordered.add(program.nodes().get(node).moved(operand -> places[operand]));
                } else if (program.nodes().get(node) instanceof Node.Call call) {
                    opened[node] = true;
                    if (stack.length < top + call.operands().size()) {
                        stack = java.util.Arrays.copyOf(
                                stack, 2 * (top + call.operands().size()));
                    }
                    for (int i = call.operands().size() - 1; i >= 0; i--) {
                        stack[top++] = call.operands().get(i);
                    }
                } else {
                    opened[node] = true;
                    Node.Result r = (Node.Result) program.nodes().get(node);
                    if (stack.length < top + 2) {
                        stack = java.util.Arrays.copyOf(stack, 2 * (top + 2));
                    }
                    boolean rightFirst = r.right() >= 0 && alive[r.right()] > alive[r.left()];
                    if (r.right() >= 0) {
                        stack[top++] = rightFirst ? r.left() : r.right();
                    }
                    stack[top++] = rightFirst ? r.right() : r.left();
                }
            }
            return places[output];
        }
    }
}

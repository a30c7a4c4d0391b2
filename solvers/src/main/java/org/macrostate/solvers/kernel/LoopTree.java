package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/** The tree of one item of a schedule: its shape as a text, and its leaves in the order they are first met. */
final class LoopTree {
    private final Program program;
    private final InstructionSchedule schedule;
    private final List<Integer> leaves = new ArrayList<>();
    private final Map<Integer, Integer> leafNumbers = new HashMap<>();
    private final StringBuilder shape = new StringBuilder();

    LoopTree(Program program, InstructionSchedule schedule, int item) {
        this.program = program;
        this.schedule = schedule;
        visit((Node.Result) program.nodes().get(item));
    }

    private void visit(Node.Result r) {
        shape.append(r.operation().ordinal()).append('(');
        operand(r.left());
        if (r.right() >= 0) {
            shape.append(',');
            operand(r.right());
        }
        shape.append(')');
    }

    private void operand(int node) {
        if (schedule.nested(node)) {
            visit((Node.Result) program.nodes().get(node));
        } else if (program.nodes().get(node) instanceof Node.Number n) {
            shape.append('n').append(Double.doubleToRawLongBits(n.value()));
        } else {
            shape.append('v').append(leafNumbers.computeIfAbsent(node, leaf -> {
                leaves.add(leaf);
                return leaves.size() - 1;
            }));
        }
    }

    /** Equal for trees that differ in nothing but which values their leaves are. */
    String signature() {
        return shape.toString();
    }

    /** Nodes of the distinct leaves that are no numbers. */
    List<Integer> leaves() {
        return leaves;
    }

    int leafNumber(int node) {
        return leafNumbers.getOrDefault(node, -1);
    }
}

package org.macrostate.solvers.kernel;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;

/** Writes the tree of an item: operands are left on the operand stack, then the operation; leaves are read by the caller. */
final class TreeCode {
    private final Program program;
    private final InstructionSchedule schedule;
    private final IntConsumer leaf;
    private final Consumer<Operation> operation;

    /** @param leaf writes what puts the value of a node that is not nested on the stack */
    TreeCode(Program program, InstructionSchedule schedule, IntConsumer leaf, Consumer<Operation> operation) {
        this.program = program;
        this.schedule = schedule;
        this.leaf = leaf;
        this.operation = operation;
    }

    void write(int node) {
        Node.Result r = (Node.Result) program.nodes().get(node);
        operand(r.left());
        if (r.right() >= 0) {
            operand(r.right());
        }
        operation.accept(r.operation());
    }

    private void operand(int node) {
        if (schedule.nested(node)) {
            write(node);
        } else {
            leaf.accept(node);
        }
    }
}

package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/**
 * Cuts the items of a schedule into loops over points, each as large as HotSpot still vectorises: it unrolls a loop, which
 * comes before vectors, only up to 60 nodes of its intermediate form ({@code LoopUnrollLimit}). Measured: a loop of 20
 * operations runs 50 operations a nanosecond, one of 40 runs 10, straight-line code 8. Functions without a vector instruction
 * stand in loops of their own.
 */
final class BatchCuts {
    /** What is left of the 60 beside the loop itself and the addresses of arrays. */
    private static final int NODES = 40;

    /** Nodes of an element that is read or written; an operation is one. */
    private static final int ACCESS = 2;

    private final Program program;
    private final InstructionSchedule schedule;
    private final int[] uses;
    private final List<InstructionSchedule.Chunk> chunks = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private final Set<Integer> read = new HashSet<>();
    private final Map<Integer, Integer> usesOutside = new HashMap<>();
    private int operations;
    private int stores;

    /** @param uses of each node by others */
    BatchCuts(Program program, InstructionSchedule schedule, int[] uses) {
        this.program = program;
        this.schedule = schedule;
        this.uses = uses;
    }

    List<InstructionSchedule.Chunk> of(int[] items) {
        for (int item : items) {
            boolean kindChanges = !open.isEmpty() && isFunction(item) != isFunction(open.get(0));
            if (kindChanges) {
                close();
            }
            add(item);
            if (nodes() > NODES && open.size() > 1) {
                open.remove(open.size() - 1);
                close();
                add(item);
            }
        }
        close();
        return chunks;
    }

    private void close() {
        chunks.add(new InstructionSchedule.Chunk(
                open.stream().mapToInt(Integer::intValue).toArray()));
        open.clear();
        read.clear();
        usesOutside.clear();
        operations = 0;
        stores = 0;
    }

    private int nodes() {
        long kept = usesOutside.values().stream().filter(left -> left > 0).count();
        return operations + ACCESS * (int) (read.size() + kept + stores);
    }

    private void add(int item) {
        open.add(item);
        if (item < 0) {
            stores++;
            leaf(program.outputs().get(~item));
            return;
        }
        tree(item);
        stores += schedule.storedWith(item).length;
        usesOutside.put(item, uses[item]);
    }

    private void tree(int node) {
        Node.Result r = (Node.Result) program.nodes().get(node);
        operations++;
        operand(r.left());
        if (r.right() >= 0) {
            operand(r.right());
        }
    }

    private void operand(int node) {
        if (schedule.nested(node)) {
            tree(node);
        } else {
            leaf(node);
        }
    }

    private void leaf(int node) {
        if (usesOutside.computeIfPresent(node, (n, left) -> left - 1) == null
                && !(program.nodes().get(node) instanceof Node.Number)) {
            read.add(node);
        }
    }

    private boolean isFunction(int item) {
        return item >= 0
                && program.nodes().get(item) instanceof Node.Result r
                && !OperationCode.isVectorised(r.operation());
    }
}

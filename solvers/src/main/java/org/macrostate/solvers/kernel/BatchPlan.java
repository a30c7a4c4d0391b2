package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/** Where the values of a batch kernel live: an output's in its own row of {@code out}, others in rows of {@code work}. */
final class BatchPlan {
    static final int NONE = -1;

    private final Program program;
    private final Schedule schedule;
    private final List<Integer> items = new ArrayList<>();
    private final int[] outputRow;
    private final int[] workRow;
    private int rows;

    BatchPlan(Program program, Schedule schedule) {
        this.program = program;
        this.schedule = schedule;
        outputRow = new int[program.nodes().size()];
        workRow = new int[program.nodes().size()];
        Arrays.fill(outputRow, NONE);
        Arrays.fill(workRow, NONE);
        for (int i = 0; i < program.outputs().size(); i++) {
            int node = program.outputs().get(i);
            if (program.nodes().get(node) instanceof Node.Result && outputRow[node] == NONE) {
                outputRow[node] = i;
            }
        }
        for (Schedule.Chunk chunk : schedule.chunks()) {
            Arrays.stream(chunk.items()).filter(item -> item >= 0).forEach(items::add);
        }
        allocate();
    }

    /** A row is free again after the last loop that reads it; a loop may write the row it reads, point by point. */
    private void allocate() {
        int[] lastUse = new int[program.nodes().size()];
        for (int i = 0; i < items.size(); i++) {
            for (int leaf : new LoopTree(program, schedule, items.get(i)).leaves()) {
                lastUse[leaf] = i;
            }
        }
        int[] free = new int[items.size()];
        int freeCount = 0;
        for (int i = 0; i < items.size(); i++) {
            int item = items.get(i);
            for (int leaf : new LoopTree(program, schedule, item).leaves()) {
                if (lastUse[leaf] == i && workRow[leaf] != NONE) {
                    free[freeCount++] = workRow[leaf];
                }
            }
            if (outputRow[item] == NONE) {
                workRow[item] = freeCount > 0 ? free[--freeCount] : rows++;
            }
        }
    }

    /** Nodes that are computed, each by a loop of its own, in order. */
    List<Integer> items() {
        return items;
    }

    int rows() {
        return rows;
    }

    int outputRow(int node) {
        return outputRow[node];
    }

    int workRow(int node) {
        return workRow[node];
    }
}

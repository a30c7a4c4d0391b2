package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/** Where values live: those used by a later method have a place in {@code work}, freed after the last that reads it. */
final class Placement {
    private final Program program;
    private final InstructionSchedule schedule;
    private final int[] chunkOf;
    private final int[] lastChunk;
    private final int[] place;
    private int workLength;

    Placement(Program program, InstructionSchedule schedule) {
        this.program = program;
        this.schedule = schedule;
        int size = program.nodes().size();
        chunkOf = new int[size];
        lastChunk = new int[size];
        place = new int[size];
        Arrays.fill(place, -1);
        findLastUses();
        allocate();
    }

    int workLength() {
        return workLength;
    }

    /** The place in {@code work}, or -1 for a value used only where it is computed. */
    int place(int node) {
        return place[node];
    }

    int chunkOf(int node) {
        return chunkOf[node];
    }

    /** Tells the values an item reads: inputs, numbers and computed values that are not nested in it; once a use. */
    void leaves(int item, IntConsumer leaf) {
        if (item < 0) {
            leaf.accept(program.outputs().get(~item));
        } else {
            operands(item, leaf);
        }
    }

    private void operands(int node, IntConsumer leaf) {
        Node.Result r = (Node.Result) program.nodes().get(node);
        operand(r.left(), leaf);
        if (r.right() >= 0) {
            operand(r.right(), leaf);
        }
    }

    private void operand(int node, IntConsumer leaf) {
        if (schedule.nested(node)) {
            operands(node, leaf);
        } else {
            leaf.accept(node);
        }
    }

    private void findLastUses() {
        for (int c = 0; c < schedule.chunks().size(); c++) {
            int chunk = c;
            for (int item : schedule.chunks().get(c).items()) {
                if (item >= 0) {
                    chunkOf[item] = chunk;
                    lastChunk[item] = chunk;
                }
                leaves(item, node -> lastChunk[node] = chunk);
            }
        }
    }

    private void allocate() {
        List<InstructionSchedule.Chunk> chunks = schedule.chunks();
        List<List<Integer>> released = new ArrayList<>();
        chunks.forEach(c -> released.add(new ArrayList<>()));
        int[] free = new int[program.nodes().size()];
        int freeCount = 0;
        for (int c = 0; c < chunks.size(); c++) {
            for (int item : chunks.get(c).items()) {
                if (item >= 0 && lastChunk[item] > c) {
                    place[item] = freeCount > 0 ? free[--freeCount] : workLength++;
                    released.get(lastChunk[item]).add(place[item]);
                }
            }
            for (int slot : released.get(c)) {
                free[freeCount++] = slot;
            }
        }
    }
}

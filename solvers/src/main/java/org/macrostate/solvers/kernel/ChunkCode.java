package org.macrostate.solvers.kernel;

import java.util.Arrays;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/**
 * Writes the body of one method: straight-line code for the items of a chunk. What is read more than once in the method
 * is kept in a local variable between its first and last use.
 */
final class ChunkCode {
    /** HotSpot never compiles a method of more than 8000 bytes; this leaves a margin. */
    static final int LARGEST_METHOD = 7500;

    private static final int NONE = -1;

    private final Program program;
    private final InstructionSchedule schedule;
    private final Placement placement;
    private final int[] local;
    private final int[] usesLeft;

    ChunkCode(Program program, InstructionSchedule schedule, Placement placement) {
        this.program = program;
        this.schedule = schedule;
        this.placement = placement;
        local = new int[program.nodes().size()];
        Arrays.fill(local, NONE);
        usesLeft = new int[program.nodes().size()];
    }

    /**
     * Writes the items of a chunk.
     *
     * @param code where the values' code goes
     * @param firstFree the first local variable that is free
     * @throws IllegalStateException if the method grows larger than HotSpot would compile
     */
    void write(int chunk, CountedCode code, ScalarCode values, int firstFree) {
        Body body = new Body(chunk, values, firstFree);
        int[] items = schedule.chunks().get(chunk).items();
        for (int item : items) {
            placement.leaves(item, node -> usesLeft[node]++);
        }
        for (int item : items) {
            if (item < 0) {
                body.copy(~item);
            } else {
                body.compute(item);
            }
        }
        if (code.bytes() > LARGEST_METHOD) {
            throw new IllegalStateException("a method of " + code.bytes()
                    + " bytes would never be compiled by HotSpot (at most " + LARGEST_METHOD + " are emitted)");
        }
    }

    private final class Body {
        private final int chunk;
        private final ScalarCode values;
        private final TreeCode trees;
        private final int[] free = new int[LARGEST_METHOD];
        private int freeCount;
        private int nextLocal;

        Body(int chunk, ScalarCode values, int firstFree) {
            this.chunk = chunk;
            this.values = values;
            this.nextLocal = firstFree;
            trees = new TreeCode(program, schedule, this::read, values::operation);
        }

        private void copy(int output) {
            values.beforeStore(ScalarCode.Array.OUT, output);
            read(program.outputs().get(output));
            values.store(ScalarCode.Array.OUT, output);
        }

        private void compute(int node) {
            int[] outputs = schedule.storedWith(node);
            int place = placement.place(node);
            boolean named = usesLeft[node] > 0;
            if (!named && outputs.length + (place < 0 ? 0 : 1) == 1) {
                ScalarCode.Array array = place < 0 ? ScalarCode.Array.OUT : ScalarCode.Array.WORK;
                int index = place < 0 ? outputs[0] : place;
                values.beforeStore(array, index);
                trees.write(node);
                values.store(array, index);
                return;
            }
            trees.write(node);
            int variable = allocate();
            values.toLocal(variable);
            if (place >= 0) {
                store(ScalarCode.Array.WORK, place, variable);
            }
            for (int output : outputs) {
                store(ScalarCode.Array.OUT, output, variable);
            }
            if (named) {
                local[node] = variable;
            } else {
                free[freeCount++] = variable;
            }
        }

        private void store(ScalarCode.Array array, int index, int variable) {
            values.beforeStore(array, index);
            values.fromLocal(variable);
            values.store(array, index);
        }

        /** A leaf: a number, an input, or a value computed earlier in this or another method. */
        private void read(int node) {
            usesLeft[node]--;
            if (program.nodes().get(node) instanceof Node.Number n) {
                values.number(n.value());
            } else if (local[node] != NONE) {
                values.fromLocal(local[node]);
                if (usesLeft[node] == 0) {
                    free[freeCount++] = local[node];
                    local[node] = NONE;
                }
            } else {
                fetch(node);
                if (usesLeft[node] > 0 && !isTime(node)) {
                    local[node] = allocate();
                    values.duplicate();
                    values.toLocal(local[node]);
                }
            }
        }

        private boolean isTime(int node) {
            return program.nodes().get(node) instanceof Node.Input in && in.source() == Node.Source.TIME;
        }

        private void fetch(int node) {
            if (isTime(node)) {
                values.time();
            } else if (program.nodes().get(node) instanceof Node.Input in) {
                values.load(
                        in.source() == Node.Source.STATE ? ScalarCode.Array.STATE : ScalarCode.Array.PARAMETERS,
                        in.index());
            } else {
                if (placement.place(node) < 0 || placement.chunkOf(node) == chunk) {
                    throw new IllegalStateException("value " + node + " is read before it is computed");
                }
                values.load(ScalarCode.Array.WORK, placement.place(node));
            }
        }

        private int allocate() {
            if (freeCount > 0) {
                return free[--freeCount];
            }
            nextLocal += ScalarCode.SLOTS;
            return nextLocal - ScalarCode.SLOTS;
        }
    }
}

package org.macrostate.solvers.kernel;

import java.util.Arrays;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.objectweb.asm.Opcodes;

/**
 * Writes the body of one method: straight-line code for the items of a chunk. What is read more than once in the method
 * is kept in a local variable between its first and last use.
 */
final class ChunkCode {
    /** HotSpot never compiles a method of more than 8000 bytes; this leaves a margin. */
    static final int LARGEST_METHOD = 7500;

    private static final int NONE = -1;

    private final Program program;
    private final Schedule schedule;
    private final Placement placement;
    private final int[] local;
    private final int[] usesLeft;

    ChunkCode(Program program, Schedule schedule, Placement placement) {
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
     * @param first the local variable of {@code t}; those of state, parameters, out and work follow, then free ones
     * @throws IllegalStateException if the method grows larger than HotSpot would compile
     */
    void write(int chunk, CountedCode code, int first) {
        Body body = new Body(chunk, code, first);
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
        private final CountedCode code;
        private final int time;
        private final int[] free = new int[LARGEST_METHOD];
        private int freeCount;
        private int nextLocal;

        Body(int chunk, CountedCode code, int first) {
            this.chunk = chunk;
            this.code = code;
            this.time = first;
            this.nextLocal = first + 6;
        }

        private int state() {
            return time + 2;
        }

        private int parameters() {
            return time + 3;
        }

        private int out() {
            return time + 4;
        }

        private int work() {
            return time + 5;
        }

        private void copy(int output) {
            target(out(), output);
            read(program.outputs().get(output));
            code.instruction(Opcodes.DASTORE);
        }

        private void compute(int node) {
            int[] outputs = schedule.storedWith(node);
            int place = placement.place(node);
            boolean named = usesLeft[node] > 0;
            if (!named && outputs.length + (place < 0 ? 0 : 1) == 1) {
                target(place < 0 ? out() : work(), place < 0 ? outputs[0] : place);
                tree(node);
                code.instruction(Opcodes.DASTORE);
                return;
            }
            tree(node);
            int variable = allocate();
            code.variable(Opcodes.DSTORE, variable);
            if (place >= 0) {
                store(work(), place, variable);
            }
            for (int output : outputs) {
                store(out(), output, variable);
            }
            if (named) {
                local[node] = variable;
            } else {
                free[freeCount++] = variable;
            }
        }

        private void target(int array, int index) {
            code.variable(Opcodes.ALOAD, array);
            code.number(index);
        }

        private void store(int array, int index, int variable) {
            target(array, index);
            code.variable(Opcodes.DLOAD, variable);
            code.instruction(Opcodes.DASTORE);
        }

        private void tree(int node) {
            Node.Result r = (Node.Result) program.nodes().get(node);
            operand(r.left());
            if (r.right() >= 0) {
                operand(r.right());
            }
            OperationCode.emit(r.operation(), code);
        }

        private void operand(int node) {
            if (schedule.nested(node)) {
                tree(node);
            } else {
                read(node);
            }
        }

        /** A leaf: a number, an input, or a value computed earlier in this or another method. */
        private void read(int node) {
            usesLeft[node]--;
            if (program.nodes().get(node) instanceof Node.Number n) {
                code.number(n.value());
            } else if (local[node] != NONE) {
                code.variable(Opcodes.DLOAD, local[node]);
                if (usesLeft[node] == 0) {
                    free[freeCount++] = local[node];
                    local[node] = NONE;
                }
            } else {
                fetch(node);
                if (usesLeft[node] > 0 && !isTime(node)) {
                    local[node] = allocate();
                    code.instruction(Opcodes.DUP2);
                    code.variable(Opcodes.DSTORE, local[node]);
                }
            }
        }

        private boolean isTime(int node) {
            return program.nodes().get(node) instanceof Node.Input in && in.source() == Node.Source.TIME;
        }

        private void fetch(int node) {
            if (isTime(node)) {
                code.variable(Opcodes.DLOAD, time);
            } else if (program.nodes().get(node) instanceof Node.Input in) {
                target(in.source() == Node.Source.STATE ? state() : parameters(), in.index());
                code.instruction(Opcodes.DALOAD);
            } else {
                if (placement.place(node) < 0 || placement.chunkOf(node) == chunk) {
                    throw new IllegalStateException("value " + node + " is read before it is computed");
                }
                target(work(), placement.place(node));
                code.instruction(Opcodes.DALOAD);
            }
        }

        private int allocate() {
            if (freeCount > 0) {
                return free[--freeCount];
            }
            nextLocal += 2;
            return nextLocal - 2;
        }
    }
}

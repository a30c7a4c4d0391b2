package org.macrostate.solvers.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.objectweb.asm.Opcodes;

/**
 * Writes the body of a loop over points in the form that HotSpot turns into vector instructions: all elements are read,
 * then all is computed, then all is written. A read after a write might be of the same element, for all that HotSpot
 * knows, and then it leaves the loop as it is. Offsets are constant.
 */
final class LoopCode {
    private final Program program;
    private final InstructionSchedule schedule;
    private final Placement placement;

    LoopCode(Program program, InstructionSchedule schedule, Placement placement) {
        this.program = program;
        this.schedule = schedule;
        this.placement = placement;
    }

    /**
     * @param first the local variable of {@code t}; those of state, parameters, out and work follow
     * @param point the one that counts the points
     * @param firstFree the first that is free
     */
    void write(int chunk, CountedCode code, int first, int point, int firstFree) {
        Body body = new Body(code, first, point, firstFree);
        int[] items = schedule.chunks().get(chunk).items();
        for (int item : items) {
            placement.leaves(item, node -> body.load(node, placement.chunkOf(node) == chunk));
        }
        for (int item : items) {
            if (item >= 0) {
                body.compute(item);
            }
        }
        for (int item : items) {
            body.store(item);
        }
    }

    private final class Body {
        private final CountedCode code;
        private final int first;
        private final int point;
        private final Map<Integer, Integer> locals = new LinkedHashMap<>();
        private final TreeCode trees;
        private int nextLocal;

        Body(CountedCode code, int first, int point, int firstFree) {
            this.code = code;
            this.first = first;
            this.point = point;
            nextLocal = firstFree;
            trees = new TreeCode(program, schedule, this::read, op -> OperationCode.emit(op, code));
        }

        void load(int node, boolean computedHere) {
            Node what = program.nodes().get(node);
            boolean isTime = what instanceof Node.Input in && in.source() == Node.Source.TIME;
            if (what instanceof Node.Number || isTime || locals.containsKey(node)) {
                return;
            }
            if (what instanceof Node.Input in) {
                element(
                        in.source() == Node.Source.STATE ? ValueCode.Array.STATE : ValueCode.Array.PARAMETERS,
                        in.index());
            } else if (computedHere) {
                return;
            } else {
                element(ValueCode.Array.WORK, placement.place(node));
            }
            code.instruction(Opcodes.DALOAD);
            name(node);
        }

        private void name(int node) {
            code.variable(Opcodes.DSTORE, nextLocal);
            locals.put(node, nextLocal);
            nextLocal += 2;
        }

        void compute(int node) {
            trees.write(node);
            name(node);
        }

        private void read(int node) {
            Integer local = locals.get(node);
            if (local != null) {
                code.variable(Opcodes.DLOAD, local);
            } else if (program.nodes().get(node) instanceof Node.Number n) {
                code.number(n.value());
            } else {
                code.variable(Opcodes.DLOAD, first);
            }
        }

        void store(int item) {
            if (item < 0) {
                store(ValueCode.Array.OUT, ~item, program.outputs().get(~item));
                return;
            }
            if (placement.place(item) >= 0) {
                store(ValueCode.Array.WORK, placement.place(item), item);
            }
            for (int output : schedule.storedWith(item)) {
                store(ValueCode.Array.OUT, output, item);
            }
        }

        private void store(ValueCode.Array array, int row, int node) {
            element(array, row);
            read(node);
            code.instruction(Opcodes.DASTORE);
        }

        private void element(ValueCode.Array array, int row) {
            code.variable(Opcodes.ALOAD, first + 2 + array.ordinal());
            code.variable(Opcodes.ILOAD, point);
            if (row > 0) {
                code.number(row * BatchKernel.POINTS);
                code.instruction(Opcodes.IADD);
            }
        }
    }
}

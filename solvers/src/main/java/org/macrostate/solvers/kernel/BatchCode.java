package org.macrostate.solvers.kernel;

import java.util.HashMap;
import java.util.Map;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes a loop over points in the form that HotSpot turns into vector instructions: parameters are read before it; in it all
 * elements are read, then all is computed, then all is written. All elements are of one array at constant offsets: of two
 * arrays HotSpot does not know whether an element written is one that is read later, and then it leaves the loop as it is.
 */
final class BatchCode {
    private static final int TIME = 1;
    private static final int VALUES = 3;
    private static final int PARAMETERS = 4;
    private static final int POINT = 5;
    private static final int FIRST_FREE = 6;

    private final Program program;
    private final InstructionSchedule schedule;
    private final Placement placement;

    BatchCode(Program program, InstructionSchedule schedule, Placement placement) {
        this.program = program;
        this.schedule = schedule;
        this.placement = placement;
    }

    /** The row of the first output among the values; rows of scratch follow the outputs. */
    static int firstOutput(Program program) {
        return program.stateLength();
    }

    void write(int chunk, MethodVisitor method, CountedCode code) {
        Body body = new Body(chunk, code);
        int[] items = schedule.chunks().get(chunk).items();
        for (int item : items) {
            placement.leaves(item, body::loadParameter);
        }
        CountedLoop.write(method, code, POINT, () -> code.number(BatchKernel.POINTS), 1, () -> {
            for (int item : items) {
                placement.leaves(item, body::load);
            }
            for (int item : items) {
                if (item >= 0) {
                    body.compute(item);
                }
            }
            for (int item : items) {
                body.store(item);
            }
        });
    }

    private final class Body {
        private final int chunk;
        private final CountedCode code;
        private final Map<Integer, Integer> locals = new HashMap<>();
        private final TreeCode trees;
        private int nextLocal = FIRST_FREE;

        Body(int chunk, CountedCode code) {
            this.chunk = chunk;
            this.code = code;
            trees = new TreeCode(program, schedule, this::read, op -> OperationCode.emit(op, code));
        }

        void loadParameter(int node) {
            if (isFrom(node, Node.Source.PARAMETER) && !locals.containsKey(node)) {
                code.variable(Opcodes.ALOAD, PARAMETERS);
                code.number(((Node.Input) program.nodes().get(node)).index());
                code.instruction(Opcodes.DALOAD);
                name(node);
            }
        }

        void load(int node) {
            boolean computed = program.nodes().get(node) instanceof Node.Result;
            if (locals.containsKey(node) || computed && placement.chunkOf(node) == chunk) {
                return;
            }
            if (computed) {
                element(scratch(node));
            } else if (isFrom(node, Node.Source.STATE)) {
                element(((Node.Input) program.nodes().get(node)).index());
            } else {
                return;
            }
            code.instruction(Opcodes.DALOAD);
            name(node);
        }

        private boolean isFrom(int node, Node.Source source) {
            return program.nodes().get(node) instanceof Node.Input in && in.source() == source;
        }

        private void name(int node) {
            code.variable(Opcodes.DSTORE, nextLocal);
            locals.put(node, nextLocal);
            nextLocal += ScalarCode.SLOTS;
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
                code.variable(Opcodes.DLOAD, TIME);
            }
        }

        void store(int item) {
            if (item < 0) {
                store(firstOutput(program) + ~item, program.outputs().get(~item));
                return;
            }
            if (placement.place(item) >= 0) {
                store(scratch(item), item);
            }
            for (int output : schedule.storedWith(item)) {
                store(firstOutput(program) + output, item);
            }
        }

        private void store(int row, int node) {
            element(row);
            read(node);
            code.instruction(Opcodes.DASTORE);
        }

        private int scratch(int node) {
            return firstOutput(program) + program.outputs().size() + placement.place(node);
        }

        private void element(int row) {
            code.variable(Opcodes.ALOAD, VALUES);
            code.variable(Opcodes.ILOAD, POINT);
            if (row > 0) {
                code.number(row * BatchKernel.POINTS);
                code.instruction(Opcodes.IADD);
            }
        }
    }
}

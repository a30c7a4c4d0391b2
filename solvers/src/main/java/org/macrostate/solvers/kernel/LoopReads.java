package org.macrostate.solvers.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.graph.LoopInput;
import org.macrostate.equations.graph.LoopProgram;
import org.macrostate.equations.graph.Node;
import org.objectweb.asm.Opcodes;

/** Writes how the code of a nest reads its inputs: state, parameters and time, and what stands at the counters of loops. */
final class LoopReads {
    static final int WORK = 6;
    private static final int TIME = 1;
    private static final int STATE = 3;
    private static final int PARAMETERS = 4;
    private static final int COLUMNS = 8;

    private final LoopProgram program;
    private final CountedCode code;
    private final LoopPool pool;
    private final Map<Integer, Integer> counters = new HashMap<>();

    LoopReads(LoopProgram program, CountedCode code, LoopPool pool) {
        this.program = program;
        this.code = code;
        this.pool = pool;
    }

    /** Says in which local variable the counter of a variable is, from 0. */
    void counter(int variable, int local) {
        counters.put(variable, local);
    }

    /** Writes a loop, in whose body a variable's counter, from 0, is a local variable. */
    void with(int variable, int counter, Runnable loop) {
        Integer outer = counters.put(variable, counter);
        loop.run();
        if (outer == null) {
            counters.remove(variable);
        } else {
            counters.put(variable, outer);
        }
    }

    void write(Node.Input in) {
        switch (in.source()) {
            case TIME -> code.variable(Opcodes.DLOAD, TIME);
            case STATE -> element(STATE, in.index());
            case PARAMETER -> element(PARAMETERS, in.index());
        }
    }

    private void element(int array, int index) {
        code.variable(Opcodes.ALOAD, array);
        code.number(index);
        code.instruction(Opcodes.DALOAD);
    }

    void write(LoopInput input) {
        if (input instanceof LoopInput.Element e) {
            LoopProgram.Block block = program.blocks().get(e.block());
            code.variable(Opcodes.ALOAD, WORK);
            place(e.places(), block.extents(), block.offset());
            code.instruction(Opcodes.DALOAD);
        } else if (input instanceof LoopInput.Column c) {
            code.variable(Opcodes.ALOAD, COLUMNS);
            code.number(pool.column(c.values()));
            code.instruction(Opcodes.AALOAD);
            counter(c.variable());
            code.instruction(Opcodes.DALOAD);
        } else {
            counter(((LoopInput.Counter) input).variable());
            code.number(1);
            code.instruction(Opcodes.IADD);
            code.instruction(Opcodes.I2D);
        }
    }

    /** Puts the counter of a variable, from 0, on the stack. */
    void counter(int variable) {
        Integer local = counters.get(variable);
        if (local == null) {
            throw new IllegalStateException("variable " + variable + " has no value here");
        }
        code.variable(Opcodes.ILOAD, local);
    }

    /** Puts the dense index of places on the stack, the last fastest, an offset added. */
    void place(List<Integer> places, List<Integer> extents, int offset) {
        int fixed = offset;
        int stride = 1;
        boolean begun = false;
        for (int i = places.size() - 1; i >= 0; i--) {
            if (places.get(i) < 0) {
                counter(~places.get(i));
                if (stride != 1) {
                    code.number(stride);
                    code.instruction(Opcodes.IMUL);
                }
                if (begun) {
                    code.instruction(Opcodes.IADD);
                }
                begun = true;
            } else {
                fixed += (places.get(i) - 1) * stride;
            }
            stride *= extents.get(i);
        }
        if (!begun || fixed != 0) {
            code.number(fixed);
            if (begun) {
                code.instruction(Opcodes.IADD);
            }
        }
    }
}

package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.Operation;
import org.objectweb.asm.Opcodes;

/** Values are doubles: one point. */
final class ScalarCode implements ValueCode {
    final CountedCode code;
    private final int first;

    /** @param first the local variable of {@code t}; those of state, parameters, out and work follow */
    ScalarCode(CountedCode code, int first) {
        this.code = code;
        this.first = first;
    }

    @Override
    public void number(double value) {
        code.number(value);
    }

    @Override
    public void time() {
        code.variable(Opcodes.DLOAD, first);
    }

    @Override
    public void load(Array array, int index) {
        beforeStore(array, index);
        code.instruction(Opcodes.DALOAD);
    }

    @Override
    public void beforeStore(Array array, int index) {
        code.variable(Opcodes.ALOAD, first + 2 + array.ordinal());
        code.number(index);
    }

    @Override
    public void store(Array array, int index) {
        code.instruction(Opcodes.DASTORE);
    }

    @Override
    public void operation(Operation operation) {
        OperationCode.emit(operation, code);
    }

    @Override
    public void duplicate() {
        code.instruction(Opcodes.DUP2);
    }

    @Override
    public void toLocal(int local) {
        code.variable(Opcodes.DSTORE, local);
    }

    @Override
    public void fromLocal(int local) {
        code.variable(Opcodes.DLOAD, local);
    }

    @Override
    public int slots() {
        return 2;
    }
}

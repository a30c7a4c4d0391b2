package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.Operation;
import org.objectweb.asm.Opcodes;

/** How straight-line code reads, holds and writes its values, which are doubles on the operand stack. */
final class ScalarCode {
    /** Local variables a value takes. */
    static final int SLOTS = 2;

    /** The arrays that values are read from and written to. */
    enum Array {
        STATE,
        PARAMETERS,
        OUT,
        WORK
    }

    final CountedCode code;
    private final int first;

    /** @param first the local variable of {@code t}; those of state, parameters, out and work follow */
    ScalarCode(CountedCode code, int first) {
        this.code = code;
        this.first = first;
    }

    /** Puts a constant on the stack. */
    void number(double value) {
        code.number(value);
    }

    /** Puts the time on the stack. */
    void time() {
        code.variable(Opcodes.DLOAD, first);
    }

    /** Puts an element on the stack. */
    void load(Array array, int index) {
        beforeStore(array, index);
        code.instruction(Opcodes.DALOAD);
    }

    /** Puts on the stack what must be below a value that is to be stored. */
    void beforeStore(Array array, int index) {
        code.variable(Opcodes.ALOAD, first + 2 + array.ordinal());
        code.number(index);
    }

    /** Takes the value from the stack, and what {@link #beforeStore} put below it. */
    void store(Array array, int index) {
        code.instruction(Opcodes.DASTORE);
    }

    /** Replaces operands on the stack by the result. */
    void operation(Operation operation) {
        OperationCode.emit(operation, code);
    }

    /** Doubles the value on the stack. */
    void duplicate() {
        code.instruction(Opcodes.DUP2);
    }

    void toLocal(int local) {
        code.variable(Opcodes.DSTORE, local);
    }

    void fromLocal(int local) {
        code.variable(Opcodes.DLOAD, local);
    }
}

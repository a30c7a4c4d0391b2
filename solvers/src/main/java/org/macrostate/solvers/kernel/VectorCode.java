package org.macrostate.solvers.kernel;

import java.util.EnumSet;
import java.util.Set;
import org.macrostate.equations.graph.Operation;
import org.objectweb.asm.Opcodes;

/** Values are vectors of the JDK's Vector API, an element a point: the points from {@code at} on. */
final class VectorCode implements ValueCode {
    static final String VECTOR = "jdk/incubator/vector/DoubleVector";

    private static final String SPECIES = "Ljdk/incubator/vector/VectorSpecies;";
    private static final String ANY = "Ljdk/incubator/vector/Vector;";
    private static final String RESULT = ")L" + VECTOR + ";";

    /** Local variables of a chunk's method. */
    static final int FIRST_FREE = 7;

    private static final int AT = 6;

    private final CountedCode code;
    private final String owner;
    private final int lanes;
    private final int scratch;
    private final Set<Operation> called;

    /**
     * @param owner the class that is written
     * @param lanes of a vector
     * @param scratch where in {@code work} there is room for two vectors
     * @param called takes the operations that are no vector instruction: the class needs {@link LaneFunction}s of them
     */
    VectorCode(CountedCode code, String owner, int lanes, int scratch, EnumSet<Operation> called) {
        this.code = code;
        this.owner = owner;
        this.lanes = lanes;
        this.scratch = scratch;
        this.called = called;
    }

    @Override
    public void number(double value) {
        species();
        code.number(value);
        code.callStatic(VECTOR, "broadcast", "(" + SPECIES + "D" + RESULT);
    }

    @Override
    public void time() {
        species();
        code.variable(Opcodes.DLOAD, 0);
        code.callStatic(VECTOR, "broadcast", "(" + SPECIES + "D" + RESULT);
    }

    private void species() {
        code.constant(VECTOR, "SPECIES_PREFERRED", SPECIES);
    }

    @Override
    public void load(Array array, int index) {
        species();
        element(array, index);
        code.callStatic(VECTOR, "fromArray", "(" + SPECIES + "[DI" + RESULT);
    }

    private void element(Array array, int index) {
        code.variable(Opcodes.ALOAD, 2 + array.ordinal());
        if (array == Array.WORK) {
            code.number(index * lanes);
            return;
        }
        code.variable(Opcodes.ILOAD, AT);
        if (index > 0) {
            code.number(index * BatchKernel.POINTS);
            code.instruction(Opcodes.IADD);
        }
    }

    @Override
    public void beforeStore(Array array, int index) {
        // the vector is what is asked to store itself: it goes first
    }

    @Override
    public void store(Array array, int index) {
        element(array, index);
        code.callVirtual(VECTOR, "intoArray", "([DI)V");
    }

    @Override
    public void operation(Operation operation) {
        switch (operation) {
            case ADD -> binary("add");
            case SUBTRACT -> binary("sub");
            case MULTIPLY -> binary("mul");
            case DIVIDE -> binary("div");
            case NEGATE -> unary("neg");
            case ABS -> unary("abs");
            case SQRT -> unary("sqrt");
            default -> function(operation);
        }
    }

    private void binary(String name) {
        code.callVirtual(VECTOR, name, "(" + ANY + RESULT);
    }

    private void unary(String name) {
        code.callVirtual(VECTOR, name, "(" + RESULT);
    }

    /** Element by element, with the very functions of the scalar kernel: vector forms of them round differently. */
    private void function(Operation operation) {
        called.add(operation);
        for (int operand = operation.operands() - 1; operand >= 0; operand--) {
            code.variable(Opcodes.ALOAD, 2 + Array.WORK.ordinal());
            code.number(scratch + operand * lanes);
            code.callVirtual(VECTOR, "intoArray", "([DI)V");
        }
        code.variable(Opcodes.ALOAD, 2 + Array.WORK.ordinal());
        code.callStatic(owner, LaneFunction.name(operation), "([D)V");
        species();
        code.variable(Opcodes.ALOAD, 2 + Array.WORK.ordinal());
        code.number(scratch);
        code.callStatic(VECTOR, "fromArray", "(" + SPECIES + "[DI" + RESULT);
    }

    @Override
    public void duplicate() {
        code.instruction(Opcodes.DUP);
    }

    @Override
    public void toLocal(int local) {
        code.variable(Opcodes.ASTORE, local);
    }

    @Override
    public void fromLocal(int local) {
        code.variable(Opcodes.ALOAD, local);
    }

    @Override
    public int slots() {
        return 1;
    }
}

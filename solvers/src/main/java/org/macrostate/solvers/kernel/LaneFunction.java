package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.Operation;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes a static method that applies an operation to each element of a vector, in an array. */
final class LaneFunction {
    private LaneFunction() {}

    static String name(Operation operation) {
        return "lanes" + operation.ordinal();
    }

    /**
     * {@code a[scratch + i] = operation(a[scratch + i], a[scratch + lanes + i])} for each of the lanes.
     *
     * @param operation unary ones read no second element
     */
    static void write(ClassWriter writer, Operation operation, int lanes, int scratch) {
        MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name(operation), "([D)V", null, null);
        method.visitCode();
        CountedCode code = new CountedCode(method);
        CountedLoop.write(method, code, 1, lanes, 1, () -> {
            element(code, scratch);
            for (int operand = 0; operand < operation.operands(); operand++) {
                element(code, scratch + operand * lanes);
                code.instruction(Opcodes.DALOAD);
            }
            OperationCode.emit(operation, code);
            code.instruction(Opcodes.DASTORE);
        });
        HiddenClass.end(method);
    }

    private static void element(CountedCode code, int offset) {
        code.variable(Opcodes.ALOAD, 0);
        code.number(offset);
        code.variable(Opcodes.ILOAD, 1);
        code.instruction(Opcodes.IADD);
    }
}

package org.macrostate.solvers.kernel;

import java.util.EnumSet;
import org.macrostate.equations.graph.Operation;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a {@link BatchBody} with the JDK's Vector API: the straight-line code of a kernel on vectors of
 * points. Values stay in registers where loops over arrays would move them through the cache.
 */
final class VectorBodyClass {
    private static final String NAME =
            Type.getInternalName(BatchBody.class).replace(BatchBody.class.getSimpleName(), "CompiledVectors");

    private final ChunkCode chunks;
    private final int lanes;
    private final int scratch;

    /**
     * @param lanes of a vector
     * @param scratch where in {@code work} there is room for two vectors
     */
    VectorBodyClass(ChunkCode chunks, int lanes, int scratch) {
        this.chunks = chunks;
        this.lanes = lanes;
        this.scratch = scratch;
    }

    /** The bytes of a class that runs the chunks {@code from <= c < to}. */
    byte[] bytes(int from, int to) {
        ClassWriter writer = HiddenClass.begin("CompiledVectors", BatchBody.class);
        EnumSet<Operation> called = EnumSet.noneOf(Operation.class);
        for (int chunk = from; chunk < to; chunk++) {
            MethodVisitor method = writer.visitMethod(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "chunk" + chunk, BatchBody.DESCRIPTOR, null, null);
            method.visitCode();
            CountedCode code = new CountedCode(method);
            VectorCode values = new VectorCode(code, NAME, lanes, scratch, called);
            chunks.write(chunk, code, values, VectorCode.FIRST_FREE);
            HiddenClass.end(method);
        }
        called.forEach(operation -> LaneFunction.write(writer, operation, lanes, scratch));
        run(writer, from, to);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void run(ClassWriter writer, int from, int to) {
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", BatchBody.DESCRIPTOR, null, null);
        run.visitCode();
        CountedCode code = new CountedCode(run);
        for (int chunk = from; chunk < to; chunk++) {
            code.variable(Opcodes.DLOAD, 1);
            for (int array = 3; array <= 6; array++) {
                code.variable(Opcodes.ALOAD, array);
            }
            code.variable(Opcodes.ILOAD, 7);
            code.callStatic(NAME, "chunk" + chunk, BatchBody.DESCRIPTOR);
        }
        HiddenClass.end(run);
    }
}

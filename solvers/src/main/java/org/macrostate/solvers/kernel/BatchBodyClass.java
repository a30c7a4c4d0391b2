package org.macrostate.solvers.kernel;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the class of a {@link BatchBody}: a loop over points for each chunk. */
final class BatchBodyClass {
    private static final int POINT = 7;

    private final LoopCode loops;

    BatchBodyClass(LoopCode loops) {
        this.loops = loops;
    }

    /** The bytes of a class that runs the chunks {@code from <= c < to}. */
    byte[] bytes(int from, int to) {
        ClassWriter writer = HiddenClass.begin("CompiledBatch", BatchBody.class);
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", BatchBody.DESCRIPTOR, null, null);
        run.visitCode();
        CountedCode code = new CountedCode(run);
        for (int c = from; c < to; c++) {
            int chunk = c;
            CountedLoop.write(
                    run, code, POINT, BatchKernel.POINTS, 1, () -> loops.write(chunk, code, 1, POINT, POINT + 1));
        }
        if (code.bytes() > ChunkCode.LARGEST_METHOD) {
            throw new IllegalStateException("loops of " + code.bytes() + " bytes would never be compiled by HotSpot");
        }
        HiddenClass.end(run);
        writer.visitEnd();
        return writer.toByteArray();
    }
}

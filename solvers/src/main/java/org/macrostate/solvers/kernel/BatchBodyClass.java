package org.macrostate.solvers.kernel;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the class of a {@link BatchBody}: a loop over points for each chunk. */
final class BatchBodyClass {
    private final BatchCode loops;

    BatchBodyClass(BatchCode loops) {
        this.loops = loops;
    }

    /** The bytes of a class that runs the chunks {@code from <= c < to}. */
    byte[] bytes(int from, int to) {
        ClassWriter writer = HiddenClass.begin("CompiledBatch", BatchBody.class);
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", BatchBody.DESCRIPTOR, null, null);
        run.visitCode();
        CountedCode code = new CountedCode(run);
        for (int chunk = from; chunk < to; chunk++) {
            loops.write(chunk, run, code);
        }
        if (code.bytes() > ChunkCode.LARGEST_METHOD) {
            throw new IllegalStateException("loops of " + code.bytes() + " bytes would never be compiled by HotSpot");
        }
        HiddenClass.end(run);
        writer.visitEnd();
        return writer.toByteArray();
    }
}

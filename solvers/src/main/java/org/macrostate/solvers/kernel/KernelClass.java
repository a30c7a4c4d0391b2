package org.macrostate.solvers.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import org.macrostate.equations.graph.Program;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One class file: a subclass of {@link GeneratedKernel} whose {@code eval} runs a range of chunks. */
final class KernelClass {
    private static final String BASE = Type.getInternalName(GeneratedKernel.class);
    private static final String NAME = BASE.replace("GeneratedKernel", "CompiledKernel");
    private static final String ARRAYS = "[D[D[D[D)V";
    private static final String LENGTHS = "(IIII)V";

    private final Program program;
    private final int workLength;

    KernelClass(Program program, int workLength) {
        this.program = program;
        this.workLength = workLength;
    }

    /**
     * The bytes of a class that runs the chunks {@code from <= c < to}.
     *
     * @param zeroFill whether {@code out} is set to zero first
     */
    byte[] bytes(ChunkCode chunks, int from, int to, boolean zeroFill) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, BASE, null);
        constructor(writer);
        if (zeroFill) {
            fillAndRefresh(writer);
        }
        MethodVisitor all =
                writer.visitMethod(Opcodes.ACC_PUBLIC, zeroFill ? "refresh" : "eval", "(D" + ARRAYS, null, null);
        all.visitCode();
        CountedCode code = new CountedCode(all);
        check(code);
        if (to - from == 1) {
            chunks.write(from, code, new ScalarCode(code, 1), 7);
        } else {
            for (int chunk = from; chunk < to; chunk++) {
                call(code, chunk - from);
                method(writer, chunks, chunk, chunk - from);
            }
        }
        end(all);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** A kernel from the bytes of its class, which goes when the kernel goes. */
    GeneratedKernel define(byte[] bytes) {
        try {
            return (GeneratedKernel) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor(int.class, int.class, int.class, int.class)
                    .newInstance(
                            program.stateLength(),
                            program.parameterLength(),
                            program.outputs().size(),
                            workLength);
        } catch (IllegalAccessException
                | InstantiationException
                | NoSuchMethodException
                | InvocationTargetException e) {
            throw new IllegalStateException("a compiled kernel cannot be loaded", e);
        }
    }

    private static void constructor(ClassWriter writer) {
        MethodVisitor method = writer.visitMethod(0, "<init>", LENGTHS, null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        for (int i = 1; i <= 4; i++) {
            method.visitVarInsn(Opcodes.ILOAD, i);
        }
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, BASE, "<init>", LENGTHS, false);
        end(method);
    }

    private static void check(CountedCode code) {
        code.variable(Opcodes.ALOAD, 0);
        for (int array = 3; array <= 6; array++) {
            code.variable(Opcodes.ALOAD, array);
        }
        code.callVirtual(BASE, "check", "(" + ARRAYS);
    }

    /** Where many outputs are zero: {@code eval} sets all to zero first. */
    private void fillAndRefresh(ClassWriter writer) {
        MethodVisitor eval = writer.visitMethod(Opcodes.ACC_PUBLIC, "eval", "(D" + ARRAYS, null, null);
        eval.visitCode();
        CountedCode code = new CountedCode(eval);
        check(code);
        code.variable(Opcodes.ALOAD, 5);
        code.number(0);
        code.number(program.outputs().size());
        code.number(0.0);
        code.callStatic(Type.getInternalName(java.util.Arrays.class), "fill", "([DIID)V");
        code.variable(Opcodes.ALOAD, 0);
        code.variable(Opcodes.DLOAD, 1);
        for (int array = 3; array <= 6; array++) {
            code.variable(Opcodes.ALOAD, array);
        }
        code.callVirtual(NAME, "refresh", "(D" + ARRAYS);
        end(eval);
    }

    private static void call(CountedCode code, int number) {
        code.variable(Opcodes.DLOAD, 1);
        for (int array = 3; array <= 6; array++) {
            code.variable(Opcodes.ALOAD, array);
        }
        code.callStatic(NAME, "chunk" + number, "(D" + ARRAYS);
    }

    private static void method(ClassWriter writer, ChunkCode chunks, int chunk, int number) {
        MethodVisitor method = writer.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "chunk" + number, "(D" + ARRAYS, null, null);
        method.visitCode();
        CountedCode code = new CountedCode(method);
        chunks.write(chunk, code, new ScalarCode(code, 0), 6);
        end(method);
    }

    private static void end(MethodVisitor method) {
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}

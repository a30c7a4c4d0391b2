package org.macrostate.solvers.kernel;

import java.util.function.IntSupplier;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whether the JDK's Vector API is there: a module that the JVM leaves out unless it is started with {@code --add-modules
 * jdk.incubator.vector}. Only generated classes refer to it.
 */
final class VectorModule {
    private static final String SPECIES = "jdk/incubator/vector/VectorSpecies";

    private VectorModule() {}

    static boolean isPresent() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** Doubles in a vector of this machine; asked by generated code, as nothing here may link to the module. */
    static int lanes() {
        ClassWriter writer = HiddenClass.begin("CompiledLanes", BatchBody.class, IntSupplier.class);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "getAsInt", "()I", null, null);
        method.visitCode();
        method.visitFieldInsn(Opcodes.GETSTATIC, VectorCode.VECTOR, "SPECIES_PREFERRED", "L" + SPECIES + ";");
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, SPECIES, "length", "()I", true);
        method.visitInsn(Opcodes.IRETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return HiddenClass.define(writer.toByteArray(), IntSupplier.class).getAsInt();
    }
}

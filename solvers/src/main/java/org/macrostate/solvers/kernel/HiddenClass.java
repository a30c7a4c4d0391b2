package org.macrostate.solvers.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A generated class without state that implements one interface of this package, and goes when its object goes. */
final class HiddenClass {
    private static final String OBJECT = Type.getInternalName(Object.class);

    private HiddenClass() {}

    /** A class with its constructor; methods may follow. */
    static ClassWriter begin(String name, Class<?> type) {
        String place = Type.getInternalName(type);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                place.replace(type.getSimpleName(), name),
                null,
                OBJECT,
                new String[] {place});
        MethodVisitor constructor = writer.visitMethod(0, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        end(constructor);
        return writer;
    }

    static void end(MethodVisitor method) {
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    static <T> T define(byte[] bytes, Class<T> type) {
        try {
            return type.cast(MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (IllegalAccessException
                | InstantiationException
                | NoSuchMethodException
                | InvocationTargetException e) {
            throw new IllegalStateException("a generated class cannot be loaded", e);
        }
    }
}

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Build step: writes out, in the runnable jar, the methods {@code equals}, {@code hashCode} and {@code toString} of records,
 * which {@code invokedynamic} would make anew at every start. They do what the JDK's {@code ObjectMethods} does, hash codes
 * to the bit.
 *
 * <p>{@code java -cp … PlainRecords.java JAR PACKAGE…}, packages as folders in the jar
 */
final class PlainRecords {
    private static final String METHODS = "java/lang/runtime/ObjectMethods";
    private static final String OBJECT = "java/lang/Object";

    private PlainRecords() {}

    public static void main(String[] args) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + Path.of(args[0]).toUri()), Map.of())) {
            for (int i = 1; i < args.length; i++) {
                rewrite(jar.getPath(args[i]));
            }
        }
    }

    private static void rewrite(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        int records = 0;
        for (Path file : files) {
            ClassReader old = new ClassReader(Files.readAllBytes(file));
            if (old.getSuperName().equals("java/lang/Record")) {
                ClassWriter written = new ClassWriter(ClassWriter.COMPUTE_MAXS);
                old.accept(new Methods(old.getClassName(), written), 0);
                Files.write(file, written.toByteArray());
                records++;
            }
        }
        if (records == 0) {
            throw new IOException("no records in " + folder);
        }
    }

    /** Replaces a record's call sites by calls of methods with the same descriptor. */
    private static final class Methods extends ClassVisitor {
        private final String name;
        private final List<Runnable> methods = new ArrayList<>();

        Methods(String name, ClassVisitor next) {
            super(Opcodes.ASM9, next);
            this.name = name;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... given) {
                    if (bootstrap.getOwner().equals(METHODS)) {
                        String own = "record$" + called;
                        methods.add(() -> recordMethod(own, called, type, given));
                        visitMethodInsn(Opcodes.INVOKESTATIC, name, own, type, false);
                    } else {
                        super.visitInvokeDynamicInsn(called, type, bootstrap, given);
                    }
                }
            };
        }

        @Override
        public void visitEnd() {
            methods.forEach(Runnable::run);
            super.visitEnd();
        }

        private void recordMethod(String own, String called, String type, Object[] given) {
            MethodVisitor code = visitNew(own, type);
            String[] names = given[1].toString().isEmpty() ? new String[0] : given[1].toString().split(";", -1);
            switch (called) {
                case "hashCode" -> hashCode(code, given);
                case "equals" -> equality(code, given);
                case "toString" -> text(code, names, given);
                default -> throw new IllegalStateException("a record's method " + called);
            }
            code.visitMaxs(0, 0);
            code.visitEnd();
        }

        private MethodVisitor visitNew(String own, String type) {
            MethodVisitor code =
                    cv.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, own, type, null, null);
            code.visitCode();
            return code;
        }

        /** Reads a component of the record in that local variable. */
        private Type component(MethodVisitor code, Object getter, int local) {
            Handle field = (Handle) getter;
            code.visitVarInsn(Opcodes.ALOAD, local);
            code.visitFieldInsn(Opcodes.GETFIELD, name, field.getName(), field.getDesc());
            return Type.getType(field.getDesc());
        }

        private void hashCode(MethodVisitor code, Object[] given) {
            code.visitInsn(Opcodes.ICONST_0);
            for (int i = 2; i < given.length; i++) {
                code.visitIntInsn(Opcodes.BIPUSH, 31);
                code.visitInsn(Opcodes.IMUL);
                Type type = component(code, given[i], 0);
                if (isPrimitive(type)) {
                    String of = "(" + type.getDescriptor() + ")I";
                    code.visitMethodInsn(Opcodes.INVOKESTATIC, boxOf(type), "hashCode", of, false);
                } else {
                    code.visitMethodInsn(
                            Opcodes.INVOKESTATIC, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I", false);
                }
                code.visitInsn(Opcodes.IADD);
            }
            code.visitInsn(Opcodes.IRETURN);
        }

        private void equality(MethodVisitor code, Object[] given) {
            Label differ = new Label();
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.INSTANCEOF, name);
            code.visitJumpInsn(Opcodes.IFEQ, differ);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.CHECKCAST, name);
            code.visitVarInsn(Opcodes.ASTORE, 2);
            for (int i = 2; i < given.length; i++) {
                component(code, given[i], 0);
                Type type = component(code, given[i], 2);
                if (isPrimitive(type)) {
                    String of = "(" + type.getDescriptor() + type.getDescriptor() + ")I";
                    code.visitMethodInsn(Opcodes.INVOKESTATIC, boxOf(type), "compare", of, false);
                    code.visitJumpInsn(Opcodes.IFNE, differ);
                } else {
                    String of = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
                    code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "equals", of, false);
                    code.visitJumpInsn(Opcodes.IFEQ, differ);
                }
            }
            code.visitInsn(Opcodes.ICONST_1);
            code.visitInsn(Opcodes.IRETURN);
            code.visitLabel(differ);
            code.visitFrame(Opcodes.F_FULL, 2, new Object[] {name, OBJECT}, 0, new Object[0]);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitInsn(Opcodes.IRETURN);
        }

        private void text(MethodVisitor code, String[] names, Object[] given) {
            String builder = "java/lang/StringBuilder";
            code.visitTypeInsn(Opcodes.NEW, builder);
            code.visitInsn(Opcodes.DUP);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, builder, "<init>", "()V", false);
            code.visitLdcInsn(Type.getObjectType(name));
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getSimpleName", "()Ljava/lang/String;", false);
            append(code, "Ljava/lang/String;");
            for (int i = 0; i < names.length; i++) {
                code.visitLdcInsn((i == 0 ? "[" : ", ") + names[i] + "=");
                append(code, "Ljava/lang/String;");
                Type type = component(code, given[i + 2], 0);
                append(code, switch (type.getSort()) {
                    case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
                    case Type.BYTE, Type.SHORT -> "I";
                    default -> type.getDescriptor();
                });
            }
            code.visitLdcInsn(names.length == 0 ? "[]" : "]");
            append(code, "Ljava/lang/String;");
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
            code.visitInsn(Opcodes.ARETURN);
        }

        private void append(MethodVisitor code, String what) {
            String builder = "java/lang/StringBuilder";
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, builder, "append", "(" + what + ")L" + builder + ";", false);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static String boxOf(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            case Type.DOUBLE -> "java/lang/Double";
            default -> throw new IllegalStateException("no primitive type: " + primitive);
        };
    }
}

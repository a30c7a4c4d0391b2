import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Build step: writes out, in the runnable jar, the classes of lambdas and method references, which {@code invokedynamic}
 * would make anew at every start: linking them is a fifth of a short command's time. They do what the JDK's
 * {@code LambdaMetafactory} specifies; a call site of another kind stays as it is.
 *
 * <p>{@code java -cp … PlainLambdas.java JAR PACKAGE…}, packages as folders in the jar
 */
final class PlainLambdas {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String OBJECT = "java/lang/Object";
    private static final String INSTANCE = "INSTANCE";

    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final Map<String, List<String>> nests = new HashMap<>();

    private PlainLambdas() {}

    public static void main(String[] args) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + Path.of(args[0]).toUri()), Map.of())) {
            for (int i = 1; i < args.length; i++) {
                new PlainLambdas().rewrite(jar.getPath("/"), args[i]);
            }
        }
    }

    private void rewrite(Path root, String folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root.resolve(folder))) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            plain(new ClassReader(Files.readAllBytes(file)));
        }
        if (nests.isEmpty()) {
            throw new IOException("no lambdas in " + folder);
        }
        nests.forEach((host, members) -> classes.put(host, hosting(new ClassReader(classes.get(host)), members)));
        FileTime asOthers = Files.getLastModifiedTime(files.get(0)); // so that two builds give one archive
        for (Map.Entry<String, byte[]> written : classes.entrySet()) {
            Path file = root.resolve(written.getKey() + ".class");
            Files.write(file, written.getValue());
            Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(asOthers, asOthers, asOthers);
        }
    }

    /** A class that lets others into its nest, in which they call its private methods. */
    private static byte[] hosting(ClassReader old, List<String> members) {
        ClassWriter written = new ClassWriter(old, 0);
        old.accept(
                new ClassVisitor(Opcodes.ASM9, written) {
                    @Override
                    public void visitEnd() {
                        members.forEach(this::visitNestMember);
                        super.visitEnd();
                    }
                },
                0);
        return written.toByteArray();
    }

    private void plain(ClassReader old) {
        ClassWriter written = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        old.accept(new CallSites(old.getClassName(), written), 0);
        classes.put(old.getClassName(), written.toByteArray());
    }

    /** Replaces call sites of a class by calls of methods with the same descriptor. */
    private final class CallSites extends ClassVisitor {
        private final String name;
        private String host;
        private int version;
        private int lambdas;

        CallSites(String name, ClassVisitor next) {
            super(Opcodes.ASM9, next);
            this.name = name;
            this.host = name;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.version = version;
            super.visit(version, access, name, signature, parent, interfaces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            host = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... given) {
                    if (bootstrap.getOwner().equals(LAMBDAS)
                            && bootstrap.getName().equals("metafactory")
                            && isCallable((Handle) given[1])) {
                        visitMethodInsn(Opcodes.INVOKESTATIC, lambda(called, type, given), "of", type, false);
                    } else {
                        super.visitInvokeDynamicInsn(called, type, bootstrap, given);
                    }
                }
            };
        }

        /** A class of the nest may call it as the class itself does. */
        private boolean isCallable(Handle target) {
            return target.getTag() != Opcodes.H_INVOKESPECIAL
                    || target.getOwner().equals(name) && target.getName().startsWith("lambda$");
        }

        private String lambda(String called, String type, Object[] given) {
            String made = name + "$$L" + lambdas++;
            classes.put(
                    made,
                    new LambdaClass(made, host, version, called, type)
                            .written((Type) given[0], (Handle) given[1], (Type) given[2]));
            nests.computeIfAbsent(host, h -> new ArrayList<>()).add(made);
            return made;
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

    /**
     * The class of one lambda or method reference.
     *
     * @param called the method of the interface
     * @param type what is captured, and the interface
     */
    private record LambdaClass(String name, String host, int version, String called, String type) {
        byte[] written(Type erased, Handle target, Type instantiated) {
            ClassWriter lambda = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            String implemented = Type.getReturnType(type).getInternalName();
            int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
            lambda.visit(version, access, name, null, OBJECT, new String[] {implemented});
            lambda.visitNestHost(host);
            Type[] captured = Type.getArgumentTypes(type);
            for (int i = 0; i < captured.length; i++) {
                int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
                lambda.visitField(field, field(i), captured[i].getDescriptor(), null, null)
                        .visitEnd();
            }
            constructor(lambda, captured);
            factory(lambda, captured);
            implementation(lambda, captured, erased, target, instantiated);
            lambda.visitEnd();
            return lambda.toByteArray();
        }

        private static String field(int number) {
            return "a" + number;
        }

        private static MethodVisitor method(ClassWriter lambda, int access, String name, String type) {
            MethodVisitor code = lambda.visitMethod(access, name, type, null, null);
            code.visitCode();
            return code;
        }

        private static void end(MethodVisitor code) {
            code.visitMaxs(0, 0);
            code.visitEnd();
        }

        private void constructor(ClassWriter lambda, Type[] captured) {
            MethodVisitor code =
                    method(lambda, Opcodes.ACC_PRIVATE, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured));
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
            int local = 1;
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
                code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), captured[i].getDescriptor());
                local += captured[i].getSize();
            }
            code.visitInsn(Opcodes.RETURN);
            end(code);
        }

        /** What captures nothing is one instance. */
        private void factory(ClassWriter lambda, Type[] captured) {
            if (captured.length == 0) {
                int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
                lambda.visitField(access, INSTANCE, "L" + name + ";", null, null).visitEnd();
                MethodVisitor first = method(lambda, Opcodes.ACC_STATIC, "<clinit>", "()V");
                made(first, captured);
                first.visitFieldInsn(Opcodes.PUTSTATIC, name, INSTANCE, "L" + name + ";");
                first.visitInsn(Opcodes.RETURN);
                end(first);
            }
            MethodVisitor code = method(lambda, Opcodes.ACC_STATIC, "of", type);
            if (captured.length == 0) {
                code.visitFieldInsn(Opcodes.GETSTATIC, name, INSTANCE, "L" + name + ";");
            } else {
                made(code, captured);
            }
            code.visitInsn(Opcodes.ARETURN);
            end(code);
        }

        private void made(MethodVisitor code, Type[] captured) {
            code.visitTypeInsn(Opcodes.NEW, name);
            code.visitInsn(Opcodes.DUP);
            int local = 0;
            for (Type argument : captured) {
                code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
                local += argument.getSize();
            }
            String of = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", of, false);
        }

        private void implementation(
                ClassWriter lambda, Type[] captured, Type erased, Handle target, Type instantiated) {
            MethodVisitor code = method(lambda, Opcodes.ACC_PUBLIC, called, erased.getDescriptor());
            List<Type> wanted = new ArrayList<>();
            Type owner = Type.getObjectType(target.getOwner());
            int kind = target.getTag();
            if (kind == Opcodes.H_NEWINVOKESPECIAL) {
                code.visitTypeInsn(Opcodes.NEW, target.getOwner());
                code.visitInsn(Opcodes.DUP);
            } else if (kind != Opcodes.H_INVOKESTATIC) {
                wanted.add(owner);
            }
            wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), captured[i].getDescriptor());
            }
            Type[] given = erased.getArgumentTypes();
            Type[] said = instantiated.getArgumentTypes();
            int local = 1;
            for (int i = 0; i < given.length; i++) {
                code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
                local += given[i].getSize();
                Conversion.of(code, given[i], said[i]);
                Conversion.of(code, said[i], wanted.get(captured.length + i));
            }
            code.visitMethodInsn(
                    opcode(target), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
            Type back = kind == Opcodes.H_NEWINVOKESPECIAL ? owner : Type.getReturnType(target.getDesc());
            answer(code, back, instantiated.getReturnType(), erased.getReturnType());
            end(code);
        }

        /** Private methods are called as others are, in one nest. */
        private static int opcode(Handle target) {
            return switch (target.getTag()) {
                case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
                case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
                case Opcodes.H_INVOKESPECIAL -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
                default -> throw new IllegalStateException("a method handle of kind " + target.getTag());
            };
        }

        private static void answer(MethodVisitor code, Type back, Type said, Type erased) {
            if (erased.getSort() == Type.VOID) {
                if (back.getSort() != Type.VOID) {
                    code.visitInsn(back.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
                }
            } else {
                Conversion.of(code, back, said);
                Conversion.of(code, said, erased);
            }
            code.visitInsn(erased.getOpcode(Opcodes.IRETURN));
        }
    }

    /** From one type to another as LambdaMetafactory allows: casts, boxes, their contents, wider primitive types. */
    private static final class Conversion {
        private static final List<Type> BOXED = List.of(
                Type.BOOLEAN_TYPE,
                Type.CHAR_TYPE,
                Type.BYTE_TYPE,
                Type.SHORT_TYPE,
                Type.INT_TYPE,
                Type.LONG_TYPE,
                Type.FLOAT_TYPE,
                Type.DOUBLE_TYPE);

        private Conversion() {}

        static void of(MethodVisitor code, Type from, Type to) {
            if (from.equals(to)) {
                return;
            }
            if (isPrimitive(from) && isPrimitive(to)) {
                widen(code, from, to);
            } else if (isPrimitive(from)) {
                Type box = Type.getObjectType(boxOf(from));
                String of = Type.getMethodDescriptor(box, from);
                code.visitMethodInsn(Opcodes.INVOKESTATIC, box.getInternalName(), "valueOf", of, false);
            } else if (isPrimitive(to)) {
                Type content = BOXED.stream()
                        .filter(type -> boxOf(type).equals(from.getInternalName()))
                        .findFirst()
                        .orElse(to);
                cast(code, from, Type.getObjectType(boxOf(content)));
                String of = Type.getMethodDescriptor(content);
                code.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL, boxOf(content), content.getClassName() + "Value", of, false);
                widen(code, content, to);
            } else {
                cast(code, from, to);
            }
        }

        private static void cast(MethodVisitor code, Type from, Type to) {
            if (!from.equals(to) && !to.getInternalName().equals(OBJECT)) {
                code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
            }
        }

        private static void widen(MethodVisitor code, Type from, Type to) {
            if (from.equals(to) || to.equals(Type.INT_TYPE)) {
                return;
            }
            int start = from.equals(Type.LONG_TYPE) ? Opcodes.L2I : from.equals(Type.FLOAT_TYPE) ? Opcodes.F2I : Opcodes.I2L;
            int opcode =
                    switch (start) {
                        case Opcodes.I2L ->
                            to.equals(Type.LONG_TYPE)
                                    ? Opcodes.I2L
                                    : to.equals(Type.FLOAT_TYPE) ? Opcodes.I2F : Opcodes.I2D;
                        case Opcodes.L2I -> to.equals(Type.FLOAT_TYPE) ? Opcodes.L2F : Opcodes.L2D;
                        default -> Opcodes.F2D;
                    };
            code.visitInsn(opcode);
        }
    }
}

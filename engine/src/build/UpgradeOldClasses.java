import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Build step: brings classes of libraries in the runnable jar that are in the format of Java 5 and older to that of
 * Java 8. A class-data archive takes no older ones, so that they were loaded and verified at every start. Picocli, moreover,
 * does not ask whether Groovy is there, for which the whole jar is opened and searched: it is not.
 *
 * <p>{@code java -cp … UpgradeOldClasses.java JAR PACKAGE…}, packages as folders in the jar
 */
final class UpgradeOldClasses {
    private static final String ASKS = "picocli/CommandLine$DefaultFactory.loadClosureClass";

    private UpgradeOldClasses() {}

    public static void main(String[] args) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + Path.of(args[0]).toUri()), Map.of())) {
            for (int i = 1; i < args.length; i++) {
                upgrade(jar.getPath(args[i]));
            }
        }
    }

    private static void upgrade(Path folder) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        if (classes.isEmpty()) {
            throw new IOException("no classes in " + folder);
        }
        for (Path file : classes) {
            ClassReader old = new ClassReader(Files.readAllBytes(file));
            if (old.readUnsignedShort(6) < Opcodes.V1_6) {
                Files.write(file, upgraded(old));
            }
        }
    }

    /** With the frames that the newer verifier reads, which only asks for types of the library and of the JDK. */
    private static byte[] upgraded(ClassReader old) {
        ClassWriter written = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        ClassVisitor newer = new ClassVisitor(Opcodes.ASM9, written) {
            @Override
            public void visit(
                    int version, int access, String name, String signature, String parent, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
            }

            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                if (!ASKS.equals(old.getClassName() + "." + name)) {
                    return method;
                }
                method.visitCode();
                method.visitInsn(Opcodes.ACONST_NULL);
                method.visitInsn(Opcodes.ARETURN);
                method.visitMaxs(1, 0);
                method.visitEnd();
                return null;
            }
        };
        old.accept(newer, ClassReader.SKIP_FRAMES);
        return written.toByteArray();
    }
}

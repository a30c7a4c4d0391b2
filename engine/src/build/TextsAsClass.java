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
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Build step: puts the model files and studies of the runnable jar into its class {@code WrittenTexts} as constants, which a
 * class-data archive holds. They stay in the jar as files, too.
 *
 * <p>{@code java -cp … TextsAsClass.java JAR PACKAGE…}, packages as folders in the jar
 */
final class TextsAsClass {
    private static final String CLASS = "org/macrostate/equations/WrittenTexts";
    private static final String OPTIONAL = "java/util/Optional";
    private static final String OF = "(Ljava/lang/String;)L" + OPTIONAL + ";";
    private static final List<String> ENDINGS = List.of(".yaml", "index.txt");

    /** Of a constant of a class, in bytes. */
    private static final int LONGEST = 65535;

    private TextsAsClass() {}

    public static void main(String[] args) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + Path.of(args[0]).toUri()), Map.of())) {
            Path target = jar.getPath(CLASS + ".class");
            if (new ClassReader(Files.readAllBytes(target)).getAccess() == 0) {
                throw new IOException("no class " + CLASS);
            }
            ClassWriter written = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            written.visit(
                    Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, CLASS, null, "java/lang/Object", new String[0]);
            MethodVisitor of = written.visitMethod(Opcodes.ACC_STATIC, "of", OF, null, null);
            of.visitCode();
            int count = 0;
            for (int i = 1; i < args.length; i++) {
                count += texts(jar.getPath(args[i]), of);
            }
            if (count == 0) {
                throw new IOException("no texts in " + List.of(args));
            }
            of.visitMethodInsn(Opcodes.INVOKESTATIC, OPTIONAL, "empty", "()L" + OPTIONAL + ";", false);
            of.visitInsn(Opcodes.ARETURN);
            of.visitMaxs(0, 0);
            of.visitEnd();
            written.visitEnd();
            Files.write(target, written.toByteArray());
        }
    }

    private static int texts(Path folder, MethodVisitor of) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
        int count = 0;
        for (Path file : files) {
            if (Files.size(file) <= LONGEST) {
                answer(of, file.toString(), Files.readString(file));
                count++;
            }
        }
        return count;
    }

    private static void answer(MethodVisitor of, String path, String text) {
        Label other = new Label();
        of.visitLdcInsn(path);
        of.visitVarInsn(Opcodes.ALOAD, 0);
        of.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "equals", "(Ljava/lang/Object;)Z", false);
        of.visitJumpInsn(Opcodes.IFEQ, other);
        of.visitLdcInsn(text);
        of.visitMethodInsn(Opcodes.INVOKESTATIC, OPTIONAL, "of", "(Ljava/lang/Object;)L" + OPTIONAL + ";", false);
        of.visitInsn(Opcodes.ARETURN);
        of.visitLabel(other);
        of.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
}

package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The runnable jar in a process of its own, so that it can be starved and killed. */
final class JarProcess {
    private static final Path JAR = Path.of(System.getProperty("macrostate.jar", "../engine/target/macrostate.jar"))
            .toAbsolutePath();

    private JarProcess() {}

    static void assumeBuilt() {
        assumeTrue(Files.exists(JAR), () -> "built by the phase package: " + JAR);
        assumeTrue(File.separatorChar == '/', "needs signals and limits as Unix has them");
    }

    /** Ready to be started; messages go to {@code stderr} in the folder. */
    static ProcessBuilder in(Path folder, List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(jvm);
        command.addAll(archive());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
    }

    /** The classes as the launcher loads them, where their archive is built; a Java it does not fit goes without a word. */
    private static List<String> archive() {
        Path archive = JAR.resolveSibling("macrostate.jsa");
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:disable", "-Xlog:all=error:stderr")
                : List.of();
    }

    static String messages(Path folder) throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }
}

package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's jar in JVMs of its own: what a second command takes from the first. */
class StartUpTest {
    private static final String DERIVATION = "org.macrostate.equations.derive.Derivation";

    private final Path jar = Path.of(System.getProperty("macrostate.jar", "../engine/target/macrostate.jar"));

    @TempDir
    private Path folder = Path.of("");

    /** What a command printed, and the classes its JVM loaded. */
    private record Ran(String out, String loaded) {}

    @BeforeEach
    void is_built() throws IOException {
        assumeTrue(Files.exists(jar), () -> "built by the phase package: " + jar);
        try (JarFile built = new JarFile(jar.toFile())) { // one that only points to loose classes keeps nothing
            assumeTrue(built.getEntry("org/macrostate/engine/cli/Main.class") != null, () -> "a whole jar: " + jar);
        }
    }

    private Ran run(List<String> options, String... command) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Xlog:class+load:file=" + classes));
        line.addAll(options);
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("MACROSTATE_CACHE", folder.resolve("cache").toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return new Ran(out, Files.readString(classes));
    }

    @Test
    void a_second_command_on_a_model_derives_nothing_and_starts_no_computer_algebra()
            throws IOException, InterruptedException {
        Ran first = run(List.of(), "derive", "linear-vae");
        Ran second = run(List.of(), "derive", "linear-vae");
        assertEquals(first.out(), second.out());
        assertTrue(first.loaded().contains(DERIVATION + "Steps "));
        assertFalse(second.loaded().contains(DERIVATION + "Steps "));
        assertFalse(second.loaded().contains("org.matheclipse"));
        assertFalse(second.loaded().contains("cc.redberry.rings"));
        try (Stream<Path> entries = Files.list(folder.resolve("cache"))) {
            for (Path entry : entries.toList()) {
                Files.writeString(entry, "not an entry");
            }
        }
        assertEquals(first.out(), run(List.of(), "derive", "linear-vae").out());
    }

    @Test
    @Tag("slow")
    void start_up_makes_an_archive_and_says_how_to_use_it() throws IOException, InterruptedException {
        Path archive = folder.resolve("macrostate.jsa");
        String said = run(List.of(), "start-up", archive.toString()).out();
        assertTrue(said.startsWith("java -XX:SharedArchiveFile=" + archive), said);
        String plain =
                run(List.of(), "integrate", "linear-vae", "--until", "10").out();
        Ran shared = run(
                List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto"),
                "integrate",
                "linear-vae",
                "--until",
                "10");
        assertEquals(plain, shared.out());
        assertTrue(shared.loaded().contains("org.macrostate.engine.cli.Cli source: shared objects file (top)"));
    }
}

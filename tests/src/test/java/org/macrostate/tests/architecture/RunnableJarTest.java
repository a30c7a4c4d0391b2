package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one file a user runs. {@code mvn test} stops before it is built; {@code mvn verify} cannot end without it. */
class RunnableJarTest {
    private final Path path = Path.of(System.getProperty("macrostate.jar", "../engine/target/macrostate.jar"));

    @BeforeEach
    void is_built() {
        assumeTrue(Files.exists(path), () -> "built by the phase package: " + path);
    }

    @Test
    void it_says_what_it_is_and_where_it_starts() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Attributes says = jar.getManifest().getMainAttributes();
            assertEquals("org.macrostate.engine.cli.Main", says.getValue(Attributes.Name.MAIN_CLASS));
            assertEquals("Macrostate", says.getValue(Attributes.Name.IMPLEMENTATION_TITLE));
            assertNotNull(says.getValue(Attributes.Name.IMPLEMENTATION_VERSION), "Implementation-Version");
            assertEquals("true", says.getValue(Attributes.Name.MULTI_RELEASE));
        }
    }

    @Test
    void it_carries_the_terms_of_what_is_inside_and_no_signature_that_no_longer_holds() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            assertNotNull(jar.getEntry("META-INF/LICENSE"), "META-INF/LICENSE");
            List<String> signatures = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA|EC)"))
                    .toList();
            assertEquals(List.of(), signatures);
        }
    }

    /** An archive of Java 17 takes no class of an older format than that of Java 6, whose major version is 50. */
    @Test
    void the_command_line_library_can_be_in_a_class_data_archive() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            List<ZipEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().matches("picocli/.*\\.class"))
                    .map(ZipEntry.class::cast)
                    .toList();
            assumeTrue(!classes.isEmpty(), "a jar without its libraries");
            for (ZipEntry entry : classes) {
                byte[] head = jar.getInputStream(entry).readNBytes(8);
                assertTrue(head[7] >= 50, entry + " is of format " + head[7]);
            }
        }
    }

    @Test
    void every_library_inside_is_named_with_its_licence() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            String named = new String(
                    jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt")).readAllBytes(),
                    StandardCharsets.UTF_8);
            Set<String> inside = jar.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            List<String> unnamed = libraries().stream()
                    .filter(library -> isIn(inside, library))
                    .map(library -> library.getFileName().toString().replaceAll("-[0-9][^/]*\\.jar$", ""))
                    .filter(artifact -> !artifact.startsWith("macrostate-") && !named.contains(":" + artifact + "\n"))
                    .toList();
            assertEquals(List.of(), unnamed);
            for (String text : List.of("LGPL-2.1", "LGPL-3.0", "GPL-3.0")) {
                assertNotNull(jar.getEntry("META-INF/licenses/" + text + ".txt"), text);
            }
        }
    }

    private static List<Path> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.endsWith("macrostate.jar"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    /** Whether the first class of a library is in the jar. */
    private static boolean isIn(Set<String> inside, Path library) {
        try (JarFile jar = new JarFile(library.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.contains("module-info"))
                    .findFirst()
                    .filter(inside::contains)
                    .isPresent();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}

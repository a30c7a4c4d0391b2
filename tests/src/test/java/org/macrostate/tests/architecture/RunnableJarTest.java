package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
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
}

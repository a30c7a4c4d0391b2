package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Maven project resolves that depends on the published artifacts: Maven itself says it, offline. */
@Tag("slow")
class ConsumerTest {
    private static final String VERSION = "0.1.0";
    private static final String LIST = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:list";
    private static final String PROJECT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>example</groupId><artifactId>consumer</artifactId><version>1</version>
              <dependencies>
                <dependency><groupId>org.macrostate</groupId><artifactId>macrostate-engine</artifactId><version>0.1.0</version></dependency>
              </dependencies>
            </project>
            """;

    @TempDir
    Path folder;

    /** The local repository with this project's artifacts beside what is there: links, so that nothing is put into it. */
    private Path repository() throws IOException {
        Path own = Path.of(System.getProperty("user.home"), ".m2", "repository");
        assumeTrue(Files.isDirectory(own.resolve("org").resolve("apache")), "no local repository of Maven here");
        Path repository = Files.createDirectories(folder.resolve("repository"));
        link(own, repository, "org");
        link(own.resolve("org"), Files.createDirectories(repository.resolve("org")), "macrostate");
        Path root = Path.of(System.getProperty("macrostate.root", ".."))
                .toAbsolutePath()
                .normalize();
        publish(repository, root.resolve("pom.xml"), "macrostate");
        for (String module : List.of("equations", "solvers", "reports", "engine")) {
            publish(repository, root.resolve(module).resolve("pom.xml"), "macrostate-" + module);
        }
        return repository;
    }

    private static void link(Path from, Path to, String without) throws IOException {
        try (Stream<Path> all = Files.list(from)) {
            for (Path one : all.filter(path -> !path.endsWith(without)).toList()) {
                Files.createSymbolicLink(to.resolve(one.getFileName()), one);
            }
        }
    }

    private static void publish(Path repository, Path pom, String name) throws IOException {
        Path place = Files.createDirectories(
                repository.resolve("org/macrostate").resolve(name).resolve(VERSION));
        Files.copy(pom, place.resolve(name + "-" + VERSION + ".pom"));
        try (OutputStream file = Files.newOutputStream(place.resolve(name + "-" + VERSION + ".jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("empty"));
        }
    }

    private List<String> resolved() throws Exception {
        Path repository = repository();
        Files.writeString(folder.resolve("pom.xml"), PROJECT);
        Path list = folder.resolve("list");
        Path output = folder.resolve("output");
        Process maven;
        try {
            maven = new ProcessBuilder(
                            "mvn", "-B", "-o", "-q", "-Dmaven.repo.local=" + repository, LIST, "-DoutputFile=" + list)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException notThere) {
            assumeTrue(false, "no mvn on the PATH");
            throw notThere;
        }
        assertTrue(maven.waitFor(20, TimeUnit.MINUTES));
        assertEquals(0, maven.exitValue(), Files.readString(output));
        return Files.readAllLines(list).stream()
                .map(line -> line.strip().split(" ")[0])
                .filter(line -> line.contains(":jar:"))
                .toList();
    }

    @Test
    void a_consumer_resolves_the_versions_that_are_tested_here_and_nothing_that_is_left_out() throws Exception {
        List<String> resolved = resolved();
        for (String forced : List.of(
                "org.apache.commons:commons-lang3:jar:3.20.0:compile",
                "io.pebbletemplates:pebble:jar:3.2.4:compile",
                "com.google.guava:guava:jar:33.5.0-jre:compile",
                "com.fasterxml.jackson.core:jackson-databind:jar:2.20.1:compile",
                "org.apache.logging.log4j:log4j-api:jar:2.25.3:compile")) {
            assertTrue(resolved.contains(forced), forced + " in " + resolved);
        }
        List<String> hipparchus = resolved.stream()
                .filter(jar -> jar.startsWith("org.hipparchus:"))
                .map(jar -> jar.split(":")[3])
                .distinct()
                .toList();
        assertEquals(List.of("4.0.3"), hipparchus);
        for (String out :
                List.of("choco-solver", "error_prone_annotations", "j2objc-annotations", "janino:", "jsr305")) {
            assertFalse(resolved.stream().anyMatch(jar -> jar.contains(":" + out)), out);
        }
    }
}

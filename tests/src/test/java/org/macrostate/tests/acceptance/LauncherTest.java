package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a Java that says what it was called with: every word reaches it whole. */
class LauncherTest {
    private static final List<String> QUIET =
            List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=error,cds=off:stderr");
    private static final String TIERS = "-XX:Tier";
    private static final String COMPILERS = "-XX:CompileCommand=";
    private static final String COUNTERS = "-XX:-UsePerfData";
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private Path launcher = Path.of("");

    @BeforeEach
    void in_a_folder_with_blanks() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
        folder = Files.createDirectories(temporary.toRealPath().resolve("a b").resolve("target  c"));
        launcher = folder.resolve("macrostate");
        Path source = Path.of(System.getProperty("macrostate.root", ".."), "engine/src/main/launcher/macrostate");
        Files.copy(source, launcher);
        executable(launcher);
        Files.writeString(folder.resolve("macrostate.jar"), "");
    }

    private static void executable(Path file) {
        assertTrue(file.toFile().setExecutable(true));
    }

    /** A folder of a Java of that version which prints its arguments, one a line. */
    private Path java(String name, String version) throws IOException {
        Path home = temporary.toRealPath().resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nfor word in \"$@\"; do printf '%s\\n' \"$word\"; done\n");
        executable(java);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** What a Java that prints its arguments printed: those that tests look at, and all. */
    private record Ran(int status, List<String> out, List<String> all, String err) {}

    private Ran run(Map<String, String> environment, Path start, String... words) throws Exception {
        List<String> line =
                Stream.concat(Stream.of(start.toString()), Stream.of(words)).toList();
        ProcessBuilder builder = new ProcessBuilder(line).directory(temporary.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MACROSTATE") || name.equals("JAVA_HOME"));
        builder.environment().putAll(environment);
        Path err = temporary.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // when which compiler begins and what collects garbage is not what this is about
        List<String> all = out.lines().toList();
        List<String> told = all.stream()
                .filter(word -> !word.startsWith(TIERS)
                        && !word.startsWith(COMPILERS)
                        && !word.equals(COUNTERS)
                        && !word.equals("-XX:+IgnoreUnrecognizedVMOptions")
                        && !word.equals(COLLECTOR))
                .toList();
        return new Ran(process.waitFor(), told, all, Files.readString(err));
    }

    private static List<String> words(List<String> before, Path jar, String... after) {
        return Stream.of(before, List.of("-jar", jar.toString()), List.of(after))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void words_with_blanks_quotes_stars_and_brackets_arrive_as_they_were_typed() throws Exception {
        String[] typed = {
            "integrate", "my model.yaml", "--start", "m[1,1] = 0.01", "*", "", "--out", "run 1/x'y.csv", "$HOME"
        };
        Ran ran = run(Map.of("JAVA_HOME", java("my jdk", "17.0.9").toString()), launcher, typed);
        assertEquals(words(QUIET, folder.resolve("macrostate.jar"), typed), ran.out(), ran.err());
    }

    @Test
    void a_link_is_followed_through_folders_with_blanks() throws Exception {
        Path link = Files.createDirectories(temporary.toRealPath().resolve("bin of mine"))
                .resolve("macrostate");
        Files.createSymbolicLink(link, Path.of("../a b/target  c/macrostate"));
        Ran ran = run(Map.of("JAVA_HOME", java("jdk", "21").toString(), "MACROSTATE_CACHE", "off"), link, "models");
        assertEquals(words(QUIET, folder.resolve("macrostate.jar"), "models"), ran.out(), ran.err());
    }

    @Test
    void the_archive_made_with_the_program_is_for_the_java_that_made_it() throws Exception {
        Files.writeString(folder.resolve("macrostate.jsa"), "");
        Files.writeString(folder.resolve("macrostate.jsa.java"), "17.0.9\n");
        String archive = "-XX:SharedArchiveFile=" + folder.resolve("macrostate.jsa");
        Ran same = run(Map.of("JAVA_HOME", java("jdk one", "17.0.9").toString()), launcher, "models");
        assertEquals(QUIET, same.out().subList(0, 3));
        assertEquals(archive, same.out().get(3));
        assertEquals(
                List.of("-cp", folder.resolve("macrostate.jar").toString(), "org.macrostate.engine.cli.Main", "models"),
                same.out().subList(4, 8));
        Ran other = run(Map.of("JAVA_HOME", java("jdk two", "17.0.8").toString()), launcher, "models");
        assertEquals(words(QUIET, folder.resolve("macrostate.jar"), "models"), other.out());
    }

    @Test
    void a_newer_java_keeps_an_archive_of_its_own_in_the_cache_also_if_its_name_has_blanks() throws Exception {
        Path cache = temporary.toRealPath().resolve("my cache");
        Map<String, String> environment = Map.of(
                "MACROSTATE_JAVA",
                java("jdk 25", "25.0.1").resolve("bin/java").toString(),
                "MACROSTATE_CACHE",
                cache.toString());
        Ran ran = run(environment, launcher, "models");
        assertEquals(
                List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + cache.resolve("classes-25.0.1.jsa")),
                ran.out().subList(3, 5),
                ran.err());
        assertTrue(Files.isDirectory(cache));
        Files.setLastModifiedTime(folder.resolve("macrostate.jar"), FileTime.fromMillis(0));
        Path aot = Files.writeString(cache.resolve("classes-25.0.1.aot"), "");
        List<String> withCache = run(environment, launcher, "models").out();
        assertEquals("-XX:AOTCache=" + aot, withCache.get(0));
        assertTrue(withCache.stream().noneMatch(word -> word.contains("hare")), "Java refuses both: " + withCache);
        Files.setLastModifiedTime(
                folder.resolve("macrostate.jar"), FileTime.fromMillis(System.currentTimeMillis() + 9999));
        assertEquals(
                "-XX:+AutoCreateSharedArchive",
                run(environment, launcher, "models").out().get(3));
    }

    @Test
    void options_of_the_user_are_several_words() throws Exception {
        Ran ran = run(
                Map.of("JAVA_HOME", java("jdk", "17.0.9").toString(), "MACROSTATE_JAVA_OPTS", "-Xmx8g -ea"),
                launcher,
                "models");
        assertEquals(List.of("-Xmx8g", "-ea", "-jar"), ran.out().subList(3, 6));
    }

    /** Java ends where two are asked for. */
    @Test
    void a_collector_that_the_user_names_stands_alone() throws Exception {
        String java = java("jdk", "17.0.9").toString();
        Ran usual = run(Map.of("JAVA_HOME", java), launcher, "models");
        assertEquals(List.of(COLLECTOR), collectors(usual.all()));
        Ran named = run(Map.of("JAVA_HOME", java, "MACROSTATE_JAVA_OPTS", "-Xmx8g -XX:+UseZGC"), launcher, "models");
        assertEquals(List.of("-XX:+UseZGC"), collectors(named.all()));
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            Ran read = run(Map.of("JAVA_HOME", java, variable, "-XX:+UseG1GC"), launcher, "models");
            assertEquals(List.of(), collectors(read.all()), variable);
        }
    }

    private static List<String> collectors(List<String> words) {
        return words.stream().filter(word -> word.matches("-XX:\\+Use.*GC")).toList();
    }

    @Test
    void an_old_java_and_a_missing_jar_are_named() throws Exception {
        Ran old = run(Map.of("JAVA_HOME", java("jdk 11", "11.0.2").toString()), launcher, "models");
        assertEquals(2, old.status());
        assertTrue(old.err().contains("needs Java 17 or newer, found Java 11.0.2 at '"), old.err());
        Files.delete(folder.resolve("macrostate.jar"));
        Ran none = run(Map.of("JAVA_HOME", java("jdk", "17.0.9").toString()), launcher, "models");
        assertEquals(2, none.status());
        assertTrue(
                none.err().contains("macrostate.jar is not beside")
                        && none.err().contains("mvn -q"),
                none.err());
    }
}

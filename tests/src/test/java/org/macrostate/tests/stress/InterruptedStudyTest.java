package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A study that is killed, stopped or runs out of disk leaves whole files only, and goes on to the same bytes. */
class InterruptedStudyTest {
    private static final String STUDY = """
            study: small
            model: oja
            questions:
              - fixed-points: {}
              - integrate: {until: 20, points: 400, curves: {tau: [0.1, 0.5]}}
              - simulate: {dimension: 200, runs: 4, until: 20}
              - phase-diagram: {x: "tau=0.1:1:5", y: "omega=0.5:3:4"}
            report: {formats: [html]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void program() throws IOException {
        JarProcess.assumeBuilt();
        Files.writeString(folder.resolve("study.yaml"), STUDY);
    }

    private ProcessBuilder study(String... more) {
        return JarProcess.in(
                folder,
                List.of(),
                Stream.concat(Stream.of("study", "study.yaml", "--quiet"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void finishes(String out, String... more) throws Exception {
        int status = study(
                        Stream.concat(Stream.of("--out", out), Stream.of(more)).toArray(String[]::new))
                .start()
                .waitFor();
        assertEquals(0, status, JarProcess.messages(folder));
    }

    private Map<String, String> files(String out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path root = folder.resolve(out);
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(
                            root.relativize(file).toString(),
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    /** Every file under its name is whole: JSON can be read, a table ends with its line. */
    private void whole(Map<String, String> files) {
        files.forEach((name, text) -> {
            if (name.endsWith(".json")) {
                new Load(LoadSettings.builder().setCodePointLimit(100_000_000).build()).loadFromString(text);
            } else if (name.endsWith(".csv")) {
                assertTrue(text.endsWith("\r\n"), name);
            } else if (name.endsWith(".html")) {
                assertTrue(text.stripTrailing().endsWith("</html>"), name);
            }
        });
    }

    private void killed(int rounds, int kills, long seed) throws Exception {
        long begin = System.nanoTime();
        finishes("reference");
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        Map<String, String> reference = files("reference");
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            String out = "round-" + round;
            int stopped = 0;
            for (int kill = 0; kill < kills || stopped == 0; kill++) {
                Process process = study("--out", out, "--resume").start();
                if (!process.waitFor(whole / 8 + random.nextLong(Math.max(1, whole / 2)), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                    stopped++;
                } else if (stopped == 0) { // the machine was busier when the whole run was timed
                    assertTrue(kill < 20, "no process was killed in time");
                    whole /= 2;
                    remove(out);
                }
                Map<String, String> left = files(out);
                left.keySet().removeIf(name -> name.endsWith(".part"));
                whole(left);
            }
            finishes(out, "--resume");
            assertEquals(reference.keySet(), files(out).keySet());
            files(out).forEach((name, text) -> assertEquals(reference.get(name), text, name));
        }
    }

    private void remove(String out) throws IOException {
        for (String file : files(out).keySet()) {
            Files.delete(folder.resolve(out).resolve(file));
        }
    }

    @Test
    void killed_at_random_moments_it_goes_on_to_the_same_bytes() throws Exception {
        killed(1, 2, 1);
    }

    @Tag("slow")
    @Test
    void killed_fifty_times_it_goes_on_to_the_same_bytes() throws Exception {
        killed(10, 5, 2);
    }

    @Test
    void stopped_it_leaves_nothing_temporary_and_a_folder_to_go_on_from() throws Exception {
        Process process = study("--out", "out").start();
        Path first = folder.resolve("out").resolve("trajectory.csv");
        while (process.isAlive() && !Files.exists(first)) {
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
        process.destroy();
        int status = process.waitFor();
        assertTrue(status == 143 || status == 0, "exit status " + status);
        Map<String, String> left = files("out");
        assertTrue(
                left.keySet().stream().noneMatch(name -> name.endsWith(".part")),
                left.keySet().toString());
        whole(left);
    }

    @Test
    void a_disk_that_fills_up_is_said_and_what_was_finished_stays() throws Exception {
        // a limit on the size of files stands for a full disk: the write fails in the middle of a file
        List<String> java = study("--out", "out").command();
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("bash", "-c", "ulimit -f 24; exec \"$@\"", "bash"), java.stream())
                                .toList())
                .directory(folder.toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .start();
        assertEquals(2, process.waitFor(), JarProcess.messages(folder));
        String said = JarProcess.messages(folder);
        assertTrue(said.startsWith("macrostate: cannot write 'out/"), said);
        assertTrue(said.contains("File too large") && said.contains("--resume goes on"), said);
        Map<String, String> left = files("out");
        assertTrue(left.containsKey("fixed-points.json"), left.keySet().toString());
        assertTrue(
                left.keySet().stream().noneMatch(name -> name.endsWith(".part")),
                left.keySet().toString());
        whole(left);
    }

    @Test
    void a_full_standard_output_is_no_success() throws Exception {
        Process process = JarProcess.in(folder, List.of(), "show", "linear-vae")
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();
        assertEquals(2, process.waitFor());
        assertEquals(
                "macrostate: standard output was closed or is full: the result is not complete\n",
                JarProcess.messages(folder));
    }
}

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps that are killed go on from their finished pieces, to the bytes of one that was left alone. */
class InterruptedMapTest {
    private static final List<String> DIAGRAM =
            List.of("phase-diagram", "soft-committee", "--x", "eta=0.1:9:12", "--y", "decay=0.02:0.4:9");
    private static final List<String> BASINS = List.of(
            "basins", "linear-vae", "--set", "beta=1.5,tau=0.1,tauD=0.1", "--start", "m=-1:1:12,d=-1:1:9,Q=2,E=2,R=0");

    private static final List<String> BRANCHES =
            List.of("branch", "linear-vae", "--size", "M=2,Ms=2", "--vary", "beta=0.2:3", "--cycles");

    @TempDir
    private Path folder;

    @BeforeEach
    void program() {
        JarProcess.assumeBuilt();
    }

    private Process start(List<String> command, String out, String... more) throws IOException {
        String[] words = Stream.of(command.stream(), Stream.of("--out", out, "--quiet"), Stream.of(more))
                .flatMap(some -> some)
                .toArray(String[]::new);
        return JarProcess.in(folder, List.of(), words).start();
    }

    private void finishes(List<String> command, String out, String... more) throws Exception {
        assertEquals(0, start(command, out, more).waitFor(), JarProcess.messages(folder));
    }

    /** Contents by name; of provenance only that it is there, since it holds the command line. */
    private Map<String, String> files(String out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(folder.resolve(out))) {
            try (Stream<Path> all = Files.list(folder.resolve(out))) {
                for (Path file : all.toList()) {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    files.put(
                            file.getFileName().toString(),
                            text.replaceAll("--resume ?", "").replaceAll("--out \\S+", "--out"));
                }
            }
        }
        return files;
    }

    private static boolean isPieces(String name) {
        return name.endsWith(".pieces");
    }

    /** Until it keeps some pieces, or ends. */
    private void awaitPieces(Process process, String out) throws Exception {
        while (process.isAlive() && files(out).keySet().stream().noneMatch(InterruptedMapTest::isPieces)) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    /** The first time in each round as soon as there are pieces, then at random moments. */
    private void killed(List<String> command, int rounds, int kills, long seed) throws Exception {
        long begin = System.nanoTime();
        finishes(command, "reference");
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        Map<String, String> reference = files("reference");
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            String out = "round-" + round;
            int left = 0;
            for (int kill = 0; kill < kills || left == 0; kill++) {
                assertTrue(kill < 20, "no process was killed while it kept pieces");
                if (left == 0) { // what ended before it could be killed begins anew
                    remove(out);
                }
                Process process = start(command, out, "--resume");
                if (left == 0) {
                    awaitPieces(process, out);
                } else {
                    process.waitFor(whole / 3 + random.nextLong(Math.max(1, whole * 2 / 3)), TimeUnit.MILLISECONDS);
                }
                if (process.isAlive()) {
                    if (kill % 2 == 0) {
                        process.destroyForcibly();
                    } else {
                        process.destroy();
                    }
                    process.waitFor();
                    left += files(out).keySet().stream().anyMatch(InterruptedMapTest::isPieces) ? 1 : 0;
                }
            }
            finishes(command, out, "--resume");
            assertEquals(reference, files(out));
        }
    }

    private void remove(String out) throws IOException {
        for (String file : files(out).keySet()) {
            Files.delete(folder.resolve(out).resolve(file));
        }
    }

    @Test
    void a_diagram_killed_at_random_moments_goes_on_to_the_same_bytes() throws Exception {
        killed(DIAGRAM, 1, 2, 1);
    }

    @Tag("slow")
    @Test
    void a_diagram_killed_fifty_times_goes_on_to_the_same_bytes() throws Exception {
        killed(DIAGRAM, 10, 5, 2);
    }

    @Test
    void branches_killed_at_random_moments_go_on_to_the_same_bytes() throws Exception {
        killed(BRANCHES, 1, 2, 4);
    }

    @Tag("slow")
    @Test
    void branches_killed_twenty_times_go_on_to_the_same_bytes() throws Exception {
        killed(BRANCHES, 5, 4, 5);
    }

    @Test
    void stopped_branches_leave_what_was_followed_and_go_on_from_there() throws Exception {
        Process process = start(BRANCHES, "out");
        Path pieces = folder.resolve("out").resolve(".branch.pieces");
        while (process.isAlive() && !(Files.exists(pieces) && Files.size(pieces) > 20_000)) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        process.destroy();
        assertEquals(143, process.waitFor());
        String said = JarProcess.messages(folder);
        assertTrue(said.startsWith("macrostate: stopped; finished pieces, "), said);
        assertTrue(said.contains("was ended, by a time limit or an interrupt, when"), said);
        assertTrue(said.contains("macrostate: this is what was found until then"), said);
        String part = files("out").get("branch.csv");
        assertTrue(part.endsWith("\r\n"), part);
        finishes(BRANCHES, "out", "--resume");
        assertTrue(files("out").get("branch.csv").length() > part.length());
        assertTrue(files("out").keySet().stream().noneMatch(InterruptedMapTest::isPieces));
    }

    @Tag("slow")
    @Test
    void basins_killed_twenty_times_go_on_to_the_same_bytes() throws Exception {
        killed(BASINS, 5, 4, 3);
    }

    /** Tasks of every command that has them, killed at once and told to end in turn: forty times in all. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep linear-vae --over beta=0.3:3:12,eta=0.3:2:9,tau=[0.01,0.1] --measure eigenvalue",
                "simulate linear-vae --dimension 400 --runs 80 --until 20 --set tau=0.1 --points 5",
                "check linear-vae --dimension 100,200 --runs 40 --until 20 --set tau=0.1",
                "passage oja --dimension 200,800 --runs 40 --of Abs[q] --above 0.5 --until 30"
            })
    void tasks_killed_ten_times_go_on_to_the_same_bytes(String line) throws Exception {
        killed(List.of(line.split(" ")), 2, 5, line.length());
    }

    @Test
    void stopped_it_says_what_is_kept_and_goes_on_from_there() throws Exception {
        Path pieces = folder.resolve("out").resolve(".phase-diagram.pieces");
        int status = 0;
        for (int tries = 0; status == 0 && tries < 20; tries++) { // one that ends before it is told to begins anew
            remove("out");
            Process process = start(DIAGRAM, "out");
            while (process.isAlive() && !(Files.exists(pieces) && Files.size(pieces) > 10_000)) {
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            process.destroy();
            status = process.waitFor();
        }
        assertEquals(143, status);
        String said = JarProcess.messages(folder);
        assertTrue(said.startsWith("macrostate: stopped; finished pieces, "), said);
        assertTrue(said.contains("with --resume goes on from there"), said);
        finishes(DIAGRAM, "out", "--resume");
        assertTrue(files("out").keySet().stream().noneMatch(InterruptedMapTest::isPieces));
    }

    @Test
    void a_file_of_others_in_the_journals_place_is_left_alone() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        Path pieces = folder.resolve("out").resolve(".phase-diagram.pieces");
        Files.writeString(pieces, "somebody's notes");
        assertEquals(2, start(DIAGRAM, "out", "--resume").waitFor());
        assertEquals(
                "macrostate: 'out/.phase-diagram.pieces' is not this program's list of pieces; move it away\n",
                JarProcess.messages(folder));
        assertEquals("somebody's notes", Files.readString(pieces));
    }
}

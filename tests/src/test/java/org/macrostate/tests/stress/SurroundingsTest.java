package org.macrostate.tests.stress;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines as they are: no home, a cache that others wrote, another Java, a full disk, links, two runs at once. */
class SurroundingsTest {
    private static final String[] COMMAND = {
        "integrate", "soft-committee", "--until", "1", "--points", "3", "--start", "Q=0.5,R=0.01"
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void program() {
        JarProcess.assumeBuilt();
    }

    private String output(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder program = JarProcess.in(folder, List.of(), command);
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                program.environment().remove(name);
            } else {
                program.environment().put(name, value);
            }
        });
        assertEquals(0, program.start().waitFor(), JarProcess.messages(folder));
        return Files.readString(folder.resolve("stdout"));
    }

    @Test
    void a_home_that_is_missing_or_not_to_be_written_and_any_zone_give_the_same_bytes() throws Exception {
        String expected = output(Map.of("MACROSTATE_CACHE", "off"), COMMAND);
        assertTrue(expected.startsWith("t,"), expected);
        assertEquals(
                expected,
                output(
                        Map.of(
                                "HOME",
                                "",
                                "MACROSTATE_CACHE",
                                "",
                                "XDG_CACHE_HOME",
                                "",
                                "LC_ALL",
                                "tr_TR.UTF-8",
                                "TZ",
                                "Asia/Kathmandu"),
                        COMMAND));
        assertEquals(expected, output(Map.of("MACROSTATE_CACHE", "/proc/nowhere", "LC_ALL", "C"), COMMAND));
    }

    private List<Path> entries(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(".entry")).toList();
        }
    }

    /** A cache is a matter of time only: whatever stands in it, the answer is that of none. */
    @Test
    void no_entry_of_the_cache_changes_an_answer() throws Exception {
        Path cache = folder.resolve("cache");
        Map<String, String> here = Map.of("MACROSTATE_CACHE", cache.toString());
        String expected = output(Map.of("MACROSTATE_CACHE", "off"), COMMAND);
        assertEquals(expected, output(here, COMMAND));
        assumeTrue(Files.isDirectory(cache), "loose classes keep nothing");
        List<Path> entries = entries(cache);
        assertFalse(entries.isEmpty());
        for (Path entry : entries) {
            assertEquals("rw-------", permissions(entry));
        }
        byte[] first = Files.readAllBytes(entries.get(0));
        for (Path entry : entries) {
            byte[] bytes = Files.readAllBytes(entry);
            bytes[bytes.length / 2] ^= 4; // one bit
            Files.write(entry, bytes);
        }
        assertEquals(expected, output(here, COMMAND), "flipped bits");
        for (Path entry : entries(cache)) {
            byte[] bytes = Files.readAllBytes(entry);
            Files.write(entry, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        }
        assertEquals(expected, output(here, COMMAND), "cut off");
        for (Path entry : entries(cache)) {
            Files.write(entry, first); // whole, of another key
        }
        assertEquals(expected, output(here, COMMAND), "forged");
        for (Path entry : entries(cache)) {
            Files.setPosixFilePermissions(entry, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
        }
        assertEquals(expected, output(here, COMMAND), "others could have written them");
    }

    private static String permissions(Path file) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void two_runs_with_one_result_do_not_meet() throws Exception {
        String[] command = {
            "simulate",
            "oja",
            "--dimension",
            "2000",
            "--runs",
            "60",
            "--until",
            "20",
            "--points",
            "2",
            "--out",
            "runs.csv",
            "--quiet"
        };
        Process first = JarProcess.in(folder, List.of(), command).start();
        Path pieces = folder.resolve(".runs.csv.pieces");
        while (first.isAlive() && !(Files.exists(pieces) && Files.size(pieces) > 400)) {
            first.waitFor(5, TimeUnit.MILLISECONDS);
        }
        assertTrue(first.isAlive(), "it had ended before there was a second one");
        signal("STOP", first); // however long the second one takes to start
        Process second = JarProcess.in(folder, List.of(), command).start();
        assertEquals(2, second.waitFor(), JarProcess.messages(folder));
        assertTrue(
                JarProcess.messages(folder)
                        .contains("another run of Macrostate is computing this, and keeps what it finishes in"),
                JarProcess.messages(folder));
        assertTrue(first.isAlive() && Files.size(pieces) > 400, "the first one's work is there");
        first.destroyForcibly().waitFor();
    }

    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Test
    void a_link_of_others_is_not_followed_and_one_s_own_folder_may_be_a_link() throws Exception {
        Path notes = Files.writeString(folder.resolve("notes"), "mine");
        Files.createSymbolicLink(folder.resolve("out.csv"), notes);
        List<String> command = new ArrayList<>(List.of(COMMAND));
        command.addAll(List.of("--out", "out.csv"));
        assertEquals(
                2,
                JarProcess.in(folder, List.of(), command.toArray(String[]::new))
                        .start()
                        .waitFor());
        assertEquals("mine", Files.readString(notes));
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        command.set(command.size() - 1, "link/out.csv");
        output(Map.of(), command.toArray(String[]::new));
        assertTrue(Files.size(folder.resolve("real").resolve("out.csv")) > 0);
    }

    @Test
    void a_disk_that_fills_up_leaves_nothing_half_written() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Process mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=24k", "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mounted.waitFor() == 0, "only root may make a small disk");
        try {
            Process full = JarProcess.in(
                            folder,
                            List.of(),
                            "integrate",
                            "oja",
                            "--until",
                            "2",
                            "--points",
                            "5000",
                            "--out",
                            "disk/trajectory.csv")
                    .start();
            assertEquals(2, full.waitFor(), JarProcess.messages(folder));
            assertTrue(JarProcess.messages(folder).contains("No space left on device"), JarProcess.messages(folder));
            try (Stream<Path> left = Files.list(disk)) {
                assertEquals(List.of(), left.toList());
            }
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    private static List<Path> otherJavas() throws IOException {
        Path place = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        List<Path> others = new ArrayList<>();
        try (Stream<Path> homes = Files.list(place)) {
            for (Path home : homes.sorted().toList()) {
                Path release = home.resolve("release");
                if (Files.isExecutable(home.resolve("bin").resolve("java")) && Files.isReadable(release)) {
                    String text = Files.readString(release, StandardCharsets.UTF_8);
                    int at = text.indexOf("JAVA_VERSION=\"") + "JAVA_VERSION=\"".length();
                    int feature = Integer.parseInt(text.substring(at).split("[.\"]")[0]);
                    if (feature >= 17 && feature != Runtime.version().feature()) {
                        others.add(home.resolve("bin").resolve("java"));
                    }
                }
            }
        }
        return others;
    }

    private static final List<List<String>> COMPUTED = List.of(
            List.of("integrate", "tanh-committee", "--until", "2", "--points", "5", "--start", "Q=0.5,R=0.01"),
            List.of("integrate", "linear-vae", "--until", "30", "--points", "5", "--start", "m=0.1,d=0.12"),
            List.of("check", "oja", "--dimension", "50,100", "--runs", "4", "--until", "2", "--json"),
            List.of("simulate", "perceptron", "--dimension", "60", "--runs", "3", "--until", "2", "--points", "3"),
            List.of("sweep", "oja", "--over", "omega=1:3:5,tau=log:0.01:1:4", "--measure", "phase; q at 3; eigenvalue"),
            List.of(
                    "tune",
                    "linear-vae",
                    "--schedule",
                    "beta=Tanh[gamma t]",
                    "--vary",
                    "gamma=1e-3:1",
                    "--goal",
                    "eps_g at 30"));

    /** Bytes do not depend on the number of threads, nor on the Java that computes. */
    @Tag("slow")
    @Test
    void threads_and_javas_give_the_same_bytes() throws Exception {
        List<Path> javas = otherJavas();
        for (List<String> command : COMPUTED) {
            String expected = "";
            for (int threads : List.of(1, 2, 8)) {
                List<String> words = new ArrayList<>(command);
                words.addAll(List.of("--quiet", "--threads", Integer.toString(threads)));
                String found = output(Map.of("MACROSTATE_CACHE", "off"), words.toArray(String[]::new));
                assertTrue(expected.isEmpty() || expected.equals(found), command + " on " + threads + " threads");
                expected = found;
            }
            sameOn(javas, command, expected);
        }
    }

    /** Tanh is the function that differs between Java 17 and 25 in {@code Math}. */
    @Test
    void another_java_gives_the_same_bytes() throws Exception {
        List<Path> javas = otherJavas();
        assumeTrue(!javas.isEmpty(), "one Java is installed");
        List<String> command = COMPUTED.get(0);
        List<String> words = new ArrayList<>(command);
        words.add("--quiet");
        sameOn(javas, command, output(Map.of("MACROSTATE_CACHE", "off"), words.toArray(String[]::new)));
    }

    private void sameOn(List<Path> javas, List<String> command, String expected) throws Exception {
        for (Path java : javas) {
            List<String> words = new ArrayList<>(command);
            words.add("--quiet");
            ProcessBuilder program = JarProcess.in(folder, List.of(), words.toArray(String[]::new));
            List<String> line = new ArrayList<>(program.command());
            line.set(0, java.toString());
            program.command(line).environment().put("MACROSTATE_CACHE", "off");
            assertEquals(0, program.start().waitFor(), JarProcess.messages(folder));
            assertEquals(expected, Files.readString(folder.resolve("stdout")), command + " on " + java);
        }
    }

    /** What one Java kept is refused by another, in words that say which. */
    @Test
    void work_of_another_java_is_refused() throws Exception {
        List<Path> javas = otherJavas();
        assumeTrue(!javas.isEmpty(), "one Java is installed");
        String[] shard = {
            "simulate", "oja", "--dimension", "20", "--runs", "4", "--until", "1", "--out", "x.csv", "--shard", "1/2"
        };
        output(Map.of(), shard);
        String[] merge = {
            "simulate", "oja", "--dimension", "20", "--runs", "4", "--until", "1", "--out", "x.csv", "--resume"
        };
        ProcessBuilder program = JarProcess.in(folder, List.of(), merge);
        List<String> line = new ArrayList<>(program.command());
        line.set(0, javas.get(0).toString());
        assertEquals(2, program.command(line).start().waitFor());
        String said = JarProcess.messages(folder);
        assertTrue(said.contains("was computed by Java " + Runtime.version().feature() + ", "), said);
        assertTrue(said.contains("whose results may differ in their last digits"), said);
        output(Map.of(), merge);
        assertFalse(Files.exists(folder.resolve(".x.csv.1-of-2")));
    }
}

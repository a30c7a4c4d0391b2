package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code simulate} and {@code check}: what is kept of runs, what is told of them, and starts. */
class RunsCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private static Process process(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add("org.macrostate.engine.cli.Main");
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static long finished(Path journal) throws IOException {
        if (!Files.exists(journal)) {
            return 0;
        }
        // a line that says of what, then pieces: stage, task, length and checksum before the bytes
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(journal));
        long pieces = 0;
        while (bytes.hasRemaining() && bytes.get() != '\n') {
            pieces = 0;
        }
        while (bytes.remaining() >= 20) {
            int length = bytes.getInt(bytes.position() + 8);
            if (bytes.remaining() < 20 + length) {
                return pieces;
            }
            bytes.position(bytes.position() + 20 + length);
            pieces++;
        }
        return pieces;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_killed_simulation_keeps_its_finished_runs_and_goes_on_to_the_same_bytes(boolean gently) throws Exception {
        String line = "simulate linear-vae --dimension 1000 --runs 24 --until 9 --points 3 --quiet";
        Path whole = folder.resolve("whole.csv");
        Path part = folder.resolve("part.csv");
        Path journal = folder.resolve(".part.csv.pieces");
        Called.line(line + " --out " + whole).succeeds();
        assertFalse(Files.exists(folder.resolve(".whole.csv.pieces")));

        List<String> arguments = new ArrayList<>(Arrays.asList((line + " --threads 1 --out " + part).split(" ")));
        String words = "";
        int status = 0;
        for (int tries = 0; status == 0 && tries < 20; tries++) { // one that ends before it is killed begins anew
            Files.deleteIfExists(part);
            Process killed = process(arguments);
            while (finished(journal) < 3 && killed.isAlive()) {
                Thread.sleep(10);
            }
            // Through its handle, which leaves the streams open for its last words.
            if (gently) {
                killed.toHandle().destroy();
            } else {
                killed.toHandle().destroyForcibly();
            }
            words = new String(killed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            status = killed.waitFor();
        }
        assertTrue(status != 0, words);
        long kept = finished(journal);
        assertTrue(kept >= 3 && kept < 24, kept + " runs were kept");
        assertFalse(Files.exists(part));
        assertEquals(gently, words.contains("--resume goes on from there"), words);

        arguments.add("--resume");
        Called.with(arguments.toArray(String[]::new)).succeeds();
        assertEquals(-1, Files.mismatch(whole, part));
        assertFalse(Files.exists(journal));
    }

    @Test
    void runs_of_another_question_are_not_taken() throws IOException {
        Path out = folder.resolve("c.json");
        String line = "check oja --dimension 50,100 --runs 4 --until 1 --quiet --resume --out " + out;
        Files.writeString(
                folder.resolve(".c.json.pieces"), "Macrostate pieces of something else\n0 50 0 -1 1 2 9 9 end\n");
        Called.line(line).succeeds();
        String first = Files.readString(out);
        Files.delete(out);
        Called.line(line + " --threads 1").succeeds();
        assertEquals(first, Files.readString(out));
        Files.writeString(folder.resolve(".c.json.pieces"), "my own notes\n");
        Called refused = Called.line(line);
        refused.isRefused("is not this program's list of pieces");
        assertEquals(
                2, Called.line("simulate oja --dimension 50 --until 1 --resume").status());
    }

    @Test
    void a_run_that_diverges_is_told_with_its_time_and_leaves_no_row_that_is_no_number() {
        Called called = Called.line("simulate oja --dimension 40 --runs 3 --until 100 --set tau=50 --json --quiet");
        assertEquals(3, called.status());
        assertTrue(called.err().contains("3 of 3 runs did not reach the end: run 1 diverged at t = "), called.err());
        assertFalse(called.out().contains("NaN"), called.out());
        Object end = Called.at(called.json(), "ends", 0);
        assertEquals("diverged", Called.at(end, "status"));
        double t = Called.number(end, "t");
        assertTrue(t > 0 && t < 5, "t = " + t);
        assertEquals(3, ((List<?>) Called.at(called.json(), "rows")).size());
    }

    @Test
    void random_starts_have_the_variances_asked_for() {
        Called called = Called.line("simulate linear-vae --dimension 20000 --until 1 --points 2 --reduced --quiet"
                        + " --start random,Q=4,E=0.25 --json")
                .succeeds();
        List<?> columns = (List<?>) Called.at(called.json(), "columns");
        List<?> first = (List<?>) Called.at(called.json(), "rows", 0);
        // Norms of 20000 coordinates: relative deviation √(2/N) = 0.01.
        assertEquals(4, Called.number(first, columns.indexOf("Q[1,1]")), 4 * 0.05);
        assertEquals(0.25, Called.number(first, columns.indexOf("E[1,1]")), 0.25 * 0.05);
        Called.line("simulate linear-vae --dimension 200 --until 1 --start random,m=4")
                .isRefused("unknown norm or scalar of a random start 'm'");
    }

    @Test
    void starts_of_no_vectors_are_refused() {
        Called eigenvalue =
                Called.line("simulate linear-vae --size M=2 --dimension 50 --until 1 --start Q=1,Q[1,2]=2,E=0");
        eigenvalue.isRefused("no vectors have the overlaps of this start");
        Called.line("check linear-vae --dimension 2 --until 1")
                .isRefused("dimension must be at least the number of vectors, 3, was 2");
    }

    @Test
    void other_optimizers_are_marked_as_outside_the_theory_and_not_checked() {
        String line = "simulate oja --dimension 60 --until 2 --points 3 --quiet --optimizer ";
        Called momentum = Called.line(line + "momentum:0.5").succeeds();
        assertTrue(momentum.err().contains("momentum:0.5 is outside the theory"), momentum.err());
        assertEquals("optimizer", momentum.csv().get(0).get(0));
        assertEquals("momentum:0.5", momentum.csv().get(1).get(0));
        assertEquals(true, Called.at(Called.line(line + "adam:0.1 --json").json(), "outside the theory"));
        Called.line(line + "sgd").succeeds();
        Map<String, String> wrong = Map.of(
                "adam:0", "the rate of adam must be positive, was 0",
                "momentum:1", "momentum must be at least 0 and less than 1, was 1",
                "adamm", "unknown optimizer 'adamm'",
                "momentum:x", "expected a number in 'momentum:x', found 'x'");
        wrong.forEach((text, message) -> {
            Called called = Called.line(line + text);
            assertEquals(2, called.status(), text);
            assertTrue(called.err().contains(message), called.err());
        });
        Called.line("check oja --dimension 60 --until 1 --optimizer adam").isRefused("there is no theory of adam");
    }

    @Test
    void bands_are_the_spread_of_runs_and_say_where_they_come_from() {
        String course =
                " linear-vae --set tau=0.2 --start m=0.3,d=0.2 --until 6 --points 3 --dimension 400 --json --quiet";
        Map<?, ?> theory = Called.line("integrate" + course + " --bands").json();
        assertEquals("closed form", Called.at(theory, "curves", 0, "diffusion"));
        Map<?, ?> runs =
                Called.line("simulate" + course + " --runs 2000 --reduced").json();
        List<?> columns = (List<?>) Called.at(theory, "columns");
        List<?> simulated = (List<?>) Called.at(runs, "columns");
        for (String name : List.of("m[1,1]", "d[1,1]", "Q[1,1]", "E[1,1]", "R[1,1]", "D[1]", "eps_g")) {
            double predicted = Called.number(theory, "rows", 2, columns.indexOf("sd " + name));
            double[] values = ((List<?>) Called.at(runs, "rows"))
                    .stream()
                            .filter(row -> Called.number(row, 1) == 6)
                            .mapToDouble(row -> Called.number(row, simulated.indexOf(name)))
                            .toArray();
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
            // 2000 runs know a standard deviation to 1.6%; corrections at N = 400 are of a few per cent.
            assertEquals(1, predicted / Math.sqrt(variance), 0.09, name);
        }
        assertEquals(0.0, Called.number(theory, "rows", 0, columns.indexOf("sd eps_g")));
        Called random = Called.line("integrate oja --until 1 --points 2 --bands --dimension 100 --start random --json");
        // N Var(q) = 1 and N Var(Q) = 2 at a random start.
        assertEquals(0.1, Called.number(random.json(), "rows", 0, 3), 1e-12);
        assertEquals(Math.sqrt(0.02), Called.number(random.json(), "rows", 0, 4), 1e-12);
    }

    @Test
    void a_study_draws_bands_and_keeps_the_course_for_a_resumed_one() throws IOException {
        Path study = folder.resolve("bands.yaml");
        Files.writeString(study, """
                study: bands
                model: oja
                questions:
                  - integrate: {until: 4, points: 5, start: random, bands: true, dimension: 100}
                report: {formats: [html]}
                """);
        String line = "study " + study + " --quiet --out " + folder.resolve("out");
        Called.line(line).succeeds();
        String bands = Files.readString(folder.resolve("out/learning-curves-bands.csv"));
        List<String> first = Called.csv(bands).get(1);
        // q is 0 on average at a random start, with the deviation 1/√N.
        assertEquals(List.of("t", "lower", "upper"), Called.csv(bands).get(0));
        assertEquals(-0.1, Double.parseDouble(first.get(1)), 1e-12);
        assertEquals(0.1, Double.parseDouble(first.get(2)), 1e-12);
        Called.line(line + " --resume").succeeds();
        assertEquals(bands, Files.readString(folder.resolve("out/learning-curves-bands.csv")));
    }

    @Test
    void bands_need_a_dimension_and_something_that_learns() {
        Map<String, String> wrong = Map.of(
                "integrate oja --until 1 --bands", "--bands needs --dimension N",
                "integrate oja --until 1 --bands --dimension 99 --limit small-rate",
                        "the limit small-rate describes none",
                "check oja --until 1 --dimension 99 --limit small-rate", "the limit small-rate describes none",
                "integrate oja --until 1 --dimension 100", "--dimension says how wide --bands are",
                "integrate lorenz --until 1 --start X=1,Y=1,Z=1 --bands --dimension 9", "there is no SGD",
                "integrate oja --until 1 --bands --dimension 1", "dimension must be at least the number of vectors, 2");
        wrong.forEach((line, message) -> {
            Called called = Called.line(line);
            assertEquals(2, called.status(), line);
            assertTrue(called.err().contains(message), called.err());
        });
    }
}

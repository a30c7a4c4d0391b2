package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --time-limit} ends every command, with what was found until then, and work that is kept goes on to the same bytes. */
class TimeLimitOptionTest {
    /** Rotation with a frequency of a million: 10^7 evaluations take longer than the limit, the start of it does not. */
    private static final String FAST = "model: fast\nparameters: {w: {value: 1000000}}\nflow: {X: w Y, Y: -w X, "
            + IntStream.range(1, 25)
                    .mapToObj(k -> "Z" + k + ": Exp[Sin[" + k + " X + Cos[" + k + " Y]]] - Z" + k)
                    .collect(Collectors.joining(", "))
            + "}\n";

    private static final String REST =
            IntStream.range(1, 25).mapToObj(k -> ",Z" + k + "=0").collect(Collectors.joining());

    @TempDir
    private Path folder;

    @Test
    void a_trajectory_ends_where_it_was() throws IOException {
        Path model = Files.writeString(folder.resolve("fast.yaml"), FAST);
        long begin = System.nanoTime();
        Called called = Called.with(
                "integrate",
                model.toString(),
                "--times",
                "0,0.000001,100",
                "--start",
                "X=1,Y=0" + REST,
                "--quiet",
                "--time-limit",
                "1");
        assertEquals(3, called.status(), called.err());
        assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) < 30);
        // X(1e-6) = cos 1
        assertEquals(Math.cos(1), Double.parseDouble(called.csv().get(2).get(1)), 1e-6);
        assertEquals(3, called.csv().size(), called.out());
        assertTrue(called.err().contains("the time limit was reached at t = "), called.err());
        assertTrue(called.err().endsWith("the time limit of 1 s was reached; this is what was found until then\n"));
    }

    @Test
    void branches_of_a_large_model_end_in_time_and_say_what_may_be_missing() {
        long begin = System.nanoTime();
        Called called = Called.line("branch linear-vae --size M=4,Ms=4 --vary beta=0:3 --quiet --time-limit 1");
        assertEquals(3, called.status(), called.err());
        assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) < 60);
        assertTrue(called.err().contains("the time limit of 1 s was reached"), called.err());
    }

    @Test
    void what_was_finished_is_kept_and_gone_on_with() throws IOException {
        String line = "simulate oja --dimension 1000 --runs 24 --until 3 --points 2 --threads 1 --quiet --out ";
        Path whole = folder.resolve("whole.csv");
        Path part = folder.resolve("part.csv");
        assertEquals(0, Called.line(line + whole).status());
        Called cut = Called.line(line + part + " --time-limit 0.3");
        assertTrue(cut.status() == 3 || cut.status() == 0, cut.err());
        assertEquals(cut.status() == 3, cut.err().contains("the time limit of 0.3 s was reached"), cut.err());
        assertEquals(cut.status() == 0, Files.exists(part));
        assertEquals(0, Called.line(line + part + " --resume").status());
        assertEquals(-1, Files.mismatch(whole, part));
    }

    @Test
    void a_question_of_a_study_that_takes_too_long_leaves_the_others_alone() throws IOException {
        Files.writeString(folder.resolve("fast.yaml"), FAST);
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "study: slow\nmodel: fast.yaml\nquestions:\n  - integrate: {until: 100, start: \"X=1,Y=0" + REST
                        + "\"}\n" + "  - integrate: {until: 0.000001, start: \"X=1,Y=0" + REST
                        + "\"}\nreport: {formats: []}\n");
        Called called = Called.with(
                "study", study.toString(), "--out", folder.resolve("out").toString(), "--quiet", "--time-limit", "1");
        assertEquals(3, called.status(), called.err());
        assertTrue(called.err().contains("the time limit of 1 s was reached before it was finished"), called.err());
        assertFalse(Files.exists(folder.resolve("out").resolve("trajectory.csv")));
        assertTrue(Files.exists(folder.resolve("out").resolve("trajectory-2.csv")), called.err());
    }
}

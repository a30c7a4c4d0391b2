package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.equations.threshold.StabilityBlock;

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

    /** x is stable for a below 2; the characteristic polynomials of eight blocks of 36 parameters each take long beside it. */
    private static String blocks() {
        StringBuilder parameters = new StringBuilder("a: {value: 1}");
        StringBuilder flow = new StringBuilder("x: (a - 2) x");
        StringBuilder rest = new StringBuilder("x: 0");
        for (char block = 'p'; block < 'p' + 8; block++) {
            for (int i = 0; i < 6; i++) {
                List<String> rate = new ArrayList<>(i == 0 ? List.of("a " + block + "y0") : List.of());
                for (int j = 0; j < 6; j++) {
                    double value = i == j ? -3 : 0.1 * ((7 * i + 3 * j + block) % 5 - 2);
                    parameters.append(String.format(Locale.ROOT, ", %c%d%d: {value: %.1f}", block, i, j, value));
                    rate.add(block + "" + i + j + " " + block + "y" + j);
                }
                flow.append(", " + block + "y" + i + ": ").append(String.join(" + ", rate));
                rest.append(", " + block + "y" + i + ": 0");
            }
        }
        return "model: blocks\nparameters: {" + parameters + "}\nflow: {" + flow + "}\nstates: {rest: {" + rest
                + "}}\n";
    }

    @TempDir
    private Path folder;

    @Test
    void a_trajectory_ends_where_it_was() throws IOException {
        Path model = Files.writeString(folder.resolve("fast.yaml"), FAST);
        Called called = Called.cut(
                run -> run.out().lines().count() > 2,
                "integrate",
                model.toString(),
                "--times",
                "0,0.000001,100",
                "--start",
                "X=1,Y=0" + REST,
                "--quiet");
        // X(1e-6) = cos 1
        assertEquals(Math.cos(1), Double.parseDouble(called.csv().get(2).get(1)), 1e-6);
        assertEquals(3, called.csv().size(), called.out());
        assertTrue(called.err().contains("the time limit was reached at t = "), called.err());
        assertTrue(called.err().endsWith(" s was reached; this is what was found until then\n"), called.err());
    }

    @Test
    void branches_of_a_large_model_end_in_time_and_say_what_may_be_missing() {
        Called called = Called.line("branch linear-vae --size M=4,Ms=4 --vary beta=0:3 --quiet --time-limit 1");
        assertEquals(3, called.status(), called.err());
        assertTrue(called.err().contains("the time limit of 1 s was reached"), called.err());
    }

    @Test
    void what_was_finished_is_kept_and_gone_on_with() throws IOException {
        String line = "simulate oja --dimension 1000 --runs 24 --until 3 --points 2 --threads 1 --quiet --out ";
        Path whole = folder.resolve("whole.csv");
        Path part = folder.resolve("part.csv");
        Called.line(line + whole).succeeds();
        Called cut = Called.line(line + part + " --time-limit 0.3");
        assertTrue(cut.status() == 3 || cut.status() == 0, cut.err());
        assertEquals(cut.status() == 3, cut.err().contains("the time limit of 0.3 s was reached"), cut.err());
        assertEquals(cut.status() == 0, Files.exists(part));
        Called.line(line + part + " --resume").succeeds();
        assertEquals(-1, Files.mismatch(whole, part));
    }

    /** Both share the limit, and what one does not need the other may take. */
    @Test
    void a_question_of_a_study_that_takes_too_long_leaves_the_others_alone() throws IOException {
        Files.writeString(folder.resolve("fast.yaml"), FAST);
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "study: slow\nmodel: fast.yaml\nquestions:\n  - integrate: {until: 100, start: \"X=1,Y=0" + REST
                        + "\"}\n" + "  - integrate: {until: 0.000001, start: \"X=1,Y=0" + REST
                        + "\"}\nreport: {formats: []}\n");
        Path out = folder.resolve("out");
        Called called = Called.cut(
                run -> Files.exists(out.resolve("trajectory-2.csv")),
                "study",
                study.toString(),
                "--out",
                out.toString(),
                "--quiet");
        assertTrue(called.err().contains(" s was reached before it was finished"), called.err());
        assertFalse(Files.exists(out.resolve("trajectory.csv")));
        assertFalse(called.err().contains("earlier run"), called.err());

        // What lies there under the names of a question that failed now is another run's, and that is said.
        Files.copy(out.resolve("trajectory-2.csv"), out.resolve("trajectory.csv"));
        Files.copy(out.resolve("trajectory-2.meta.json"), out.resolve("trajectory.meta.json"));
        Called again = Called.with(
                "study", study.toString(), "--out", out.toString(), "--force", "--quiet", "--time-limit", "1");
        assertTrue(again.err().contains("; trajectory.csv in '" + out + "' is that of an earlier run\n"), again.err());
    }

    /** Every block has its closed form, or a sentence that says that the time was over before it. */
    @Test
    void thresholds_of_the_blocks_that_were_done_in_time_are_given() throws IOException {
        Path model = Files.writeString(folder.resolve("blocks.yaml"), blocks());
        Called called = Called.cut(
                run -> run.out().contains("boundary: a = 2, here a = 2 (exact"),
                "thresholds",
                model.toString(),
                "--state",
                "rest",
                "--solve",
                "a",
                "--no-cache",
                "--quiet");
        assertTrue(called.out().contains(StabilityBlock.OVER_TIME), called.out());
        assertFalse(called.out().startsWith("rest: stable iff"), called.out());
    }
}

package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing of what was lost without a word is lost again: starts that no vectors have, answers that only a terminal sees,
 * numbers that no program reads, open states whose expectations are integrated numerically.
 */
class SilentFaultsTest {
    @TempDir
    private Path folder;

    private static Called call(String line, String... more) {
        return Called.with(
                Stream.concat(Stream.of(line.split(" ")), Stream.of(more)).toArray(String[]::new));
    }

    /** By Cauchy and Schwarz: (a.b)² ≤ (a.a)(b.b), and norms are not negative. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrate phase-retrieval --until 1 --start R=2",
                "integrate oja --until 1 --start q=1,Q=0.5",
                "integrate soft-committee --until 1 --start Q[1,2]=1.5",
                "integrate linear-vae --until 1 --start R=3",
                "integrate oja --until 1 --start Q=-1",
                "basins oja --start q=2:3:2",
                "simulate oja --dimension 50 --runs 2 --until 1 --start q=2",
            })
    void a_start_that_no_vectors_have_is_refused(String line) {
        Called called = call(line);
        assertEquals(2, called.status(), called.out());
        assertTrue(called.err().contains("no vectors have the overlaps of this start"), called.err());
        assertEquals("", called.out());
    }

    @Test
    void a_start_on_the_edge_of_what_vectors_have_is_none_of_these() {
        assertEquals(0, call("integrate oja --until 1 --start q=1,Q=1").status());
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integrate oja --until 2 --points 3 | at the end t = 2",
                "fixed-points oja | 3 fixed points found, 1 of them stable",
                "thresholds oja --state learned --solve tau | learned: stable iff tau < 2 omega",
                "branch oja --vary omega=0.5:3 | 3 branches",
                "phase-diagram oja --x omega=0:2:5 --y tau=0.1:1:4 | phases found: broken, symmetric",
                "simulate oja --dimension 50 --runs 2 --until 1 --points 2 | 2 runs at N = 50: at the end mean q = ",
                "sweep oja --over tau=0.1:0.5:2 --measure phase | 1 measure at 2 points",
                "tune oja --schedule tau=g --vary g=0.01:1 --goal Q_at_5 | g = ",
                "derive oja | 2 equations derived",
            })
    void what_was_found_is_said_in_a_sentence_in_a_pipe_and_beside_files(String line, String sentence) {
        String[] words = Stream.of(line.strip().split(" "))
                .map(word -> word.startsWith("Q_at") ? word.replace('_', ' ') : word)
                .toArray(String[]::new);
        Called piped = Called.with(words).succeeds();
        assertTrue(
                piped.err().lines().anyMatch(l -> l.startsWith("macrostate: ") && l.contains(sentence)), piped.err());
        Path out = folder.resolve("out");
        Called filed = Called.with(Stream.concat(Stream.of(words), Stream.of("--out", out.toString()))
                .toArray(String[]::new));
        assertTrue(filed.out().contains(sentence) && filed.out().contains("\nwritten: " + out), filed.out());
    }

    /** A double below 2.2e-308 has lost digits, and other programs read it as an error; a typographic minus is no number. */
    @ParameterizedTest
    @CsvSource({
        "'flow: {x: -x}', x, x=1e-310",
        "'flow: {x: -x, y: -400 y}', y, 'x=1,y=1e-200'",
        "'flow: {x: -100 x}', x, x=-1e-290",
        "'flow: {x: -x, y: x}', y, 'x=1e-309,y=-1'",
    })
    void numbers_of_machine_output_are_numbers_everywhere(String flow, String column, String start) throws IOException {
        Path model = Files.writeString(folder.resolve("m.yaml"), "model: decaying\n" + flow + "\n");
        for (String format : List.of("csv", "json")) {
            Called called = Called.with(
                            "integrate",
                            model.toString(),
                            "--until",
                            "1",
                            "--points",
                            "3",
                            "--start",
                            start,
                            "--format",
                            format,
                            "-q")
                    .succeeds();
            String numbers = called.out().replaceAll("\"command\": .*", ""); // what was typed
            assertFalse(numbers.contains("\u2212") || numbers.matches("(?s).*[eE]-3[0-9][0-9].*"), numbers);
            assertTrue(called.out().contains(column));
        }
    }

    private static final String OPEN =
            "vectors: {u: {fixed: identity}, w: {rate: eta}}\nsamples: {x: noise}\nfields: {h: w . x, y: u . x}\n"
                    + "order: {R: w . u, Q: w . w}\n";

    /** None has a closed form: the rates are integrated numerically, and the state leaves norms open. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss: Log[1 + Exp[-y h]] + decay/2 w.w\nstates: {s: {R: 0}}",
                "loss: Log[Cosh[h]] + (decay - 1) w.w/2 + (w.w)^2/4\nstates: {s: {R: 0}}",
                "loss: Sqrt[1 + (h - y)^2] + decay/2 w.w\nstates: {s: {}}",
                "loss: Sqrt[1 + h^2] + decay/2 w.w\nstates: {s: {R: 0}}",
            })
    void an_open_state_whose_rates_are_integrals_is_answered_or_refused_in_words(String problem) throws IOException {
        Path model = Files.writeString(
                folder.resolve("m.yaml"),
                "model: m\nparameters: {eta: {value: 0.3}, decay: {value: 0.2}}\n" + OPEN + problem + "\n");
        Called called = call("thresholds", model.toString(), "--state", "s", "--solve", "eta", "--time-limit", "30");
        assertTrue(called.status() == 0 || called.status() == 2, called.err());
        assertFalse(called.err().matches("(?s).*(field_\\d|w_\\d|\\bI_\\d|w_M|piece|defect).*"), called.err());
        assertFalse(called.out().matches("(?s).*= -?\\d{5,}/\\d{5,}.*"), called.out());
        assertTrue(called.status() == 2 || called.out().startsWith("s: "), called.out());
    }
}

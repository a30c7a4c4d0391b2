package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies that a stranger wrote: names of answers, and text that would act where it is shown. */
class StrangersStudyTest {
    @TempDir
    private Path folder;

    private Called study(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        return Called.with(
                "study", file.toString(), "--out", folder.resolve("d").toString(), "--quiet");
    }

    private Called questions(String... questions) throws IOException {
        return study("study: s\nmodel: oja\nquestions:\n  - " + String.join("\n  - ", questions)
                + "\nreport: {formats: [html]}\n");
    }

    private void refusedBeforeAnything(Called called, String what) {
        called.isRefused(what);
        assertTrue(called.err().contains("s.yaml, line "), called.err());
        assertFalse(Files.exists(folder.resolve("d")), "nothing is written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"integrate", "Integrate", "INTEGRATE", "report", "Report", "claims", "references", "study"})
    void a_name_that_other_files_have_is_refused(String name) throws IOException {
        Called called =
                questions("integrate: {until: 1, points: 2}", "integrate: {as: " + name + ", until: 2, points: 2}");
        refusedBeforeAnything(called, "question '" + name + "' would write files named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "bands", "sgd", "integrate-2", "diagram"})
    void a_name_that_equals_an_automatic_one_is_refused_or_has_its_own_files(String name) throws IOException {
        Called called = questions(
                "integrate: {until: 1, points: 2}",
                "integrate: {until: 2, points: 2}",
                "integrate: {as: " + name + ", until: 3, points: 2}");
        if (called.status() == 0) {
            try (Stream<Path> files = Files.list(folder.resolve("d"))) {
                assertEquals(
                        3,
                        files.map(f -> f.getFileName().toString())
                                .filter(f -> f.matches("trajectory.*\\.csv"))
                                .count());
            }
        } else {
            refusedBeforeAnything(called, "would write files named");
        }
    }

    @Test
    void two_names_that_differ_in_capitals_only_are_one() throws IOException {
        refusedBeforeAnything(
                questions("integrate: {as: run, until: 1, points: 2}", "branch: {as: RUN, vary: \"omega=1:2\"}"),
                "question 'RUN' would write files named 'RUN', as question 'run' does");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "NUL", "Com1", "lpt9", "aux", "prn"})
    void names_of_devices_are_refused(String name) throws IOException {
        refusedBeforeAnything(questions("integrate: {as: " + name + ", until: 1}"), "Windows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a b", "../a", "a/b", "\"\"", "ä", "\"a\\0b\"", "\"\\e[31m\""})
    void names_of_other_than_letters_and_digits_are_refused(String name) throws IOException {
        questions("integrate: {as: " + name + ", until: 1}").isRefused("s.yaml, line 4");
    }

    @Test
    void a_name_longer_than_files_may_be_is_refused() throws IOException {
        refusedBeforeAnything(questions("integrate: {as: " + "a".repeat(101) + ", until: 1}"), "at most 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\0b/x.yaml", "\\0", "a\\0.yml"})
    void a_path_that_no_system_has_is_bad_input(String model) throws IOException {
        study("study: s\nmodel: \"" + model + "\"\nquestions:\n  - integrate: {until: 1}\n")
                .isRefused("[U+0000]");
    }

    @Test
    void text_of_a_study_never_acts_on_the_terminal() throws IOException {
        String escape = "\\e]0;pwned\\a\\e[31m\\u009b31m\\r\\u202e";
        Called called = study("study: s\ntitle: \"" + escape + "\"\nmodel: oja\nclaims:\n  - claim: c\n    title: \""
                + escape
                + "T\"\n    says: \"" + escape + "\"\n    questions:\n      - integrate: {as: q, until: 1, points: 2}\n"
                + "    measures: {e: {value: q, of: Q, at: 1}}\n    criteria:\n      - {that: \"" + escape
                + "x\", value: e, above: 100}\nreport: {formats: [html]}\n");
        assertEquals(1, called.status(), called.err());
        for (String text : new String[] {
            called.out(), called.err(), Files.readString(folder.resolve("d").resolve("claims.csv"))
        }) {
            assertTrue(
                    text.codePoints()
                            .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r'
                                    || Character.getType(c) == Character.FORMAT),
                    text);
        }
        assertTrue(called.err().contains("[U+001B]]0;pwned[U+0007]"), called.err());
    }

    @Test
    void a_bad_name_on_the_command_line_never_acts_on_the_terminal() {
        for (String name : new String[] {"\u001B[31mx", "x\u0007", "\u001B]0;t\u0007.yaml"}) {
            Called called = Called.with("derive", name);
            assertEquals(2, called.status());
            assertTrue(called.err().chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), called.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"time %s < 1", "min %s", "%s at 1", "time a%sb < 1", "%s"})
    void a_goal_of_a_hundred_thousand_blanks_is_read_at_once(String goal) {
        String text = String.format(Locale.ROOT, goal, " ".repeat(100_000));
        Called called = assertTimeout(
                Duration.ofMinutes(3),
                () -> Called.with(
                        "tune", "oja", "--schedule", "tau=c", "--vary", "c=0.1:1", "--goal", text, "--until", "1"));
        assertEquals(
                2,
                called.status(),
                called.err().substring(0, Math.min(300, called.err().length())));
    }
}

package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command line tool is expected to know. */
class DailyUseTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version", "version", "derive -V"})
    void the_version_is_asked_for_in_every_usual_way(String line) {
        Called called = Called.line(line).succeeds();
        assertTrue(called.out().startsWith("Macrostate "), called.out());
    }

    @Test
    void help_of_a_command_is_its_option_help() {
        assertEquals(
                Called.line("derive --help").out(), Called.line("help derive").out());
        assertEquals(Called.line("--help").out(), Called.line("help").out());
        assertEquals(2, Called.line("help derivee").status());
    }

    static Stream<String> commands() {
        return Called.line("--help")
                .out()
                .lines()
                .filter(line -> line.matches("  [a-z][a-z-]+ .*"))
                .map(line -> line.strip().split(" ")[0]);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_help_and_manual_page_fits(String command) {
        Called help = Called.line("help " + command).succeeds();
        List<String> wide = help.out()
                .lines()
                .filter(line -> line.codePointCount(0, line.length()) > 80)
                .toList();
        assertEquals(List.of(), wide);
        Called page = Called.line("man " + command).succeeds();
        assertTrue(page.out().startsWith(".TH MACROSTATE-") && page.out().contains("\n.SH OPTIONS\n"), page.out());
    }

    @Test
    void repeated_assignments_merge_and_the_last_holds() {
        String merged = Called.line("fixed-points oja --set omega=1,tau=0.3 --set omega=3 --quiet")
                .out();
        assertEquals(
                Called.line("fixed-points oja --set omega=3,tau=0.3 --quiet").out(), merged);
    }

    @Test
    void a_model_is_read_from_standard_input() {
        String model = Called.line("show oja").out();
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
            Called called = Called.line("derive - --quiet");
            assertEquals(Called.line("derive oja --quiet").out(), called.out());
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'phase,Q', 'phase,Q'",
        "'Q,phase', 'Q,phase'",
        "leading eigenvalue, leading eigenvalue",
    })
    void columns_pick_from_the_table(String columns, String header) {
        Called called = Called.with("fixed-points", "oja", "--columns", columns, "--quiet");
        assertEquals(header, called.out().lines().findFirst().orElseThrow());
        assertEquals(2, Called.with("fixed-points", "oja", "--columns", "phse").status());
    }

    @Test
    void the_form_is_what_format_says_not_what_the_terminal_is() {
        assertEquals(
                Called.line("fixed-points oja --json -q").out(),
                Called.line("fixed-points oja --format json -q").out());
        String csv = Called.line("integrate oja --until 2 --points 3 --format csv -q")
                .out();
        assertTrue(csv.startsWith("t,q,Q"), csv);
        assertTrue(Called.line("integrate oja --until 2 --points 3 --format table -q")
                .out()
                .contains("───"));
        assertEquals(2, Called.line("fixed-points oja --format xml").status());
        assertEquals(2, Called.line("fixed-points oja --json --format csv").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed-points linear-vae --set beta=0.5",
                "integrate linear-vae --until 2 --points 3",
                "branch linear-vae --vary beta=0.5:3",
                "tune linear-vae --schedule beta=Tanh[gamma*t] --vary gamma=1e-3:1 --goal minimum_eps_g --until 5"
            })
    void machine_output_has_no_typographic_minus(String line) {
        for (String format : List.of("csv", "json")) {
            Called called = Called.with(Stream.concat(
                                    Stream.of(line.replace("*", " ").split(" (?!t])"))
                                            .map(w -> w.replace("minimum_", "minimum ")),
                                    Stream.of("--format", format, "--quiet"))
                            .toArray(String[]::new))
                    .succeeds();
            assertFalse(called.out().contains("\u2212"), called.out());
        }
    }

    @Test
    void a_file_is_validated_and_nothing_else_happens() throws IOException {
        Path model = Files.writeString(
                folder.resolve("m.yaml"), Called.line("show oja").out());
        Path study = Files.writeString(
                folder.resolve("s.yaml"), "study: s\nmodel: m.yaml\nquestions:\n  - integrate: {until: 1}\n");
        assertTrue(Called.with("validate", model.toString()).out().contains("a model; 2 equations derived"));
        assertTrue(Called.with("validate", study.toString()).out().contains("a study; 1 question, 0 claims"));
        Files.writeString(study, "study: s\nmodel: m.yaml\nquestions:\n  - integrate: {untl: 1}\n");
        Called bad = Called.with("validate", study.toString());
        assertEquals(2, bad.status());
        assertTrue(bad.err().contains("s.yaml, line 4") && bad.err().contains("did you mean 'until'?"), bad.err());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void a_study_is_tried_in_part() throws IOException {
        Path study = Files.writeString(
                folder.resolve("s.yaml"),
                "study: s\nmodel: oja\nquestions:\n  - integrate: {until: 1, points: 2}\n  - fixed-points: {}\n"
                        + "report: {formats: [html]}\n");
        Path out = folder.resolve("d");
        Called dry = Called.with("study", study.toString(), "--out", out.toString(), "--dry-run")
                .succeeds();
        assertTrue(dry.out().contains("trajectory.csv") && dry.out().contains("fixed-points.json"), dry.out());
        assertFalse(Files.exists(out));
        Called.with("study", study.toString(), "--out", out.toString(), "--only", "fixed-points", "--set", "omega=4")
                .succeeds();
        assertTrue(Files.exists(out.resolve("fixed-points.csv")) && !Files.exists(out.resolve("trajectory.csv")));
        assertEquals(
                4.0,
                Called.number(
                        Called.json(Files.readString(out.resolve("fixed-points.json"))),
                        "made by",
                        "parameters",
                        "omega"));
        Called.with("study", study.toString(), "--out", out.toString(), "--only", "fixd")
                .isRefused("fixed-points");
    }

    @ParameterizedTest
    @CsvSource({
        "thresholds linear-vae --state collapsed --solve beta --limit small-rate, collapsed: stable iff beta > eta + rho",
        "thresholds oja --state learned --solve tau, learned: stable iff tau < 2 omega",
    })
    void thresholds_begin_with_the_answer(String line, String first) {
        Called called = Called.line(line + " --quiet");
        assertEquals(first, called.out().lines().findFirst().orElseThrow());
        assertFalse(called.out().contains("characteristic polynomial"));
        assertTrue(Called.line(line + " --quiet --full").out().contains("characteristic polynomial"));
    }
}

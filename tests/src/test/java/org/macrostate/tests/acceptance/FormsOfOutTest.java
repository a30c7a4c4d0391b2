package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.reports.latex.PdfLatex;

/** The ending of {@code --out} decides the form of what is written, and nothing is computed for a form there is not. */
class FormsOfOutTest {
    @TempDir
    private Path folder;

    private Called fixedPoints(String out) {
        return Called.with("fixed-points", "oja", "--out", folder.resolve(".") + "/" + out);
    }

    @ParameterizedTest
    @CsvSource({"a.csv, phase", "a.json, {", "a.html, <!DOCTYPE html>", "a.svg, <svg", "a.tex, % needs", "B.CSV, phase"
    })
    void an_ending_decides_the_form(String name, String begin) throws IOException {
        Called called = fixedPoints(name).succeeds();
        String text = Files.readString(folder.resolve(name));
        assertTrue(text.startsWith(begin), text.substring(0, Math.min(80, text.length())));
        assertTrue(called.out().contains("written: ") && called.out().contains(name), called.out());
    }

    @Test
    void pixels_and_pages_are_what_their_first_bytes_say() throws IOException {
        assertEquals(0, fixedPoints("a.png").status());
        assertEquals("PNG", new String(Files.readAllBytes(folder.resolve("a.png")), 1, 3, StandardCharsets.ISO_8859_1));
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        assertEquals(0, fixedPoints("a.pdf").status());
        assertEquals(
                "%PDF", new String(Files.readAllBytes(folder.resolve("a.pdf")), 0, 4, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.eps", "a.xlsx", "run.v2", "a.", "a.csv.gz", "a.jpeg"})
    void an_unknown_ending_is_refused_before_anything_is_computed(String name) {
        Called called = fixedPoints(name);
        assertEquals(2, called.status());
        assertTrue(called.err().contains("'" + name + "'") && called.err().contains(".csv, .json, .svg"), called.err());
        assertFalse(Files.exists(folder.resolve(name)));
    }

    @Test
    void a_folder_with_a_dot_ends_in_a_slash_or_is_there() throws IOException {
        assertEquals(0, fixedPoints("run.v2/").status());
        assertTrue(Files.exists(folder.resolve("run.v2").resolve("fixed-points.csv")));
        Files.createDirectory(folder.resolve("run.v3"));
        assertEquals(0, fixedPoints("run.v3").status());
        assertTrue(Files.exists(folder.resolve("run.v3").resolve("fixed-points.csv")));
    }

    @Test
    void figures_of_one_folder_keep_their_own_data() throws IOException {
        assertEquals(
                0,
                Called.with("fixed-points", "oja", "--out", folder + "/one.tex").status());
        String data = Files.readString(folder.resolve("one-spectrum.csv"));
        assertEquals(
                0,
                Called.with("fixed-points", "oja", "--set", "omega=5", "--out", folder + "/two.tex")
                        .status());
        assertEquals(data, Files.readString(folder.resolve("one-spectrum.csv")));
        assertNotEquals(data, Files.readString(folder.resolve("two-spectrum.csv")));
        assertTrue(Files.readString(folder.resolve("one.tex")).contains("{one-spectrum.csv}"));
        assertTrue(Files.readString(folder.resolve("two.tex")).contains("{two-spectrum.csv}"));
    }

    @Test
    void what_was_found_is_said_to_people_wherever_the_result_goes() {
        Called called = Called.with("fixed-points", "oja");
        assertTrue(called.err().lines().anyMatch(line -> line.startsWith("macrostate: ")), called.err());
        Called quiet = Called.with("fixed-points", "oja", "--quiet");
        assertEquals("", quiet.err());
        assertEquals(called.out(), quiet.out());
    }

    @Test
    void a_study_is_made_again_from_its_own_folder() throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(
                folder.resolve("models").resolve("mine.yaml"),
                Called.with("show", "oja").out());
        Path study = Files.writeString(
                folder.resolve("s.yaml"),
                "study: s\nmodel: models/mine.yaml # here\nquestions:\n  - integrate: {until: 1, points: 3}\n"
                        + "  - fixed-points: {model: 'linear-vae', set: {beta: 2}}\nreport: {formats: [html]}\n");
        Path first = folder.resolve("first");
        assertEquals(
                0,
                Called.with("study", study.toString(), "--out", first.toString())
                        .status());
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere").resolve("moved"));
        Files.delete(folder.resolve("models").resolve("mine.yaml"));
        for (String name : List.of("study.yaml", "mine.yaml", "linear-vae.yaml")) {
            Files.copy(first.resolve(name), elsewhere.resolve(name));
        }
        Path second = folder.resolve("second");
        Called.with("study", elsewhere.resolve("study.yaml").toString(), "--out", second.toString())
                .succeeds();
        for (String name : List.of("trajectory.csv", "fixed-points.csv", "spectrum.csv", "study.yaml", "mine.yaml")) {
            assertEquals(Files.readString(first.resolve(name)), Files.readString(second.resolve(name)), name);
        }
    }

    @Test
    void a_study_that_is_called_like_a_model_is_shown() {
        assertTrue(Called.with("show", "phase-retrieval").out().contains("vectors:"));
        Called study = Called.with("show", "phase-retrieval", "--study");
        assertTrue(study.out().contains("study: phase-retrieval\n"), study.out());
    }
}

package org.macrostate.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.reports.document.PaperWidth;

class PgfFigureTest {
    private final Examples examples = new Examples();

    @ParameterizedTest
    @ValueSource(strings = {"curves", "decay", "phases", "scores", "hostile", "empty"})
    void the_code_compiles_beside_its_tables(String name, @TempDir Path folder) throws Exception {
        assumeTrue(hasTex(), "no pdflatex with pgfplots here: the figures' TeX is not compiled");
        for (Map.Entry<String, String> file : examples.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(
                folder.resolve("figure.tex"),
                PgfFigure.standalone(Objects.requireNonNull(examples.figures().get(name)), PaperWidth.TEXT));
        int status =
                run(folder, "pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "figure.tex");
        assertEquals(0, status, () -> lines(folder.resolve("output.txt")).toString());
        assertTrue(Files.size(folder.resolve("figure.pdf")) > 3000);
        List<String> wrong = lines(folder.resolve("figure.log")).stream()
                .filter(line -> line.contains("Missing character")
                        || line.contains("pgfplots Warning")
                        || line.startsWith("Overfull"))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void curves_are_read_from_their_table_and_only_their_rows() {
        String tex = PgfFigure.render(Objects.requireNonNull(examples.figures().get("curves")));
        assertTrue(tex.contains("table[x={t}, y={eps_g}, col sep=comma] {curves.csv};"), tex);
        assertTrue(tex.contains("rows where={beta}{2}"), tex);
    }

    @Test
    void columns_whose_names_tex_cannot_read_are_found_by_position() {
        String tex = PgfFigure.render(Objects.requireNonNull(examples.figures().get("decay")));
        assertTrue(
                tex.contains("table[x index=0, y index=1, col sep=comma, header=false, skip first n=1] {decay.csv};"),
                tex);
        assertThrows(IllegalArgumentException.class, () -> new Csv("decay.csv", "t", "Q[1,1]"));
        assertThrows(IllegalArgumentException.class, () -> new Csv("a}\\input{b.csv", "t", "y"));
    }

    @Test
    void a_phase_diagram_of_ten_thousand_cells_is_a_few_hundred_vertices() {
        String tex = PgfFigure.render(Objects.requireNonNull(examples.figures().get("phases")));
        assertTrue(tex.split("axis cs:", -1).length < 600, () -> "vertices: " + tex.split("axis cs:", -1).length);
    }

    @Test
    void only_mathematics_is_let_through_as_tex() {
        assertEquals("$\\tau_D$", Label.symbol("τ_D", "\\tau_D").tex());
        for (String evil : List.of(
                "\\input{x}",
                "\\write18{rm}",
                "a % b",
                "}{",
                "$x",
                "^^5cinput",
                "\\csname input\\endcsname",
                "x$ & $y",
                "\\")) {
            Label label = Label.symbol("ok", evil);
            assertEquals("ok", label.tex(), evil);
        }
        assertFalse(Label.text(Examples.HOSTILE).tex().contains("\\input"));
        assertTrue(Label.text("a\u202Eb").tex().contains("[U+202E]"));
    }

    private static boolean hasTex() {
        try {
            var process = new ProcessBuilder("kpsewhich", "pgfplots.sty", "article.cls")
                    .redirectErrorStream(true)
                    .start();
            String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return found.lines().count() == 2 && process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.toList();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}

package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.reports.latex.PdfLatex;

/** What is written for papers, other programs and the terminal. */
class PagesTest {
    private static final String PREAMBLE =
            "\\documentclass{article}\\usepackage{amsmath,amssymb,pgfplots}\\pgfplotsset{compat=1.16}"
                    + "\\usepgfplotslibrary{fillbetween}\\usetikzlibrary{patterns}\\allowdisplaybreaks\n";

    @TempDir
    Path folder;

    @Test
    void the_matrix_form_of_the_linear_VAE_is_shown() {
        Called called = Called.line("derive linear-vae --matrix").succeeds();
        assertTrue(called.out().contains("dQ/dt = τ (C_hz + C_hz^T − Q A_w − A_w Q) + τ² η C_zz"), called.out());
        assertTrue(Called.line("derive soft-committee --matrix").out().contains("no matrix form"));
    }

    @Test
    void the_ending_of_the_file_says_which_language_is_written() throws IOException {
        for (String ending : List.of("py", "jl", "wl", "c", "tex")) {
            Path file = folder.resolve("oja." + ending);
            assertEquals(
                    0, Called.with("derive", "oja", "--out", file.toString()).status());
            String text = Files.readString(file);
            String sign = ending.equals("py")
                    ? "def rhs("
                    : ending.equals("jl")
                            ? "function rhs!("
                            : ending.equals("wl")
                                    ? "ojaRHS["
                                    : ending.equals("c") ? "void oja_rhs(" : "\\begin{align*}";
            assertTrue(text.contains(sign), text);
        }
    }

    @Test
    void an_unknown_language_is_refused_and_the_known_ones_are_named() {
        Called called = Called.line("derive oja --format fortran");
        assertEquals(2, called.status());
        assertTrue(called.err().contains("fortran") && called.err().contains("julia"), called.err());
    }

    @Test
    void equations_and_a_figure_are_input_into_a_paper() throws IOException {
        String out = folder.toString();
        assertEquals(
                0,
                Called.with("derive", "linear-vae", "--standalone", "--matrix", "--out", out + "/eqs.tex")
                        .status());
        Called.with("branch", "lorenz", "--vary", "rho=0.5:1.5", "-q", "--standalone", "--out", out + "/fig.tex")
                .succeeds();
        String equations = Files.readString(folder.resolve("eqs.tex"));
        assertTrue(
                equations.contains("% needs \\usepackage{amsmath}") && equations.contains("\\label{eq:dQ}"), equations);
        assertFalse(equations.contains("documentclass"));
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        Path paper = Files.writeString(
                folder.resolve("paper.tex"),
                PREAMBLE
                        + "\\begin{document}\\input{eqs}See \\eqref{eq:dQ}.\n\n\\noindent\\input{fig}\\end{document}\n");
        PdfLatex.Compiled compiled = assertInstanceOf(
                PdfLatex.Compiled.class,
                new PdfLatex()
                        .compile(
                                paper,
                                List.of(
                                        folder.resolve("eqs.tex"),
                                        folder.resolve("fig.tex"),
                                        folder.resolve("fig-bifurcation-diagram.csv"),
                                        folder.resolve("fig-bifurcation-diagram-points.csv"))));
        assertFalse(compiled.log().contains("undefined"), compiled.log());
    }

    @Test
    void two_models_and_a_figure_fit_into_a_two_column_paper() throws IOException {
        String out = folder.toString();
        for (String model : List.of("oja", "linear-vae")) {
            String prefix = model.equals("oja") ? "oja:" : "vae.";
            Called.with(
                            "derive",
                            model,
                            "--standalone",
                            "--label-prefix",
                            prefix,
                            "--two-column",
                            "--out",
                            out + "/" + model + ".tex")
                    .succeeds();
            String text = Files.readString(folder.resolve(model + ".tex"));
            assertTrue(text.contains("\\label{" + prefix + "eq:dQ}"), text);
        }
        Called.with("fixed-points", "oja", "-q", "--two-column", "--out", out + "/fig.tex")
                .succeeds();
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        Path paper = Files.writeString(
                folder.resolve("paper.tex"),
                PREAMBLE.replace("{article}", "[twocolumn]{article}")
                        + "\\begin{document}\\input{oja}\\input{linear-vae}See \\eqref{oja:eq:dQ} and \\eqref{vae.eq:dQ}."
                        + "\n\n\\noindent\\input{fig}\\end{document}\n");
        List<Path> needed = Stream.of("oja.tex", "linear-vae.tex", "fig.tex", "fig-spectrum.csv")
                .map(folder::resolve)
                .toList();
        PdfLatex.Compiled compiled = assertInstanceOf(PdfLatex.Compiled.class, new PdfLatex().compile(paper, needed));
        for (String trouble : List.of("undefined", "multiply defined", "Overfull")) {
            assertFalse(compiled.log().contains(trouble), compiled.log());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "derive oja --label-prefix a:; --label-prefix is about equations for a paper",
                "derive oja --standalone --label-prefix a{b; --label-prefix goes into \\label: letters, digits and : . _ -",
                "fixed-points oja --two-column --out f.svg; --two-column sets the width of a figure for a paper: say where"
            })
    void options_for_papers_that_do_not_fit_are_refused(String line, String message) {
        Called called = Called.line(line);
        assertEquals(2, called.status());
        assertTrue(called.err().startsWith("macrostate: " + message), called.err());
    }

    @Test
    void what_made_a_figure_is_in_its_metadata_and_not_in_the_picture() throws IOException {
        for (String ending : List.of("svg", "png", "pdf", "tex")) {
            if (!ending.equals("pdf") || new PdfLatex().isInstalled()) {
                Called.with(
                                "fixed-points",
                                "oja",
                                "-q",
                                "--out",
                                folder.resolve("f." + ending).toString())
                        .succeeds();
            }
        }
        String svg = Files.readString(folder.resolve("f.svg"));
        assertTrue(svg.contains("<metadata>Macrostate "), svg);
        assertFalse(svg.replaceAll("(?s)<metadata>.*</metadata>", "").contains("Macrostate"), svg);
        String tex = Files.readString(folder.resolve("f.tex"));
        assertTrue(tex.contains("% Macrostate "), tex);
        assertFalse(tex.replaceAll("%.*", "").contains("Macrostate "), tex);
        assertTrue(latin(folder.resolve("f.png")).contains("tEXtSoftware\0Macrostate "));
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        assertTrue(latin(folder.resolve("f.pdf")).contains("/Creator (Macrostate "));
    }

    private static String latin(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_standalone_figure_needs_a_file_for_TeX() {
        Called called = Called.line("branch lorenz --vary rho=0.5:1.5 -q --standalone --out fig.svg");
        assertEquals(2, called.status());
        assertEquals(
                "macrostate: --standalone writes a figure for LaTeX: say where with --out NAME.tex, found --out fig.svg\n",
                called.err());
    }

    @Test
    void a_plot_stands_in_place_of_the_table() {
        Called called = Called.line("integrate oja --until 20 --plot").succeeds();
        assertTrue(called.out().lines().count() > 15, called.out());
        assertTrue(called.out().lines().allMatch(line -> line.length() <= 110), called.out());
        assertFalse(called.out().contains("t,q,Q"), called.out());
        Called both = Called.line("integrate oja --until 20 --plot --json");
        assertEquals(2, both.status());
        assertEquals("macrostate: --plot and --json both ask for standard output; leave one of them out\n", both.err());
    }
}

package org.macrostate.reports.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.SymbolNames;

class PdfLatexTest {
    @TempDir
    private Path folder;

    private PdfLatex.Outcome compile(String body, Duration limit) throws IOException {
        Path tex = folder.resolve("a.tex");
        Files.writeString(
                tex, "\\documentclass{article}\\usepackage{amsmath}\\begin{document}" + body + "\\end{document}\n");
        return new PdfLatex("pdflatex", limit).compile(tex, List.of());
    }

    @Test
    void without_a_tex_the_answer_says_so() throws IOException {
        Path tex = Files.writeString(folder.resolve("a.tex"), "");
        var missing = new PdfLatex("no-such-tex", PdfLatex.DEFAULT_LIMIT);
        assertFalse(missing.isInstalled());
        assertInstanceOf(PdfLatex.NotInstalled.class, missing.compile(tex, List.of()));
    }

    @Test
    void the_first_error_is_told() throws IOException {
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        var failed = assertInstanceOf(PdfLatex.Failed.class, compile("\\nonsense", PdfLatex.DEFAULT_LIMIT));
        assertTrue(failed.error().contains("Undefined control sequence"), failed.error());
        assertFalse(Files.exists(folder.resolve("a.pdf")));
        assertTrue(Files.exists(folder.resolve("a.tex")), "the .tex stays");
    }

    @Test
    void a_document_without_end_is_stopped() throws IOException {
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        var limit = Duration.ofSeconds(3);
        assertEquals(new PdfLatex.TimedOut(limit), compile("\\def\\x{\\x}\\x", limit));
    }

    @Test
    void a_file_outside_the_folder_is_not_read() throws IOException {
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        assertInstanceOf(PdfLatex.Failed.class, compile("\\input{" + secret + "}", PdfLatex.DEFAULT_LIMIT));
    }

    @Test
    void a_shell_is_not_reached() throws IOException {
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        Path mark = folder.resolve("mark");
        compile("\\immediate\\write18{touch " + mark + "}x", PdfLatex.DEFAULT_LIMIT);
        assertFalse(Files.exists(mark));
    }

    /** Names as users write them, and many at random: each alone, raised, at places, and as subscript of a subscript. */
    @Test
    void every_legal_name_typesets() throws IOException {
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        List<String> names = new ArrayList<>(
                List.of("eta2_in", "w1_max", "x1_2", "tauD_2", "a_b_c", "Q_", "a__b", "rho_1_max2", "D2_x3_y", "xi_"));
        Random random = new Random(20261128);
        List<String> parts = List.of("eta", "tauD", "w1", "x", "max", "Q", "2", "12", "beta", "_", "_", "Z9", "phi0");
        while (names.size() < 300) {
            StringBuilder name = new StringBuilder("a").deleteCharAt(0);
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                name.append(parts.get(random.nextInt(parts.size())));
            }
            if (Character.isLetter(name.charAt(0))) {
                names.add(name.toString());
            }
        }
        StringBuilder body = new StringBuilder();
        for (String name : names) {
            Layout symbol = SymbolNames.PLAIN.of(name);
            Layout two = new Layout.Digits("2");
            Layout squared = new Layout.Script(symbol, Layout.empty(), two);
            Layout placed = new Layout.Indexed(symbol, Layout.empty(), List.of(two, symbol));
            Layout both = new Layout.Script(placed, symbol, squared);
            body.append("$")
                    .append(MathLatex.of(Layout.row(symbol, squared, placed, both)))
                    .append("$\n\n");
        }
        PdfLatex.Outcome outcome = compile(body.toString(), PdfLatex.DEFAULT_LIMIT);
        assertInstanceOf(PdfLatex.Compiled.class, outcome, outcome.toString());
    }
}

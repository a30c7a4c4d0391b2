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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfLatexTest {
    @TempDir
    private Path folder;

    private PdfLatex.Outcome compile(String body, Duration limit) throws IOException {
        Path tex = folder.resolve("a.tex");
        Files.writeString(tex, "\\documentclass{article}\\begin{document}" + body + "\\end{document}\n");
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
}

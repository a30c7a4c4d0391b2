package org.macrostate.reports.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.reports.SampleDocument;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;

class LatexDocumentTest {
    @TempDir
    private Path folder;

    @Test
    void a_report_compiles_without_overfull_lines_and_undefined_references() throws IOException {
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        Path tex = folder.resolve("my-report.tex");
        Files.writeString(tex, LatexDocument.render(SampleDocument.of("linear-vae", "oja", "lorenz")));
        Files.createDirectories(folder.resolve("figures"));
        Path figure = Files.writeString(folder.resolve("figures/curve.tex"), SampleDocument.figureTex());
        Path csv = Files.writeString(folder.resolve("curve.csv"), SampleDocument.CSV);

        PdfLatex.Compiled compiled =
                assertInstanceOf(PdfLatex.Compiled.class, new PdfLatex().compile(tex, List.of(figure, csv)));

        assertEquals(folder.resolve("my-report.pdf"), compiled.pdf());
        assertTrue(Files.size(compiled.pdf()) > 10_000);
        assertEquals(List.of(), TexLog.overfull(compiled.log(), 5));
        assertEquals(List.of(), TexLog.undefined(compiled.log()));
        assertEquals(
                List.of(),
                compiled.log().lines().filter(l -> l.contains("Warning")).toList());
        assertFalse(compiled.log().contains("(/etc/passwd"), "a file outside was opened");
    }

    @Test
    void text_never_becomes_a_command() {
        String tex = LatexDocument.render(SampleDocument.of());
        assertFalse(tex.contains("\\input{/etc"));
        assertFalse(tex.contains("\\write18"));
        assertEquals(tex.indexOf("\\end{document}"), tex.lastIndexOf("\\end{document}"));
        assertTrue(tex.contains("\\textbackslash{}input\\{/"));
        assertTrue(tex.contains("[U+202E]abc[U+200F]"));
        assertTrue(tex.contains("50\\% of a\\_b \\& c\\textasciicircum{}2 \\# \\$x\\$"));
        assertTrue(tex.codePoints().noneMatch(c -> c == 0x202E || c == 7));
    }

    @Test
    void a_reference_to_nothing_is_misuse() {
        var section = Section.of("S", "", new Block.Paragraph(Prose.text("see ").andRef("eq:lost")));
        var document = new Document("T", Prose.EMPTY, List.of(section), List.of(), "");
        var e = assertThrows(IllegalArgumentException.class, () -> LatexDocument.render(document));
        assertEquals("nothing is labelled 'eq:lost'", e.getMessage());
    }
}

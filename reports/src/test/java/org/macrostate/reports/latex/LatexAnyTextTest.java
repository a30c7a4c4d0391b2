package org.macrostate.reports.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.reports.RandomText;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Reference;
import org.macrostate.reports.document.Section;

class LatexAnyTextTest {
    @TempDir
    private Path folder;

    /** A report with each of the texts in every place that takes a text of a user. */
    private static Document everywhere(List<String> texts) {
        List<Prose> proses = texts.stream().map(Prose::text).toList();
        List<List<Prose>> rows = new ArrayList<>();
        for (Prose prose : proses) {
            rows.add(List.of(prose, prose));
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            sections.add(Section.of(
                    text.isBlank() ? "blank" : text,
                    "sec:" + i,
                    new Block.Paragraph(
                            Prose.text("x ").andCode(text).andEmphasis(text).andLink(text, "https://example.org/")),
                    new Block.CodeBlock(text + "\n" + text)));
        }
        List<Block.Column> columns = List.of(Block.Column.left(texts.get(0)), Block.Column.left(texts.get(1)));
        List<Block> blocks = List.of(
                new Block.TableBlock("tab:long", proses.get(0), columns, rows),
                new Block.TableBlock("tab:short", proses.get(1), columns, rows.subList(0, 12)),
                new Block.ListBlock(proses, false),
                new Block.ListBlock(proses, true));
        sections.add(new Section("All", "sec:all", blocks, List.of()));
        return new Document(texts.get(0), proses.get(1), sections, List.of(Reference.of(texts.get(2))), texts.get(3));
    }

    private void compiles(List<String> texts) throws IOException {
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        Path tex = Files.writeString(folder.resolve("a.tex"), LatexDocument.render(everywhere(texts)));
        PdfLatex.Outcome outcome = new PdfLatex().compile(tex, List.of());
        PdfLatex.Compiled compiled = assertInstanceOf(PdfLatex.Compiled.class, outcome, () -> String.valueOf(outcome));
        assertEquals(
                List.of(),
                compiled.log()
                        .lines()
                        .filter(l -> l.contains("undefined") || l.startsWith("! "))
                        .toList());
    }

    @Test
    void any_text_compiles_in_every_place() throws IOException {
        compiles(RandomText.texts(60, 2024).toList());
    }

    @Test
    void what_a_command_before_it_would_take_for_an_option_compiles() throws IOException {
        compiles(List.of(
                "[Q] is positive", "[1cm]", "*", "*[1cm] x", "[", "]", "[htbp", "&", "\\\\[2cm]", "%", "{", "}"));
    }

    /** TeX's own view: after escaping no brace is open, and only letters, known commands and signs are left. */
    @Test
    void escaped_text_holds_nothing_that_acts() {
        RandomText.texts(5000, 7).forEach(text -> {
            for (String tex : List.of(LatexText.escape(text), LatexText.breakable(text))) {
                int depth = 0;
                for (int i = 0; i < tex.length(); i++) {
                    char c = tex.charAt(i);
                    if (c == '\\') {
                        i++;
                        assertTrue(
                                "{}$&#%_".indexOf(tex.charAt(i)) >= 0 || Character.isLetter(tex.charAt(i)),
                                () -> text + " became " + tex);
                        continue;
                    }
                    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                    assertTrue(depth >= 0 && "&#%~\"".indexOf(c) < 0 && !Character.isISOControl(c), tex);
                }
                assertEquals(0, depth, tex);
                assertFalse(tex.contains("---") && !text.contains("—"), tex);
            }
        });
    }

    @Test
    void signs_that_fonts_would_join_stay_apart() {
        assertEquals("-{}-{}-", LatexText.escape("---"));
        assertEquals(",{},", LatexText.escape(",,"));
        assertEquals("\\textless{}\\textless{}", LatexText.escape("<<"));
    }
}

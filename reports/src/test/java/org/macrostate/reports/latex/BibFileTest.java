package org.macrostate.reports.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.reports.document.BibliographyEntry;
import org.macrostate.reports.document.Citations;
import org.macrostate.reports.document.Reference;

class BibFileTest {
    private static final String HOSTILE =
            "50% of {a_b} \\input{/etc/passwd} \\write18{ls} }} @article{x, <script>\u202Eabc (1999)";

    @TempDir
    private Path folder;

    private static List<Reference> references(String... cites) {
        return java.util.Arrays.stream(cites).map(Reference::of).toList();
    }

    @Test
    void every_work_that_a_bundled_model_cites_is_in_the_bibliography_with_authors_and_title() {
        Set<String> keys = new HashSet<>();
        for (String model : BundledModels.names()) {
            for (String cite : BundledModels.problem(model).cite()) {
                BibliographyEntry entry = Citations.of(references(cite)).get(0);
                assertTrue(
                        entry.fields().containsKey("author") && entry.fields().containsKey("title"), cite);
                assertTrue(cite.contains(entry.fields().get("year")) || cite.contains("arXiv"), cite);
                boolean named = !cite.contains(" and ")
                        || cite.toLowerCase(Locale.ROOT)
                                .contains(entry.fields()
                                        .get("author")
                                        .split(",")[0]
                                        .toLowerCase(Locale.ROOT));
                assertTrue(named, cite + " is not " + entry.text());
                keys.add(entry.key());
            }
        }
        assertTrue(keys.size() > 12, keys.toString());
    }

    @Test
    void what_a_citation_says_beside_the_work_is_a_note() {
        Reference chapter =
                Reference.of("A. Engel and C. Van den Broeck, Statistical Mechanics of Learning (2001), chapter 9");
        assertEquals(
                "A. Engel and C. Van den Broeck. Statistical Mechanics of Learning. Cambridge University Press (2001). chapter 9.",
                chapter.text());
    }

    @Test
    void of_an_unknown_work_only_what_the_citation_says_is_written() {
        assertEquals(
                """
                @misc{arxiv:2401.00001,
                  howpublished = {{arXiv:2401.00001}},
                  eprint = {2401.00001},
                  archiveprefix = {arXiv},
                }

                @misc{jones2001,
                  howpublished = {{B. Jones, Some Journal 5, 7 (2001)}},
                }

                @misc{jones2001b,
                  howpublished = {{C. Jones, Other Journal (2001)}},
                }
                """,
                BibFile.render(references(
                        "arXiv:2401.00001", "B. Jones, Some Journal 5, 7 (2001)", "C. Jones, Other Journal (2001)")));
    }

    @Test
    void any_text_leaves_braces_balanced_and_starts_no_entry() {
        String bib = BibFile.render(references(HOSTILE, "arXiv:2310.15440"));
        int depth = 0;
        for (char c : bib.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertTrue(depth >= 0, bib);
        }
        assertEquals(0, depth, bib);
        assertEquals(2, bib.lines().filter(line -> line.startsWith("@")).count());
        assertFalse(bib.contains("\\input{") || bib.contains("\\write18") || bib.contains("\u202E"), bib);
    }

    @Test
    void BibTeX_reads_it_and_the_list_it_makes_compiles() throws IOException, InterruptedException {
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        List<String> cites = new ArrayList<>(List.of(HOSTILE, "arXiv:2401.00001", "doi:10.1000/182"));
        BundledModels.names().forEach(m -> cites.addAll(BundledModels.problem(m).cite()));
        List<Reference> references =
                cites.stream().distinct().map(Reference::of).toList();
        Files.writeString(folder.resolve("references.bib"), BibFile.render(references));
        Files.writeString(
                folder.resolve("a.aux"), "\\relax\n\\citation{*}\n\\bibstyle{unsrt}\n\\bibdata{references}\n");
        Process bibtex;
        try {
            bibtex = new ProcessBuilder("bibtex", "a")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException notThere) {
            assumeTrue(false, "no bibtex on the PATH");
            return;
        }
        String said = new String(bibtex.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, bibtex.waitFor(), said);
        assertFalse(said.contains("error") || said.contains("repeated"), said);
        Path tex = Files.writeString(
                folder.resolve("list.tex"),
                "\\documentclass{article}\\begin{document}\\nocite{*}\n" + Files.readString(folder.resolve("a.bbl"))
                        + "\\end{document}\n");
        PdfLatex.Outcome outcome = new PdfLatex().compile(tex, List.of());
        assertTrue(outcome instanceof PdfLatex.Compiled, outcome.toString());
    }
}

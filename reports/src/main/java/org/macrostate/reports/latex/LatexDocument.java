package org.macrostate.reports.latex;

import java.util.List;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Labels;
import org.macrostate.reports.document.Reference;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.document.VisibleText;
import org.macrostate.reports.figure.PgfFigure;
import org.macrostate.reports.typeset.Greek;

/**
 * Writes a document as LaTeX for the article class. It needs Debian's texlive-latex-recommended, and texlive-pictures if
 * there are figures.
 */
public final class LatexDocument {
    private static final String[] LEVELS = {"section", "subsection", "subsubsection", "paragraph"};

    private final Document document;
    private final LatexBlocks blocks;

    private LatexDocument(Document document) {
        this.document = document;
        this.blocks = new LatexBlocks(new LatexProse(new Labels(document), document.references()));
    }

    /**
     * The whole file.
     *
     * @throws IllegalArgumentException if something refers to a label or a reference that the document lacks
     */
    public static String render(Document document) {
        return new LatexDocument(document).text();
    }

    private String text() {
        boolean figures = document.sections().stream().anyMatch(LatexDocument::hasFigures);
        var out = new StringBuilder();
        out.append("% ").append(LatexText.escape(document.madeBy())).append('\n');
        out.append(LatexPreamble.TEXT).append(figures ? PgfFigure.PREAMBLE : "");
        out.append("\\hypersetup{pdftitle={").append(bookmark(document.title())).append("}}\n");
        out.append("\n\\begin{document}\n\\begin{center}\n{\\LARGE\\bfseries\\boldmath ")
                .append(LatexText.breakable(document.title()))
                .append("\\par}\n\\end{center}\n\\medskip\n");
        if (!document.summary().isEmpty()) {
            String summary = blocks.prose().of(document.summary());
            out.append("\\begin{abstract}\n").append(summary).append("\n\\end{abstract}\n");
        }
        document.sections().forEach(section -> section(section, 0, out));
        references(out);
        if (!document.madeBy().isEmpty()) {
            out.append("\n\\bigskip\\noindent{\\footnotesize\\raggedright ")
                    .append(LatexText.escape(document.madeBy()))
                    .append("\\par}\n");
        }
        return out.append("\\end{document}\n").toString();
    }

    private void section(Section section, int level, StringBuilder out) {
        String title = LatexText.breakable(section.title());
        String command = LEVELS[Math.min(level, LEVELS.length - 1)];
        out.append("\n\\")
                .append(command)
                .append("{\\texorpdfstring{\\raggedright ")
                .append(title)
                .append("}{")
                .append(bookmark(section.title()))
                .append("}}")
                .append(blocks.prose().label(section.label()))
                .append('\n');
        boolean display = false;
        for (Block block : section.blocks()) {
            // No blank line around displayed equations: they are part of the paragraph.
            boolean continued = block instanceof Block.EquationBlock || (display && block instanceof Block.Paragraph);
            out.append(continued ? "" : "\n").append(blocks.of(block));
            display = block instanceof Block.EquationBlock;
        }
        section.subsections().forEach(sub -> section(sub, level + 1, out));
    }

    private void references(StringBuilder out) {
        List<Reference> references = document.references();
        if (references.isEmpty()) {
            return;
        }
        out.append("\n% With BibTeX: \\bibliographystyle{unsrt}\\bibliography{references} for all of this list.\n")
                .append("\\begin{thebibliography}{")
                .append(references.size() < 10 ? "9" : "99")
                .append("}\n");
        for (int i = 0; i < references.size(); i++) {
            out.append("\\bibitem{")
                    .append(blocks.prose().key(i + 1))
                    .append("} ")
                    .append(LatexProse.link(
                            references.get(i).text(), references.get(i).address()))
                    .append("\n");
        }
        out.append("\\end{thebibliography}\n");
    }

    private static boolean hasFigures(Section section) {
        return section.blocks().stream().anyMatch(Block.FigureBlock.class::isInstance)
                || section.subsections().stream().anyMatch(LatexDocument::hasFigures);
    }

    /** A title for the PDF's outline: Greek by name, without TeX's own characters. */
    private static String bookmark(String title) {
        var out = new StringBuilder();
        VisibleText.of(title).codePoints().forEach(c -> {
            String letter = Character.toString(c);
            String name = Greek.command(letter).orElse("");
            boolean plain = c >= ' ' && c < 127 && "\\{}$&#%_^~".indexOf(c) < 0;
            out.append(plain ? letter : name.isEmpty() ? " " : name.substring(1));
        });
        return out.toString().strip();
    }
}

package org.macrostate.reports.latex;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.PaperWidth;
import org.macrostate.reports.document.Prose;

/** A section's blocks as LaTeX. */
final class LatexBlocks {
    private final LatexProse prose;
    private final LatexEquations equations;
    private final LatexTable tables;

    LatexBlocks(LatexProse prose) {
        this(prose, PaperWidth.TEXT);
    }

    LatexBlocks(LatexProse prose, PaperWidth width) {
        this.prose = prose;
        this.equations = new LatexEquations(prose, width.line());
        this.tables = new LatexTable(prose);
    }

    LatexProse prose() {
        return prose;
    }

    String of(Block block) {
        if (block instanceof Block.Paragraph p) {
            return prose.of(p.prose()) + "\n";
        }
        if (block instanceof Block.EquationBlock e) {
            return equations.of(e);
        }
        if (block instanceof Block.TableBlock t) {
            return tables.of(t);
        }
        if (block instanceof Block.FigureBlock f) {
            return "\\begin{placed}{figure}\n\\input{" + f.texFile() + "}\n" + caption(f.caption(), f.label())
                    + "\\end{placed}\n";
        }
        if (block instanceof Block.CodeBlock c) {
            return "\\begin{quote}\\small\\ttfamily\\raggedright\\frenchspacing\n" + code(c.text())
                    + "\n\\end{quote}\n";
        }
        Block.ListBlock list = (Block.ListBlock) block;
        return list(list.items(), list.numbered() ? "enumerate" : "itemize");
    }

    private String caption(Prose caption, String label) {
        return "\\caption{" + prose.of(caption) + "}" + prose.label(label) + "\n";
    }

    private String list(List<Prose> items, String environment) {
        return "\\begin{" + environment + "}\n"
                + items.stream()
                        .map(item -> "\\item " + LatexText.opening(prose.of(item)) + "\n")
                        .collect(Collectors.joining())
                + "\\end{" + environment + "}\n";
    }

    /** An empty line holds an empty box: LaTeX ends no line in which nothing stands. */
    private static String codeLine(String line) {
        return line.isBlank()
                ? "\\mbox{}"
                : "~".repeat(line.length() - line.stripLeading().length())
                        + LatexText.opening(LatexText.breakable(line.strip()));
    }

    private static String code(String text) {
        return text.lines().map(LatexBlocks::codeLine).collect(Collectors.joining("\\\\\n"));
    }
}

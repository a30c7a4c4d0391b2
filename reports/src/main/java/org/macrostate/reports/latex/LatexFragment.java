package org.macrostate.reports.latex;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Labels;
import org.macrostate.reports.document.PaperWidth;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.document.VisibleText;

/** Equations alone, to be input into a paper: displays of amsmath, broken and labelled, and a comment on what they need. */
public final class LatexFragment {
    private LatexFragment() {}

    /**
     * The displays, one after the other.
     *
     * @param madeBy one line for the comment
     * @param width that lines are broken for
     */
    public static String equations(List<Block> displays, String madeBy, PaperWidth width) {
        String body = of(displays, "%\n", width);
        String shrunk = body.contains("\\resizebox") ? "\\usepackage{graphicx}" : "";
        String letters = body.contains("\\mathbb") ? ",amssymb" : "";
        return "% " + VisibleText.of(madeBy) + "\n% needs \\usepackage{amsmath" + letters + "}" + shrunk
                + " (and \\allowdisplaybreaks where displays are longer than a page); broken for lines of "
                + Math.round(width.line()) + " em\n" + body;
    }

    /** Paragraphs and displays, one after the other; they refer to nothing. */
    public static String of(List<Block> blocks) {
        return of(blocks, "", PaperWidth.TEXT);
    }

    private static String of(List<Block> blocks, String between, PaperWidth width) {
        Section section = new Section("", "", blocks, List.of());
        Document document = new Document("", Prose.EMPTY, List.of(section), List.of(), "");
        LatexBlocks latex = new LatexBlocks(new LatexProse(new Labels(document), List.of()), width);
        return blocks.stream().map(latex::of).collect(Collectors.joining(between));
    }
}

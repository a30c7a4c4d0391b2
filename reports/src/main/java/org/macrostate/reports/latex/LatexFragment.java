package org.macrostate.reports.latex;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Labels;
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
     */
    public static String equations(List<Block> displays, String madeBy) {
        String body = of(displays, "%\n");
        String shrunk = body.contains("\\resizebox") ? "\\usepackage{graphicx}" : "";
        String letters = body.contains("\\mathbb") ? ",amssymb" : "";
        return "% " + VisibleText.of(madeBy) + "\n% needs \\usepackage{amsmath" + letters + "}" + shrunk
                + " (and \\allowdisplaybreaks where displays are longer than a page); broken for lines of "
                + Math.round(LatexPreamble.LINE) + " em\n" + body;
    }

    /** Paragraphs and displays, one after the other; they refer to nothing. */
    public static String of(List<Block> blocks) {
        return of(blocks, "");
    }

    private static String of(List<Block> blocks, String between) {
        Section section = new Section("", "", blocks, List.of());
        Document document = new Document("", Prose.EMPTY, List.of(section), List.of(), "");
        LatexBlocks latex = new LatexBlocks(new LatexProse(new Labels(document), List.of()));
        return blocks.stream().map(latex::of).collect(Collectors.joining(between));
    }
}

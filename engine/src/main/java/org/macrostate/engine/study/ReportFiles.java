package org.macrostate.engine.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.DrawingFiles;
import org.macrostate.engine.study.report.ReportBuilder;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.html.HtmlDocument;
import org.macrostate.reports.latex.BibFile;
import org.macrostate.reports.latex.LatexDocument;
import org.macrostate.reports.latex.PdfLatex;
import org.macrostate.reports.live.LivePart;

/** Writes a report's files into the study's folder: figures, LaTeX, PDF where there is a TeX, HTML. */
final class ReportFiles {
    private static final String TEX = "report.tex";
    private static final String BIB = "references.bib";
    private static final String HTML = "report.html";
    static final String NOTEBOOK = "report.ipynb";

    private final OutputFiles files;
    private final List<String> formats;
    private final MadeBy madeBy;
    private final List<String> written = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    ReportFiles(OutputFiles files, List<String> formats, MadeBy madeBy) {
        this.files = files;
        this.formats = formats;
        this.madeBy = madeBy;
    }

    /**
     * What was written.
     *
     * @param names best to read first
     * @param messages for the user
     */
    record Written(List<String> names, List<String> messages) {}

    /**
     * Writes them.
     *
     * @param live what computes in the HTML report; it throws {@link BadInput} where the model has no such thing
     * @param notebook the text of the study's notebook
     */
    Written write(ReportBuilder composition, Supplier<LivePart> live, String notebook) {
        Set<String> needed = new LinkedHashSet<>();
        for (Drawing drawing : composition.drawings()) {
            DrawingFiles.write(files, drawing, madeBy);
            needed.addAll(DrawingFiles.needed(drawing));
        }
        if (formats.contains("html")) {
            files.write(HTML, html(composition.document(), live), madeBy);
            written.add(HTML);
        }
        if (formats.contains("tex") || formats.contains("pdf")) {
            if (!composition.document().references().isEmpty()) {
                files.write(BIB, BibFile.render(composition.document().references()), madeBy);
            }
            files.write(TEX, LatexDocument.render(composition.document()), madeBy);
            if (formats.contains("pdf")) {
                pdf(List.copyOf(needed));
            }
            written.add(TEX);
        }
        files.write(NOTEBOOK, notebook, madeBy);
        written.add(NOTEBOOK);
        return new Written(written, messages);
    }

    private String html(Document document, Supplier<LivePart> live) {
        try {
            return HtmlDocument.render(document, live.get().section());
        } catch (BadInput none) {
            messages.add("no live section in report.html: " + none.getMessage());
            return HtmlDocument.render(document);
        }
    }

    private void pdf(List<String> needed) {
        // Before TeX puts the file there, so that a folder never holds a file of ours that is not known as such.
        PdfLatex tex = new PdfLatex();
        if (tex.isInstalled()) {
            files.note("report.pdf", madeBy);
        }
        PdfLatex.Outcome outcome = tex.compile(
                files.folder().resolve(TEX), needed.stream().map(Path::of).toList());
        if (outcome instanceof PdfLatex.Compiled) {
            written.add(0, "report.pdf");
        } else if (outcome instanceof PdfLatex.NotInstalled) {
            messages.add("no report.pdf: pdflatex is not installed; report.html shows the same");
        } else if (outcome instanceof PdfLatex.TimedOut late) {
            messages.add(
                    "no report.pdf: pdflatex took more than " + late.limit().toSeconds() + " seconds");
        } else if (outcome instanceof PdfLatex.Failed failed) {
            messages.add("no report.pdf: pdflatex failed: " + failed.error());
        }
    }
}

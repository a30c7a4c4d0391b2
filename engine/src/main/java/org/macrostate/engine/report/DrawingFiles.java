package org.macrostate.engine.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.document.PaperWidth;
import org.macrostate.reports.latex.PdfLatex;

/** The files of a figure: SVG, PNG, and pgfplots code with the CSV that it reads. */
public final class DrawingFiles {
    private static final int PIXELS = 1600;
    private static final String NO_TEX = "pdflatex is not installed; a figure is also written as .svg, .png or .tex";

    private DrawingFiles() {}

    /** Their names, but for the CSV files. */
    public static List<String> names(String name) {
        return List.of(name + ".svg", name + ".png", name + ".tex");
    }

    /** Writes them, CSV first. */
    public static void write(OutputFiles files, Drawing drawing, MadeBy madeBy) {
        for (DataTable table : drawing.tables()) {
            files.write(table.name() + ".csv", table.csv(), madeBy);
        }
        files.write(drawing.name() + ".svg", drawing.svg(), madeBy);
        files.write(drawing.name() + ".png", drawing.png(PIXELS), madeBy);
        files.write(drawing.name() + ".tex", drawing.pgf(), madeBy);
    }

    /** Endings of files that hold a figure alone. */
    public static final List<String> ENDINGS = List.of("svg", "png", "pdf", "tex");

    /**
     * Only the figure, in the form that the ending of its name says. LaTeX reads its data from CSV files beside it that are
     * named after the figure, so that figures of one folder never share them.
     *
     * @param name with an ending of {@link #ENDINGS}
     * @param tables of the answer
     * @param width of LaTeX and PDF
     * @throws BadInput for PDF, if there is no pdfLaTeX or it fails
     */
    public static void alone(
            OutputFiles files, String name, Drawing drawing, List<DataTable> tables, PaperWidth width, MadeBy madeBy) {
        int dot = name.lastIndexOf('.');
        switch (name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
            case "svg" -> files.write(name, drawing.svg(), madeBy);
            case "png" -> files.write(name, drawing.png(PIXELS), madeBy);
            case "pdf" -> files.write(name, pdf(drawing, read(drawing, tables), width), madeBy);
            default -> {
                String prefix = texName(name.substring(0, dot)) + "-";
                List<DataTable> read = read(drawing, tables);
                files.claim(read.stream()
                        .map(table -> prefix + table.name() + ".csv")
                        .toList());
                read.forEach(table -> files.write(prefix + table.name() + ".csv", table.csv(), madeBy));
                files.write(name, drawing.fragment(prefix, width), madeBy);
            }
        }
    }

    /** A name that TeX reads: other characters than letters, digits and {@code . _ -} become hyphens. */
    private static String texName(String stem) {
        return stem.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static List<DataTable> read(Drawing drawing, List<DataTable> tables) {
        List<DataTable> all = new ArrayList<>(tables);
        all.addAll(drawing.tables());
        return all.stream()
                .filter(table -> drawing.reads().contains(table.name() + ".csv"))
                .toList();
    }

    private static byte[] pdf(Drawing drawing, List<DataTable> read, PaperWidth width) {
        try {
            Path folder = Files.createTempDirectory("macrostate-figure");
            try {
                Path tex = Files.writeString(folder.resolve("figure.tex"), drawing.standalone(width));
                List<Path> needed = new ArrayList<>();
                for (DataTable table : read) {
                    needed.add(Files.writeString(folder.resolve(table.name() + ".csv"), table.csv()));
                }
                PdfLatex.Outcome outcome = new PdfLatex().compile(tex, needed);
                if (outcome instanceof PdfLatex.Compiled compiled) {
                    return Files.readAllBytes(compiled.pdf());
                }
                throw new BadInput("no PDF: "
                        + (outcome instanceof PdfLatex.Failed failed
                                ? "pdflatex failed: " + failed.error()
                                : outcome instanceof PdfLatex.TimedOut ? "pdflatex took too long" : NO_TEX));
            } finally {
                try (Stream<Path> left = Files.list(folder)) {
                    for (Path file : left.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make a PDF", failed);
        }
    }

    /**
     * Finds before the work begins whether figures of this form can be made here.
     *
     * @throws BadInput for PDF, if there is no pdfLaTeX
     */
    public static void requireMakes(String ending) {
        if (ending.equals("pdf") && !new PdfLatex().isInstalled()) {
            throw new BadInput("no PDF: " + NO_TEX);
        }
    }

    /** Everything that a document with this figure reads. */
    public static List<String> needed(Drawing drawing) {
        List<String> needed = new ArrayList<>(drawing.reads());
        needed.add(drawing.name() + ".tex");
        return needed;
    }
}

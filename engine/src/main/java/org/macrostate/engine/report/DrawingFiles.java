package org.macrostate.engine.report;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.reports.figure.PgfFigure;
import org.macrostate.reports.figure.PngFigure;
import org.macrostate.reports.figure.SvgFigure;

/** The files of a figure: SVG, PNG, and pgfplots code with the CSV that it reads. */
public final class DrawingFiles {
    private static final int PIXELS = 1600;

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
        files.write(drawing.name() + ".svg", SvgFigure.render(drawing.figure()), madeBy);
        files.write(drawing.name() + ".png", PngFigure.render(drawing.figure(), PIXELS), madeBy);
        files.write(drawing.name() + ".tex", PgfFigure.render(drawing.figure()), madeBy);
    }

    /**
     * Only the figure for LaTeX, to be input into a paper, with the CSV files that it reads.
     *
     * @param tables of the answer
     */
    public static void standalone(
            OutputFiles files, String name, Drawing drawing, List<DataTable> tables, MadeBy madeBy) {
        List<DataTable> all = new ArrayList<>(tables);
        all.addAll(drawing.tables());
        List<DataTable> read = all.stream()
                .filter(table -> drawing.reads().contains(table.name() + ".csv"))
                .toList();
        files.claim(read.stream().map(table -> table.name() + ".csv").toList());
        read.forEach(table -> files.write(table.name() + ".csv", table.csv(), madeBy));
        files.write(name, PgfFigure.fragment(drawing.figure()), madeBy);
    }

    /** Everything that a document with this figure reads. */
    public static List<String> needed(Drawing drawing) {
        List<String> needed = new ArrayList<>(drawing.reads());
        needed.add(drawing.name() + ".tex");
        return needed;
    }
}

package org.macrostate.engine.report;

import java.util.List;
import java.util.Optional;
import org.macrostate.engine.output.DataTable;
import org.macrostate.reports.document.PaperWidth;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.FigureSheet;
import org.macrostate.reports.figure.PgfFigure;
import org.macrostate.reports.figure.PngFigure;
import org.macrostate.reports.figure.SvgFigure;

/**
 * A figure, or several on one sheet, with what their files need.
 *
 * @param name of its files, without ending
 * @param figure the figure; of a sheet the first
 * @param sheet empty for one figure
 * @param tables CSV files that its TeX reads beside those of the answers
 * @param reads all CSV files that its TeX reads
 */
public record Drawing(
        String name, Figure figure, Optional<FigureSheet> sheet, List<DataTable> tables, List<String> reads) {
    public Drawing {
        tables = List.copyOf(tables);
        reads = List.copyOf(reads);
    }

    /** One figure. */
    public Drawing(String name, Figure figure, List<DataTable> tables, List<String> reads) {
        this(name, figure, Optional.empty(), tables, reads);
    }

    /** Several. */
    public Drawing(String name, FigureSheet sheet, List<DataTable> tables, List<String> reads) {
        this(name, sheet.figures().get(0), Optional.of(sheet), tables, reads);
    }

    /** What it shows, in words. */
    public String caption() {
        return sheet.map(FigureSheet::caption).orElse(figure.caption());
    }

    public String svg() {
        return sheet.map(SvgFigure::render).orElseGet(() -> SvgFigure.render(figure));
    }

    byte[] png(int pixels) {
        return sheet.map(all -> PngFigure.render(all, pixels)).orElseGet(() -> PngFigure.render(figure, pixels));
    }

    String pgf() {
        return sheet.map(PgfFigure::render).orElseGet(() -> PgfFigure.render(figure));
    }

    /** As a document of its own. */
    String standalone(PaperWidth width) {
        return sheet.map(PgfFigure::standalone).orElseGet(() -> PgfFigure.standalone(figure, width));
    }

    /** To be input into a paper, its data in files whose names begin so. */
    String fragment(String prefix, PaperWidth width) {
        return sheet.map(all -> PgfFigure.fragment(all.reading(csv -> prefix + csv)))
                .orElseGet(() -> PgfFigure.fragment(figure.reading(csv -> prefix + csv), width));
    }
}

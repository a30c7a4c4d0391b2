package org.macrostate.reports.figure;

/** Figures as SVG: one self-contained element for a file or an HTML page, readable on light and dark screens. */
public final class SvgFigure {
    private SvgFigure() {}

    /** The figure as an {@code <svg>} element, the same bytes for the same figure. */
    public static String render(Figure figure) {
        FigureLayout layout = FigureLayout.of(figure);
        var canvas = new SvgCanvas();
        Painting.paint(figure, layout, canvas);
        String width = FigureNumbers.coordinate(Math.ceil(layout.width()));
        String height = FigureNumbers.coordinate(Math.ceil(layout.height()));
        String title = figure.title()
                .map(SvgFigure::flat)
                .orElse(flat(figure.y().label()) + " over " + flat(figure.x().label()));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"macrostate-figure\" role=\"img\" viewBox=\"0 0 "
                + width + " "
                + height + "\" width=\"" + width + "\" height=\"" + height
                + "\" font-family=\"'DejaVu Sans',Verdana,'Helvetica Neue',Arial,sans-serif\">\n"
                + "<title>" + SvgCanvas.escape(title) + "</title>\n<desc>" + SvgCanvas.escape(figure.caption())
                + "</desc>\n" + madeBy(figure.madeBy()) + "<style>\n"
                + canvas.style() + "</style>\n" + canvas.body() + "</svg>\n";
    }

    private static String madeBy(String line) {
        return line.isEmpty() ? "" : "<metadata>" + SvgCanvas.escape(line) + "</metadata>\n";
    }

    /** A sheet of figures as one {@code <svg>} element. */
    public static String render(FigureSheet sheet) {
        FigureSheet.Plan plan = sheet.plan();
        String width = FigureNumbers.coordinate(plan.width() * sheet.columns());
        String height = FigureNumbers.coordinate(plan.height() * sheet.rows().size());
        var canvas = new SvgCanvas();
        sheet.placed().forEach(place -> {
            canvas.begin(place.column() * plan.width(), place.row() * plan.height());
            Painting.paint(place.figure(), FigureLayout.of(place.figure()), canvas);
            canvas.end();
        });
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"macrostate-figure\" role=\"img\" viewBox=\"0 0 "
                + width + " " + height + "\" width=\"" + width + "\" height=\"" + height
                + "\" font-family=\"'DejaVu Sans',Verdana,'Helvetica Neue',Arial,sans-serif\">\n<title>"
                + SvgCanvas.escape(sheet.caption()) + "</title>\n<desc>" + SvgCanvas.escape(sheet.caption())
                + "</desc>\n" + madeBy(sheet.madeBy()) + "<style>\n" + canvas.style() + "</style>\n" + canvas.body()
                + "</svg>\n";
    }

    private static String flat(Label label) {
        var text = new StringBuilder();
        RichText.of(label.plain()).runs().forEach(run -> text.append(run.level() < 0 ? "_" : run.level() > 0 ? "^" : "")
                .append(run.text()));
        return text.toString();
    }
}

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
                + "</desc>\n" + madeBy(figure) + "<style>\n"
                + canvas.style() + "</style>\n" + canvas.body() + "</svg>\n";
    }

    private static String madeBy(Figure figure) {
        return figure.madeBy().isEmpty() ? "" : "<metadata>" + SvgCanvas.escape(figure.madeBy()) + "</metadata>\n";
    }

    private static String flat(Label label) {
        var text = new StringBuilder();
        RichText.of(label.plain()).runs().forEach(run -> text.append(run.level() < 0 ? "_" : run.level() > 0 ? "^" : "")
                .append(run.text()));
        return text.toString();
    }
}

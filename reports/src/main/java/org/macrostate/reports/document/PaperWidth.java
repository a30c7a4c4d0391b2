package org.macrostate.reports.document;

/** How wide equations and figures are that are input into a paper. */
public enum PaperWidth {
    /** The text of an article on A4 or letter paper. */
    TEXT(41, 11.5, 7.2),
    /** A column of a two-column paper, with type of ten points; it fits the standard classes and REVTeX. */
    COLUMN(22.5, 8, 5.6);

    private final double line;
    private final double figure;
    private final double height;

    PaperWidth(double line, double figure, double height) {
        this.line = line;
        this.figure = figure;
        this.height = height;
    }

    /** Width of a line in em. */
    public double line() {
        return line;
    }

    /** Width of a figure with its legend, in centimetres. */
    public double figure() {
        return figure;
    }

    /** Height of a figure, in centimetres. */
    public double height() {
        return height;
    }
}

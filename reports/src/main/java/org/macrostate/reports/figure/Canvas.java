package org.macrostate.reports.figure;

import java.util.List;

/** What a figure is drawn on: x to the right, y downward, in units of about a CSS pixel. */
interface Canvas {
    /** Open line through x, y, x, y, … */
    void line(double[] points, Pen pen);

    /** Inside of closed loops by the even-odd rule, each x, y, x, y, … */
    void area(List<double[]> loops, Colour fill, double opacity);

    void disc(double x, double y, double radius, Colour fill);

    void text(String plain, Lettering lettering);

    /** Colour, width and dashes of a line. */
    record Pen(Colour colour, double width, Dash dash) {
        static Pen solid(Colour colour, double width) {
            return new Pen(colour, width, Dash.SOLID);
        }
    }

    /** Which end of a text its position is. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Where a text goes: position of its anchor on the base line; {@code upright} texts run from bottom to top. */
    record Lettering(double x, double y, double size, Anchor anchor, Colour colour, boolean upright) {}
}

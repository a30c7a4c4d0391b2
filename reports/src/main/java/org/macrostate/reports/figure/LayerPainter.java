package org.macrostate.reports.figure;

import java.util.List;
import org.macrostate.reports.figure.Canvas.Pen;
import org.macrostate.reports.figure.Layer.Band;
import org.macrostate.reports.figure.Layer.Boundary;
import org.macrostate.reports.figure.Layer.Curve;
import org.macrostate.reports.figure.Layer.ErrorBars;
import org.macrostate.reports.figure.Layer.Guide;
import org.macrostate.reports.figure.Layer.Marker;
import org.macrostate.reports.figure.Layer.Stems;

/** Draws the layers that are lines, bands and marks, cut to the plot's box. */
final class LayerPainter {
    static final double MARK = 3.6;
    static final double BAND_OPACITY = 0.28;
    private static final double CAP = 3;

    private final Canvas canvas;
    private final Box box;
    private final AxisScale x;
    private final AxisScale y;

    LayerPainter(Canvas canvas, Box box, AxisScale x, AxisScale y) {
        this.canvas = canvas;
        this.box = box;
        this.x = x;
        this.y = y;
    }

    void paint(Layer layer) {
        if (layer instanceof Curve c) {
            line(c.x(), c.y(), pen(c));
        } else if (layer instanceof Boundary b) {
            line(b.x(), b.y(), pen(b));
        } else if (layer instanceof Band b) {
            band(b);
        } else if (layer instanceof ErrorBars e) {
            if (!e.errorColumn().isEmpty()) {
                bars(e);
            }
            marks(e.x(), e.y(), e.shape(), e.colour());
        } else if (layer instanceof Stems s) {
            for (int i = 0; i < s.x().length; i++) {
                line(twice(s.x()[i]), new double[] {0, s.y()[i]}, pen(s));
            }
            marks(s.x(), s.y(), s.shape(), s.colour());
        } else if (layer instanceof Marker m) {
            mark(canvas, m.shape(), x.at(m.x()), y.at(m.y()), Palette.line(m.colour()));
        } else if (layer instanceof Guide g) {
            double[] at = twice(g.at());
            double[] across = g.horizontal()
                    ? new double[] {x.range().low(), x.range().high()}
                    : new double[] {y.range().low(), y.range().high()};
            line(g.horizontal() ? across : at, g.horizontal() ? at : across, pen(g));
        }
    }

    static Pen pen(Curve c) {
        return new Pen(Palette.line(c.colour()), 1.9, c.dash());
    }

    static Pen pen(Boundary b) {
        return b.closedForm()
                ? new Pen(Palette.CLOSED_FORM, 2.2, Dash.DASHED)
                : new Pen(Palette.boundary(b.colour()), 2.2, b.dash());
    }

    static Pen pen(Stems s) {
        return Pen.solid(Palette.line(s.colour()), 1.6);
    }

    static Pen pen(ErrorBars e) {
        return Pen.solid(Palette.line(e.colour()), 1.2);
    }

    private static Pen pen(Guide g) {
        return new Pen(g.colour() < 0 ? Palette.MUTED : Palette.line(g.colour()), 1.1, g.dash());
    }

    static void mark(Canvas canvas, MarkShape shape, double cx, double cy, Colour colour) {
        if (shape == MarkShape.CIRCLE) {
            canvas.disc(cx, cy, MARK, colour);
        } else {
            canvas.area(List.of(shape.outline(cx, cy, MARK)), colour, 1);
        }
    }

    private void line(double[] xs, double[] ys, Pen pen) {
        var points = new Points();
        for (int i = 0; i < xs.length; i++) {
            // Thousands of points within a pixel would only make the file larger.
            if (i + 1 == xs.length || !points.endsNear(x.at(xs[i]), y.at(ys[i]), 0.25)) {
                points.add(x.at(xs[i]), y.at(ys[i]));
            }
        }
        box.pieces(points.toArray()).forEach(piece -> canvas.line(piece, pen));
    }

    private void marks(double[] xs, double[] ys, MarkShape shape, int colour) {
        for (int i = 0; i < xs.length; i++) {
            if (box.contains(x.at(xs[i]), y.at(ys[i]))) {
                mark(canvas, shape, x.at(xs[i]), y.at(ys[i]), Palette.line(colour));
            }
        }
    }

    private void bars(ErrorBars e) {
        for (int i = 0; i < e.x().length; i++) {
            double at = x.at(e.x()[i]);
            double upper = y.at(e.y()[i] + e.error()[i]);
            double lower = y.at(e.y()[i] - e.error()[i]);
            lower = Double.isNaN(lower) ? y.start() : lower;
            for (double[] stroke : List.of(
                    new double[] {at, lower, at, upper},
                    new double[] {at - CAP, lower, at + CAP, lower},
                    new double[] {at - CAP, upper, at + CAP, upper})) {
                box.pieces(stroke).forEach(piece -> canvas.line(piece, pen(e)));
            }
        }
    }

    /** Each uninterrupted stretch of the band is one loop: along the lower side, back along the upper one. */
    private void band(Band b) {
        int from = 0;
        for (int i = 0; i <= b.x().length; i++) {
            if (i == b.x().length
                    || Double.isNaN(x.at(b.x()[i]))
                    || Double.isNaN(low(b, i))
                    || Double.isNaN(y.at(b.upper()[i]))) {
                stretch(b, from, i);
                from = i + 1;
            }
        }
    }

    private void stretch(Band b, int from, int to) {
        var loop = new Points();
        for (int i = from; i < to; i++) {
            loop.add(x.at(b.x()[i]), low(b, i));
        }
        for (int i = to - 1; i >= from; i--) {
            loop.add(x.at(b.x()[i]), y.at(b.upper()[i]));
        }
        double[] inside = box.inside(loop.toArray());
        if (inside.length > 0) {
            canvas.area(List.of(inside), Palette.line(b.colour()), BAND_OPACITY);
        }
    }

    /** On a logarithmic axis a band that reaches below zero goes down to the figure's edge. */
    private double low(Band b, int i) {
        return b.lower()[i] <= 0 && y.scale() == Axis.Scale.LOG ? y.start() : y.at(b.lower()[i]);
    }

    private static double[] twice(double value) {
        return new double[] {value, value};
    }
}

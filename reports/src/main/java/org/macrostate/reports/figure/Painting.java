package org.macrostate.reports.figure;

import java.util.List;
import org.macrostate.reports.figure.AxisTicks.Tick;
import org.macrostate.reports.figure.Canvas.Anchor;
import org.macrostate.reports.figure.Canvas.Lettering;
import org.macrostate.reports.figure.Canvas.Pen;
import org.macrostate.reports.figure.Captions.Caption;
import org.macrostate.reports.figure.Figure.Legend;
import org.macrostate.reports.figure.Layer.RegionMap;

/** Draws a laid out figure on a canvas, whichever that is. */
final class Painting {
    private static final Pen FRAME = Pen.solid(Palette.INK, 1.1);

    private final Figure figure;
    private final FigureLayout layout;
    private final Canvas canvas;
    private final Box box;

    private Painting(Figure figure, FigureLayout layout, Canvas canvas) {
        this.figure = figure;
        this.layout = layout;
        this.canvas = canvas;
        this.box = layout.box();
    }

    static void paint(Figure figure, FigureLayout layout, Canvas canvas) {
        var painting = new Painting(figure, layout, canvas);
        painting.layers();
        painting.axes();
        painting.titles();
        if (layout.legend() != Legend.NONE) {
            painting.legend();
        }
    }

    private void layers() {
        rectangle(new Box(0, 0, layout.width(), layout.height()), Palette.PAPER, 1);
        var regions = new RegionPainter(canvas, box, layout.x(), layout.y());
        var others = new LayerPainter(canvas, box, layout.x(), layout.y());
        for (Layer layer : figure.layers()) {
            if (layer instanceof RegionMap map) {
                regions.paint(map);
            } else {
                others.paint(layer);
            }
        }
    }

    private void axes() {
        for (double value : layout.xTicks().minor()) {
            xMark(value, 3.5);
        }
        for (double value : layout.yTicks().minor()) {
            yMark(value, 3.5);
        }
        for (Tick tick : layout.xTicks().major()) {
            xMark(tick.value(), 6);
            double x = layout.x().at(tick.value());
            if (layout.uprightNames()) {
                canvas.text(
                        tick.label(),
                        new Lettering(
                                x + 0.35 * FigureLayout.TICK_SIZE,
                                box.bottom() + 8,
                                FigureLayout.TICK_SIZE,
                                Anchor.END,
                                Palette.INK,
                                true));
            } else {
                text(tick.label(), x, box.bottom() + 20, FigureLayout.TICK_SIZE, Anchor.MIDDLE);
            }
        }
        for (Tick tick : layout.yTicks().major()) {
            yMark(tick.value(), 6);
            text(
                    tick.label(),
                    box.left() - 8,
                    layout.y().at(tick.value()) + 0.35 * FigureLayout.TICK_SIZE,
                    FigureLayout.TICK_SIZE,
                    Anchor.END);
        }
        text(layout.xTicks().factor(), box.right(), layout.xLabelLine(), FigureLayout.TICK_SIZE, Anchor.END);
        text(layout.yTicks().factor(), box.left(), box.top() - 8, FigureLayout.TICK_SIZE, Anchor.START);
        canvas.line(
                new double[] {
                    box.left(),
                    box.top(),
                    box.right(),
                    box.top(),
                    box.right(),
                    box.bottom(),
                    box.left(),
                    box.bottom(),
                    box.left(),
                    box.top()
                },
                FRAME);
    }

    private void titles() {
        double middle = (box.left() + box.right()) / 2;
        String x = figure.x().label().plain();
        double besideFactor =
                box.width() - 2 * RichText.of(layout.xTicks().factor()).width() * FigureLayout.TICK_SIZE;
        text(
                x,
                middle,
                layout.xLabelLine(),
                FigureLayout.fitting(x, FigureLayout.LABEL_SIZE, besideFactor),
                Anchor.MIDDLE);
        String y = figure.y().label().plain();
        if (!y.isEmpty()) {
            canvas.text(
                    y,
                    new Lettering(
                            10 + FigureLayout.LABEL_SIZE * 0.8,
                            (box.top() + box.bottom()) / 2,
                            FigureLayout.fitting(y, FigureLayout.LABEL_SIZE, box.height()),
                            Anchor.MIDDLE,
                            Palette.INK,
                            true));
        }
        for (int i = 0; i < layout.title().size(); i++) {
            text(
                    layout.title().get(i),
                    middle,
                    24 + i * FigureLayout.TITLE_LINE,
                    FigureLayout.TITLE_SIZE,
                    Anchor.MIDDLE);
        }
        for (Caption c : layout.captions()) {
            if (c.backed()) {
                rectangle(Captions.box(c.label().plain(), c.lettering()), Palette.PAPER, 0.7);
            }
            canvas.text(c.label().plain(), c.lettering());
        }
    }

    private void legend() {
        Box key = layout.key();
        if (layout.legend() != Legend.OUTSIDE && layout.legend() != Legend.BELOW) {
            rectangle(key, Palette.PAPER, 0.85);
        }
        double y = key.top() + 4 + FigureLayout.LINE / 2;
        for (LegendEntry entry : layout.entries()) {
            entry.sample().draw(canvas, key.left() + 8, y, FigureLayout.SAMPLE);
            text(
                    entry.name().plain(),
                    key.left() + 16 + FigureLayout.SAMPLE,
                    y + 0.35 * FigureLayout.TICK_SIZE,
                    FigureLayout.TICK_SIZE,
                    Anchor.START);
            y += FigureLayout.LINE;
        }
    }

    private void xMark(double value, double length) {
        double x = layout.x().at(value);
        canvas.line(new double[] {x, box.bottom(), x, box.bottom() - length}, FRAME);
        canvas.line(new double[] {x, box.top(), x, box.top() + length}, FRAME);
    }

    private void yMark(double value, double length) {
        double y = layout.y().at(value);
        canvas.line(new double[] {box.left(), y, box.left() + length, y}, FRAME);
        canvas.line(new double[] {box.right(), y, box.right() - length, y}, FRAME);
    }

    private void rectangle(Box b, Colour fill, double opacity) {
        canvas.area(
                List.of(new double[] {b.left(), b.top(), b.right(), b.top(), b.right(), b.bottom(), b.left(), b.bottom()
                }),
                fill,
                opacity);
    }

    private void text(String plain, double x, double y, double size, Anchor anchor) {
        if (!plain.isEmpty()) {
            canvas.text(plain, new Lettering(x, y, size, anchor, Palette.INK, false));
        }
    }
}

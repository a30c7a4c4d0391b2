package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.macrostate.reports.figure.Axis.Range;
import org.macrostate.reports.figure.AxisTicks.Tick;
import org.macrostate.reports.figure.Captions.Caption;
import org.macrostate.reports.figure.Figure.Legend;
import org.macrostate.reports.figure.Layer.RegionMap;

/**
 * Where everything of a figure goes on a canvas {@code width} by {@code height}.
 *
 * @param title  its lines, as plain labels
 * @param box    the plot itself, between the axes
 * @param uprightNames whether the labels below the plot run upward, for want of room
 * @param xLabelLine   base line of the label of the x axis
 * @param legend where the legend was put; {@link Legend#NONE} if there is nothing in it
 * @param key    the legend's box
 */
record FigureLayout(
        double width,
        double height,
        List<String> title,
        Box box,
        AxisScale x,
        AxisScale y,
        AxisTicks xTicks,
        AxisTicks yTicks,
        boolean uprightNames,
        double xLabelLine,
        List<Caption> captions,
        List<LegendEntry> entries,
        Legend legend,
        Box key) {
    static final double TICK_SIZE = 14;
    static final double LABEL_SIZE = 16;
    static final double TITLE_SIZE = 17;
    static final double TITLE_LINE = 22;
    static final double LINE = 20;
    static final double SAMPLE = 30;
    private static final double WIDTH = 640;
    private static final double PLOT_HEIGHT = 340;
    private static final double GAP = 8;
    /** A legend wider than this goes below the plot rather than beside it. */
    private static final double BESIDE = 240;

    static FigureLayout of(Figure figure) {
        Range xRange = Extent.of(figure, true);
        Range yRange = Extent.of(figure, false);
        AxisTicks yTicks = figure.y().names().isEmpty()
                ? AxisTicks.of(figure.y().scale(), yRange, 8)
                : named(figure.y(), yRange, PLOT_HEIGHT / 18);
        List<String> title =
                figure.title().map(t -> lines(t.plain(), WIDTH - 40)).orElse(List.of());
        double top = 12 + title.size() * TITLE_LINE + (yTicks.factor().isEmpty() ? 0 : 16);
        double left = 14 + (figure.y().label().isEmpty() ? 0 : LABEL_SIZE + GAP) + widest(yTicks) + GAP;
        var box = new Box(left, top, WIDTH - 22, top + PLOT_HEIGHT);
        var x = new AxisScale(figure.x().scale(), xRange, box.left(), box.right());
        var y = new AxisScale(figure.y().scale(), yRange, box.bottom(), box.top());
        AxisTicks xTicks = figure.x().names().isEmpty() ? roomy(x) : named(figure.x(), xRange, box.width() / 17);
        boolean upright = !figure.x().names().isEmpty() && !isClear(xTicks, x);
        double xLabelLine = box.bottom() + (upright ? widest(xTicks) + 32 : 46);
        double height =
                xLabelLine + (figure.x().label().isEmpty() && xTicks.factor().isEmpty() ? -18 : 8) + 4;

        var ink = new Footprint();
        var painter = new LayerPainter(ink, box, x, y);
        for (Layer layer : figure.layers()) {
            if (layer instanceof RegionMap map) {
                ink.take(map, LegendEntry.unlabelled(figure, map), x, y);
            } else {
                painter.paint(layer);
            }
        }
        List<Caption> captions = Captions.place(figure.layers(), box, x, y, ink);
        List<LegendEntry> entries = LegendEntry.of(figure);
        Legend legend = entries.isEmpty() ? Legend.NONE : figure.legend();
        legend = legend == Legend.AUTO ? emptiest(entries, box, ink) : legend;
        Box key = key(entries, legend, box, height);
        height = Math.max(height, legend == Legend.NONE ? 0 : key.bottom() + 8);
        return new FigureLayout(
                Math.max(WIDTH, legend == Legend.NONE ? 0 : key.right() + 12),
                height,
                title,
                box,
                x,
                y,
                xTicks,
                yTicks,
                upright,
                xLabelLine,
                captions,
                entries,
                legend,
                key);
    }

    /** The most ticks that leave clear space between neighbouring labels. */
    private static AxisTicks roomy(AxisScale x) {
        for (int most = 9; most > 2; most--) {
            AxisTicks ticks = AxisTicks.of(x.scale(), x.range(), most);
            if (isClear(ticks, x)) {
                return ticks;
            }
        }
        return AxisTicks.of(x.scale(), x.range(), 2);
    }

    private static boolean isClear(AxisTicks ticks, AxisScale x) {
        return IntStream.range(1, ticks.major().size()).allMatch(i -> gap(ticks, x, i) > 10);
    }

    private static double gap(AxisTicks ticks, AxisScale x, int i) {
        Tick before = ticks.major().get(i - 1);
        Tick tick = ticks.major().get(i);
        return x.at(tick.value()) - x.at(before.value()) - (width(before.label()) + width(tick.label())) / 2;
    }

    /** Every name, or every second, third, … if there is room for only {@code most}. */
    private static AxisTicks named(Axis axis, Range range, double most) {
        int every = (int) Math.ceil(axis.names().size() / most);
        List<Tick> all = IntStream.rangeClosed(1, axis.names().size())
                .filter(i -> i >= range.low() && i <= range.high() && (i - 1) % every == 0)
                .mapToObj(i -> new Tick(i, axis.names().get(i - 1).plain()))
                .toList();
        return new AxisTicks(all, List.of(), "");
    }

    /** A size at which a text is no wider than the room, {@code size} if that will do, but never too small to read. */
    static double fitting(String plain, double size, double room) {
        return Math.max(8, Math.min(size, room / RichText.of(plain).width()));
    }

    /** A plain label broken at spaces into lines of the title's size. */
    private static List<String> lines(String plain, double room) {
        var lines = new ArrayList<String>();
        for (String word : plain.split(" ")) {
            String longer = lines.isEmpty() ? word : lines.get(lines.size() - 1) + " " + word;
            if (!lines.isEmpty() && RichText.of(longer).width() * TITLE_SIZE <= room) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        return List.copyOf(lines);
    }

    private static double widest(AxisTicks ticks) {
        return ticks.major().stream().mapToDouble(t -> width(t.label())).max().orElse(0);
    }

    private static double width(String plain) {
        return RichText.of(plain).width() * TICK_SIZE;
    }

    /**
     * The corner in which a legend hides nothing; beside the plot, or below it if wide, if every corner hides
     * something.
     */
    private static Legend emptiest(List<LegendEntry> entries, Box box, Footprint ink) {
        return Stream.of(Legend.TOP_RIGHT, Legend.TOP_LEFT, Legend.BOTTOM_RIGHT, Legend.BOTTOM_LEFT)
                .filter(corner -> ink.crowd(key(entries, corner, box, 0), box) == 0)
                .findFirst()
                .orElse(key(entries, Legend.OUTSIDE, box, 0).width() < BESIDE ? Legend.OUTSIDE : Legend.BELOW);
    }

    private static Box key(List<LegendEntry> entries, Legend place, Box box, double below) {
        double text =
                entries.stream().mapToDouble(e -> width(e.name().plain())).max().orElse(0);
        double width = GAP + SAMPLE + GAP + text + GAP;
        double height = entries.size() * LINE + GAP;
        boolean atLeft = place == Legend.TOP_LEFT || place == Legend.BOTTOM_LEFT || place == Legend.BELOW;
        boolean atBottom = place == Legend.BOTTOM_LEFT || place == Legend.BOTTOM_RIGHT;
        double left = place == Legend.OUTSIDE ? box.right() + 12 : atLeft ? box.left() + 10 : box.right() - 10 - width;
        double top = place == Legend.BELOW
                ? below + 2
                : place == Legend.OUTSIDE ? box.top() : atBottom ? box.bottom() - 10 - height : box.top() + 10;
        return new Box(left, top, left + width, top + height);
    }
}

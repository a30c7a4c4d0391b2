package org.macrostate.reports.figure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.macrostate.reports.figure.Axis.Range;
import org.macrostate.reports.figure.Captions.Caption;
import org.macrostate.reports.figure.Figure.Legend;
import org.macrostate.reports.figure.Layer.RegionMap;
import org.macrostate.reports.figure.Ticks.Tick;

/**
 * Where everything of a figure goes on a canvas {@code width} by {@code height}.
 *
 * @param box    the plot itself, between the axes
 * @param legend where the legend was put; {@link Legend#NONE} if there is nothing in it
 * @param key    the legend's box
 */
record Layout(
        double width, double height, Box box, Spread x, Spread y, Ticks xTicks, Ticks yTicks,
        List<Caption> captions, List<LegendEntry> entries, Legend legend, Box key) {
    static final double TICK_SIZE = 14;
    static final double LABEL_SIZE = 16;
    static final double TITLE_SIZE = 17;
    static final double SMALL_SIZE = 9.5;
    static final double LINE = 20;
    static final double SAMPLE = 30;
    private static final double WIDTH = 640;
    private static final double PLOT_HEIGHT = 340;
    private static final double GAP = 8;

    static Layout of(Figure figure) {
        Range xRange = Extent.of(figure, true);
        Range yRange = Extent.of(figure, false);
        Ticks yTicks = figure.y().names().isEmpty()
                ? Ticks.of(figure.y().scale(), yRange, 8)
                : named(figure.y(), yRange);
        double top = (figure.title().isPresent() ? 34 : 12) + (yTicks.factor().isEmpty() ? 0 : 16);
        double left = 14 + (figure.y().label().isEmpty() ? 0 : LABEL_SIZE + GAP) + widest(yTicks) + GAP;
        var box = new Box(left, top, WIDTH - 22, top + PLOT_HEIGHT);
        var x = new Spread(figure.x().scale(), xRange, box.left(), box.right());
        var y = new Spread(figure.y().scale(), yRange, box.bottom(), box.top());
        Ticks xTicks = figure.x().names().isEmpty() ? roomy(x) : named(figure.x(), xRange);
        double height = box.bottom() + 28 + (figure.x().label().isEmpty() && xTicks.factor().isEmpty() ? 0 : 26)
                + (figure.madeBy().isEmpty() ? 0 : 16) + 4;

        var ink = new Footprint();
        var painter = new LayerPainter(ink, box, x, y);
        figure.layers().stream().filter(l -> !(l instanceof RegionMap)).forEach(painter::paint);
        List<Caption> captions = Captions.place(figure.layers(), box, x, y, ink);
        List<LegendEntry> entries = LegendEntry.of(figure);
        Legend legend = entries.isEmpty() ? Legend.NONE : figure.legend();
        legend = legend == Legend.AUTO ? emptiest(entries, box, ink) : legend;
        Box key = key(entries, legend, box);
        return new Layout(Math.max(WIDTH, legend == Legend.NONE ? 0 : key.right() + 12), height, box, x, y, xTicks, yTicks,
                captions, entries, legend, key);
    }

    /** The most ticks that leave clear space between neighbouring labels. */
    private static Ticks roomy(Spread x) {
        for (int most = 9; most > 2; most--) {
            Ticks ticks = Ticks.of(x.scale(), x.range(), most);
            boolean clear = IntStream.range(1, ticks.major().size()).allMatch(i -> gap(ticks, x, i) > 12);
            if (clear) {
                return ticks;
            }
        }
        return Ticks.of(x.scale(), x.range(), 2);
    }

    private static double gap(Ticks ticks, Spread x, int i) {
        Tick before = ticks.major().get(i - 1);
        Tick tick = ticks.major().get(i);
        return x.at(tick.value()) - x.at(before.value()) - (width(before.label()) + width(tick.label())) / 2;
    }

    private static Ticks named(Axis axis, Range range) {
        List<Tick> all = IntStream.rangeClosed(1, axis.names().size())
                .filter(i -> i >= range.low() && i <= range.high())
                .mapToObj(i -> new Tick(i, axis.names().get(i - 1).plain()))
                .toList();
        return new Ticks(all, List.of(), "");
    }

    private static double widest(Ticks ticks) {
        return ticks.major().stream().mapToDouble(t -> width(t.label())).max().orElse(0);
    }

    private static double width(String plain) {
        return RichText.of(plain).width() * TICK_SIZE;
    }

    /** The corner in which a legend hides nothing; beside the plot if every corner hides something. */
    private static Legend emptiest(List<LegendEntry> entries, Box box, Footprint ink) {
        return List.of(Legend.TOP_RIGHT, Legend.TOP_LEFT, Legend.BOTTOM_RIGHT, Legend.BOTTOM_LEFT).stream()
                .filter(corner -> ink.crowd(key(entries, corner, box), box) == 0)
                .min(Comparator.naturalOrder())
                .orElse(Legend.OUTSIDE);
    }

    private static Box key(List<LegendEntry> entries, Legend place, Box box) {
        double text = entries.stream().mapToDouble(e -> width(e.name().plain())).max().orElse(0);
        double width = GAP + SAMPLE + GAP + text + GAP;
        double height = entries.size() * LINE + GAP;
        boolean atLeft = place == Legend.TOP_LEFT || place == Legend.BOTTOM_LEFT;
        boolean atBottom = place == Legend.BOTTOM_LEFT || place == Legend.BOTTOM_RIGHT;
        double left = place == Legend.OUTSIDE ? box.right() + 12 : atLeft ? box.left() + 10 : box.right() - 10 - width;
        double top = place == Legend.OUTSIDE ? box.top() : atBottom ? box.bottom() - 10 - height : box.top() + 10;
        return new Box(left, top, left + width, top + height);
    }
}

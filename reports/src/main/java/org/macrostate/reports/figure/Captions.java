package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.macrostate.reports.figure.Canvas.Anchor;
import org.macrostate.reports.figure.Canvas.Lettering;
import org.macrostate.reports.figure.Layer.Guide;
import org.macrostate.reports.figure.Layer.Marker;
import org.macrostate.reports.figure.Layer.RegionLabel;
import org.macrostate.reports.figure.Layer.RegionMap;

/** Places for the texts inside the box: of markers, guides and regions, each where there is least ink. */
final class Captions {
    private static final double SIZE = 13.5;
    private static final double REGION_SIZE = 16;

    private final List<Layer> layers;
    private final Box box;
    private final AxisScale x;
    private final AxisScale y;
    private final Footprint ink;

    private Captions(List<Layer> layers, Box box, AxisScale x, AxisScale y, Footprint ink) {
        this.layers = layers;
        this.box = box;
        this.x = x;
        this.y = y;
        this.ink = ink;
    }

    /**
     * A text, where it goes, and the same for TikZ: the anchor of a node at the layer's own point. {@code backed} ones
     * stand on stripes and need a ground of their own.
     */
    record Caption(Layer layer, Label label, Lettering lettering, String tikzAnchor, boolean backed) {}

    /** Places all captions one after the other, regions first; each is added to the ink the next ones avoid. */
    static List<Caption> place(List<Layer> layers, Box box, AxisScale x, AxisScale y, Footprint ink) {
        var captions = new Captions(layers, box, x, y, ink);
        var placed = new ArrayList<Caption>();
        layers.stream()
                .sorted(Comparator.comparing(l -> !(l instanceof RegionLabel)))
                .forEach(layer -> {
                    List<Caption> candidates = captions.candidates(layer);
                    candidates.stream()
                            .min(Comparator.comparingDouble(captions::crowd))
                            .ifPresent(best -> {
                                placed.add(best);
                                ink.text(best.label().plain(), best.lettering());
                            });
                });
        return List.copyOf(placed);
    }

    /** The box a text fills, as far as its width can be known. */
    static Box box(String plain, Lettering t) {
        double width = RichText.of(plain).width() * t.size();
        double start = t.anchor() == Anchor.START ? 0 : t.anchor() == Anchor.MIDDLE ? -width / 2 : -width;
        return t.upright()
                ? new Box(t.x() - 0.8 * t.size(), t.y() - start - width, t.x() + 0.3 * t.size(), t.y() - start)
                : new Box(t.x() + start, t.y() - 0.8 * t.size(), t.x() + start + width, t.y() + 0.3 * t.size());
    }

    private double crowd(Caption caption) {
        return ink.crowd(box(caption.label().plain(), caption.lettering()), box);
    }

    private List<Caption> candidates(Layer layer) {
        if (layer instanceof RegionLabel r) {
            return List.of(caption(
                    r, r.label(), x.at(r.x()), y.at(r.y()) + 0.35 * REGION_SIZE, Anchor.MIDDLE, "center", REGION_SIZE));
        } else if (layer instanceof Marker m && !m.label().isEmpty()) {
            double cx = x.at(m.x());
            double cy = y.at(m.y());
            return box.contains(cx, cy) ? around(m, cx, cy) : List.of();
        } else if (layer instanceof Guide g && !g.label().isEmpty()) {
            return g.horizontal() ? level(g, y.at(g.at())) : upright(g, x.at(g.at()));
        }
        return List.of();
    }

    private List<Caption> around(Marker m, double cx, double cy) {
        double middle = cy + 0.35 * SIZE;
        return List.of(
                caption(m, m.label(), cx + 7, cy - 6, Anchor.START, "south west", SIZE),
                caption(m, m.label(), cx - 7, cy - 6, Anchor.END, "south east", SIZE),
                caption(m, m.label(), cx + 7, cy + SIZE + 2, Anchor.START, "north west", SIZE),
                caption(m, m.label(), cx - 7, cy + SIZE + 2, Anchor.END, "north east", SIZE),
                caption(m, m.label(), cx + 9, middle, Anchor.START, "west", SIZE),
                caption(m, m.label(), cx - 9, middle, Anchor.END, "east", SIZE),
                caption(m, m.label(), cx, cy - 9, Anchor.MIDDLE, "south", SIZE),
                caption(m, m.label(), cx, cy + SIZE + 6, Anchor.MIDDLE, "north", SIZE));
    }

    private List<Caption> level(Guide g, double cy) {
        if (!(cy >= box.top() && cy <= box.bottom())) {
            return List.of();
        }
        return List.of(
                caption(g, g.label(), box.right() - 6, cy - 5, Anchor.END, "south east", SIZE),
                caption(g, g.label(), box.left() + 6, cy - 5, Anchor.START, "south west", SIZE),
                caption(g, g.label(), box.right() - 6, cy + SIZE, Anchor.END, "north east", SIZE),
                caption(g, g.label(), box.left() + 6, cy + SIZE, Anchor.START, "north west", SIZE));
    }

    private List<Caption> upright(Guide g, double cx) {
        if (!(cx >= box.left() && cx <= box.right())) {
            return List.of();
        }
        return List.of(
                vertical(g, cx - 5, box.top() + 6, Anchor.END, "south east"),
                vertical(g, cx + SIZE, box.top() + 6, Anchor.END, "north east"),
                vertical(g, cx - 5, box.bottom() - 6, Anchor.START, "south west"),
                vertical(g, cx + SIZE, box.bottom() - 6, Anchor.START, "north west"));
    }

    private Caption caption(Layer layer, Label label, double x, double y, Anchor anchor, String tikz, double size) {
        Colour colour = layer instanceof Guide ? Palette.MUTED : Palette.INK;
        return new Caption(layer, label, new Lettering(x, y, size, anchor, colour, false), tikz, isStriped(label));
    }

    private static Caption vertical(Guide g, double x, double y, Anchor anchor, String tikz) {
        return new Caption(g, g.label(), new Lettering(x, y, SIZE, anchor, Palette.MUTED, true), tikz, false);
    }

    private boolean isStriped(Label label) {
        return layers.stream()
                .filter(RegionMap.class::isInstance)
                .flatMap(l -> ((RegionMap) l).categories().stream())
                .anyMatch(c -> c.fill() != Fill.PLAIN && c.name().equals(label));
    }
}

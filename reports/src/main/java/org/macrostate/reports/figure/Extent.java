package org.macrostate.reports.figure;

import org.macrostate.reports.figure.Axis.Range;
import org.macrostate.reports.figure.Axis.Scale;
import org.macrostate.reports.figure.Layer.Band;
import org.macrostate.reports.figure.Layer.Boundary;
import org.macrostate.reports.figure.Layer.Curve;
import org.macrostate.reports.figure.Layer.ErrorBars;
import org.macrostate.reports.figure.Layer.Guide;
import org.macrostate.reports.figure.Layer.Marker;
import org.macrostate.reports.figure.Layer.RegionMap;
import org.macrostate.reports.figure.Layer.Stems;

/** The range an axis needs to show a figure's layers, with room around single points. */
final class Extent {
    private static final double ROOM = 0.04;
    /** Relative differences below this are rounding, not to be magnified to a figure's height. */
    private static final double SAME = 1e-11;

    private final boolean horizontal;
    private final Scale scale;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private Extent(boolean horizontal, Scale scale) {
        this.horizontal = horizontal;
        this.scale = scale;
    }

    static Range of(Figure figure, boolean horizontal) {
        Axis axis = horizontal ? figure.x() : figure.y();
        if (axis.range().isPresent()) {
            return axis.range().get();
        }
        var extent = new Extent(horizontal, axis.scale());
        figure.layers().forEach(extent::take);
        boolean mapped = figure.layers().stream().anyMatch(RegionMap.class::isInstance);
        boolean lines = figure.layers().stream().noneMatch(l -> l instanceof ErrorBars || l instanceof Stems);
        return extent.range(mapped || (horizontal && lines) ? 0 : ROOM);
    }

    private void take(Layer layer) {
        if (layer instanceof Curve c) {
            take(horizontal ? c.x() : c.y());
        } else if (layer instanceof Boundary b) {
            take(horizontal ? b.x() : b.y());
        } else if (layer instanceof ErrorBars e) {
            take(horizontal ? e.x() : e.y());
            for (int i = 0; i < e.y().length && !horizontal; i++) {
                take(e.y()[i] - e.error()[i], e.y()[i] + e.error()[i]);
            }
        } else if (layer instanceof Band b) {
            take(horizontal ? b.x() : b.lower());
            take(horizontal ? b.x() : b.upper());
        } else if (layer instanceof Stems s) {
            take(horizontal ? s.x() : s.y());
            take(horizontal ? new double[0] : new double[] {0});
        } else if (layer instanceof Marker m) {
            take(horizontal ? m.x() : m.y());
        } else if (layer instanceof Guide g) {
            take(g.horizontal() == horizontal ? new double[0] : new double[] {g.at()});
        } else if (layer instanceof RegionMap r) {
            take(horizontal ? r.x() : r.y());
        }
    }

    private void take(double... values) {
        for (double value : values) {
            if (Math.abs(value) <= Range.LARGEST && (scale == Scale.LINEAR || value >= 1 / Range.LARGEST)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
    }

    private Range range(double room) {
        if (low > high) {
            return scale == Scale.LINEAR ? new Range(0, 1) : new Range(1, 10);
        }
        boolean single = high - low <= SAME * Math.max(Math.abs(low), Math.abs(high));
        if (scale == Scale.LOG) {
            double factor = single ? 2 : Math.pow(high / low, room);
            return within(low / factor, high * factor);
        }
        double pad = single ? Math.max(0.5, Math.abs(low) * 0.1) : (high - low) * room;
        return within(low == 0 && pad < 0.5 * high ? 0 : low - pad, high + pad);
    }

    private static Range within(double low, double high) {
        return new Range(Math.max(low, -Range.LARGEST), Math.min(high, Range.LARGEST));
    }
}

package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.List;

/** A rectangle on the canvas, and what of a line or loop is inside it. */
record Box(double left, double top, double right, double bottom) {

    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    /** The pieces of a line through x, y, x, y, … inside this box; a NaN interrupts it. */
    List<double[]> pieces(double[] line) {
        var pieces = new ArrayList<double[]>();
        var open = new Points();
        for (int i = 0; i + 3 < line.length; i += 2) {
            double[] cut = cut(line[i], line[i + 1], line[i + 2], line[i + 3]);
            if (cut.length == 0) {
                open.closeInto(pieces);
                continue;
            }
            if (!open.endsAt(cut[0], cut[1])) {
                open.closeInto(pieces);
                open.add(cut[0], cut[1]);
            }
            open.add(cut[2], cut[3]);
        }
        open.closeInto(pieces);
        return pieces;
    }

    /**
     * Liang and Barsky's clipping of a segment: parameters where it enters and leaves; empty if it is outside or not
     * finite.
     */
    private double[] cut(double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        if (!Double.isFinite(dx) || !Double.isFinite(dy)) {
            return new double[0];
        }
        double enter = 0;
        double leave = 1;
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {x0 - left, right - x0, y0 - top, bottom - y0};
        for (int i = 0; i < 4; i++) {
            if (p[i] == 0 && q[i] < 0) {
                return new double[0];
            } else if (p[i] < 0) {
                enter = Math.max(enter, q[i] / p[i]);
            } else if (p[i] > 0) {
                leave = Math.min(leave, q[i] / p[i]);
            }
        }
        return enter > leave
                ? new double[0]
                : new double[] {x0 + enter * dx, y0 + enter * dy, x0 + leave * dx, y0 + leave * dy};
    }

    /** A closed loop moved into this box: its inside is what was inside both. */
    double[] inside(double[] loop) {
        double[] result = loop;
        for (int side = 0; side < 4; side++) {
            result = half(result, side);
        }
        return result;
    }

    /** Sutherland and Hodgman's step: the loop on one side of one edge. */
    private double[] half(double[] loop, int side) {
        var kept = new Points();
        int n = loop.length / 2;
        for (int i = 0; i < n; i++) {
            int j = (i + n - 1) % n;
            double here = depth(loop[2 * i], loop[2 * i + 1], side);
            double before = depth(loop[2 * j], loop[2 * j + 1], side);
            if ((here >= 0) != (before >= 0)) {
                double t = before / (before - here);
                kept.add(
                        loop[2 * j] + t * (loop[2 * i] - loop[2 * j]),
                        loop[2 * j + 1] + t * (loop[2 * i + 1] - loop[2 * j + 1]));
            }
            if (here >= 0) {
                kept.add(loop[2 * i], loop[2 * i + 1]);
            }
        }
        return kept.toArray();
    }

    private double depth(double x, double y, int side) {
        return switch (side) {
            case 0 -> x - left;
            case 1 -> right - x;
            case 2 -> y - top;
            default -> bottom - y;
        };
    }
}

package org.macrostate.reports.figure;

/** Draws layers on a grid of characters; lines differ by their dashes, so that they do without colour. */
final class TerminalPainter {
    static final int INK = -1;
    private static final String SHADES = " ░▒▓▞▚";
    private static final String PLAIN_SHADES = " .:-=%";

    private final TerminalGrid grid;
    private final AxisScale x;
    private final AxisScale y;
    private final boolean unicode;

    TerminalPainter(TerminalGrid grid, AxisScale x, AxisScale y, boolean unicode) {
        this.grid = grid;
        this.x = x;
        this.y = y;
        this.unicode = unicode;
    }

    static int shade(int category, boolean unicode) {
        String shades = unicode ? SHADES : PLAIN_SHADES;
        return shades.charAt(category % shades.length());
    }

    static String mark(MarkShape shape, boolean unicode) {
        return switch (shape) {
            case CIRCLE -> unicode ? "●" : "o";
            case SQUARE -> unicode ? "■" : "#";
            case TRIANGLE -> unicode ? "▲" : "^";
            case DIAMOND -> unicode ? "◆" : "*";
            case DOWN -> unicode ? "▼" : "v";
        };
    }

    void paint(Layer layer) {
        if (layer instanceof Layer.RegionMap map) {
            regions(map);
        } else if (layer instanceof Layer.Curve c) {
            line(c.x(), c.y(), c.dash(), c.colour());
        } else if (layer instanceof Layer.Boundary b) {
            line(b.x(), b.y(), b.closedForm() ? Dash.DASHED : b.dash(), b.closedForm() ? 1 : b.colour());
        } else if (layer instanceof Layer.Band b) {
            line(b.x(), b.lower(), Dash.DOTTED, b.colour());
            line(b.x(), b.upper(), Dash.DOTTED, b.colour());
        } else if (layer instanceof Layer.ErrorBars e) {
            marks(e.x(), e.y(), e.shape(), e.colour());
        } else if (layer instanceof Layer.Stems s) {
            for (int i = 0; i < s.x().length; i++) {
                line(new double[] {s.x()[i], s.x()[i]}, new double[] {0, s.y()[i]}, Dash.SOLID, s.colour());
            }
            marks(s.x(), s.y(), s.shape(), s.colour());
        } else if (layer instanceof Layer.Guide g) {
            double[] across = {x.range().low(), x.range().high()};
            double[] up = {y.range().low(), y.range().high()};
            double[] at = {g.at(), g.at()};
            line(g.horizontal() ? across : at, g.horizontal() ? at : up, g.dash(), g.colour());
        } else if (layer instanceof Layer.Marker m) {
            marks(new double[] {m.x()}, new double[] {m.y()}, m.shape(), m.colour());
            text(TerminalFigure.text(m.label()), m.x(), m.y(), 2);
        } else if (layer instanceof Layer.RegionLabel r) {
            String name = " " + TerminalFigure.text(r.label()) + " ";
            text(name, r.x(), r.y(), -name.length() / 2);
        }
    }

    private void text(String text, double atX, double atY, int shift) {
        double column = x.at(atX) / 2;
        double row = y.at(atY) / 4;
        if (Double.isFinite(column) && Double.isFinite(row)) {
            int most = Math.max(0, grid.columns() - text.length());
            grid.letters((int) row, Math.min(most, Math.max(0, (int) column + shift)), text, INK);
        }
    }

    private void marks(double[] xs, double[] ys, MarkShape shape, int colour) {
        for (int i = 0; i < xs.length; i++) {
            double column = x.at(xs[i]) / 2;
            double row = y.at(ys[i]) / 4;
            if (Double.isFinite(column) && Double.isFinite(row)) {
                grid.letters((int) row, (int) column, mark(shape, unicode), colour);
            }
        }
    }

    private void line(double[] xs, double[] ys, Dash dash, int colour) {
        Points points = new Points();
        for (int i = 0; i < xs.length; i++) {
            points.add(x.at(xs[i]), y.at(ys[i]));
        }
        double walked = 0;
        for (double[] piece : new Box(0, 0, grid.dotsAcross(), grid.dotsDown()).pieces(points.toArray())) {
            for (int i = 0; i + 3 < piece.length; i += 2) {
                double length = Math.hypot(piece[i + 2] - piece[i], piece[i + 3] - piece[i + 1]);
                int steps = Math.max(1, (int) Math.ceil(length * 2));
                for (int s = 0; s <= steps; s++) {
                    double part = (double) s / steps;
                    if (isOn(dash, walked + part * length)) {
                        grid.dot(
                                piece[i] + part * (piece[i + 2] - piece[i]),
                                piece[i + 1] + part * (piece[i + 3] - piece[i + 1]),
                                colour);
                    }
                }
                walked += length;
            }
        }
    }

    private static boolean isOn(Dash dash, double walked) {
        double total = 0;
        for (float length : dash.lengths) {
            total += length;
        }
        double at = total == 0 ? 0 : walked % total;
        for (int i = 0; i < dash.lengths.length; i++) {
            if (at < dash.lengths[i]) {
                return i % 2 == 0;
            }
            at -= dash.lengths[i];
        }
        return true;
    }

    private void regions(Layer.RegionMap map) {
        for (int row = 0; row < grid.rows(); row++) {
            int j = nearest(map.y(), y, 4 * row + 1.5);
            for (int column = 0; column < grid.columns(); column++) {
                int category = map.category()[j][nearest(map.x(), x, 2 * column + 0.5)];
                grid.shade(row, column, category < 0 ? ' ' : shade(category, unicode));
            }
        }
    }

    private static int nearest(double[] values, AxisScale spread, double at) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(spread.at(values[i]) - at) < Math.abs(spread.at(values[best]) - at)) {
                best = i;
            }
        }
        return best;
    }
}

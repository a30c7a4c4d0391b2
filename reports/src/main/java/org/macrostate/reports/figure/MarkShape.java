package org.macrostate.reports.figure;

/** The shape of a mark. */
public enum MarkShape {
    CIRCLE("*"),
    SQUARE("square*"),
    TRIANGLE("triangle*"),
    DIAMOND("diamond*"),
    /** A triangle that points down. */
    DOWN("triangle*, mark options={rotate=180}");

    private static final MarkShape[] IN_TURN = {CIRCLE, SQUARE, TRIANGLE, DIAMOND};

    final String pgf;

    MarkShape(String pgf) {
        this.pgf = pgf;
    }

    /** The shape of the n-th set of points, n = 0, 1, … */
    public static MarkShape number(int n) {
        return IN_TURN[Math.floorMod(n, IN_TURN.length)];
    }

    /** Outline as x, y, x, y, … around (x, y); a circle has none. */
    double[] outline(double x, double y, double r) {
        return switch (this) {
            case CIRCLE -> new double[0];
            case SQUARE -> around(x, y, r * 0.9, -1, -1, 1, -1, 1, 1, -1, 1);
            case TRIANGLE -> around(x, y, r * 1.25, 0, -1, 0.87, 0.6, -0.87, 0.6);
            case DOWN -> around(x, y, r * 1.25, 0, 1, 0.87, -0.6, -0.87, -0.6);
            case DIAMOND -> around(x, y, r * 1.3, 0, -1, 0.8, 0, 0, 1, -0.8, 0);
        };
    }

    private static double[] around(double x, double y, double r, double... unit) {
        for (int i = 0; i < unit.length; i += 2) {
            unit[i] = x + r * unit[i];
            unit[i + 1] = y + r * unit[i + 1];
        }
        return unit;
    }
}

package org.macrostate.solvers.sgd;

/** Numbers of one stream of random words: uniform, normal and χ². Not for two threads at once. */
abstract class RandomNumbers {
    private static final double UNIT = 0x1p-53;

    private static final Ziggurat ZIGGURAT = Ziggurat.STANDARD;

    /** The next 64 bits. */
    abstract long next();

    double normal() {
        long bits = next();
        double value = ZIGGURAT.inside(bits);
        return Double.isNaN(value) ? edge(bits) : value;
    }

    /** Fills {@code from <= k < to}. */
    void normals(double[] into, int from, int to) {
        for (int k = from; k < to; k++) {
            into[k] = normal();
        }
    }

    /** A normal from bits that fell outside the rectangles' common part: one in eighty. */
    final double edge(long first) {
        long bits = first;
        while (true) {
            double value = ZIGGURAT.inside(bits);
            if (!Double.isNaN(value)) {
                return value;
            }
            if (ZIGGURAT.isTail(bits)) {
                return Math.copySign(beyond(Ziggurat.TAIL), (double) bits);
            }
            if (ZIGGURAT.accepts(bits, uniform())) {
                return ZIGGURAT.outside(bits);
            }
            bits = next();
        }
    }

    /** Beyond the last rectangle (G. Marsaglia, Technometrics 6, 101, 1964). */
    final double beyond(double tail) {
        double x;
        double y;
        do {
            x = -Math.log(positive()) / tail;
            y = -Math.log(positive());
        } while (y + y < x * x);
        return tail + x;
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (next() >>> 11) * UNIT;
    }

    /** Uniform in (0, 1]. */
    private double positive() {
        return ((next() >>> 11) + 1) * UNIT;
    }

    /**
     * χ² by rejection from the cube of a normal (G. Marsaglia, W. W. Tsang, ACM Trans. Math. Softw. 26, 363, 2000).
     *
     * @param degrees of freedom, at least 1
     */
    final double chiSquare(int degrees) {
        if (degrees == 1) {
            double x = normal();
            return x * x;
        }
        double d = degrees / 2.0 - 1.0 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double y = c * x;
            double root = 1 + y;
            if (root > 0) {
                double u = positive();
                double v = root * root * root;
                if (isSurelyAccepted(x * x, y, u, d) || Math.log(u) < 0.5 * (x * x) + d * (1 - v + Math.log(v))) {
                    return 2 * d * v;
                }
            }
        }
    }

    /**
     * A bound of the exponent of that rejection, 3d (log(1 + y) - y + y²/2 - y³/3), which spares the logarithms of nearly all: for
     * |y| ≤ 1/2 it is at least -(3/2) d y⁴ = -x⁴/(54 d). A margin is left for what rounding does to the exponent.
     */
    private static boolean isSurelyAccepted(double square, double y, double u, double d) {
        return Math.abs(y) <= 0.5 && u < 1 - square * square / (54 * d) - (1e-12 + 1e-14 * d);
    }
}

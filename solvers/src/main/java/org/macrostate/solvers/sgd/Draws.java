package org.macrostate.solvers.sgd;

/**
 * The random numbers of one run: xoshiro256++ (D. Blackman, S. Vigna, ACM Trans. Math. Softw. 47, 36, 2021) and a
 * {@link Ziggurat}. Normals are four fifths of a simulation's work, so that the generator's state stays in registers while
 * a block of them is drawn. Not for two threads at once.
 */
final class Draws {
    private static final double UNIT = 0x1p-53;

    private static final int BUFFER = 256;

    private final Ziggurat ziggurat = Ziggurat.STANDARD;
    private final long[] state;
    /** Words that are drawn but not yet used, from {@code next} on. */
    private final long[] words = new long[BUFFER];

    private int next = BUFFER;

    /**
     * @param state four words, not all zero
     */
    Draws(long[] state) {
        this.state = state.clone();
    }

    /** Draws words in advance: a loop over nothing else takes a third of the time of one that turns each into a normal. */
    private void fill() {
        long a = state[0];
        long b = state[1];
        long c = state[2];
        long d = state[3];
        for (int k = 0; k < words.length; k++) {
            words[k] = Long.rotateLeft(a + d, 23) + a;
            long t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = Long.rotateLeft(d, 45);
        }
        state[0] = a;
        state[1] = b;
        state[2] = c;
        state[3] = d;
        next = 0;
    }

    private long next() {
        if (next == BUFFER) {
            fill();
        }
        return words[next++];
    }

    double normal() {
        long bits = next();
        double value = ziggurat.inside(bits);
        return Double.isNaN(value) ? edge(bits) : value;
    }

    void normals(double[] into, int from, int to) {
        int k = from;
        while (k < to) {
            if (next == BUFFER) {
                fill();
            }
            int most = Math.min(to - k, BUFFER - next);
            int made = inside(into, k, words, next, most, ziggurat.bounds(), ziggurat.scales());
            next += made;
            k += made;
            if (made < most) {
                into[k++] = edge(words[next++]);
            }
        }
    }

    /** Turns words into normals until one falls outside the rectangles' common part; how many did not. */
    private static int inside(
            double[] into, int at, long[] words, int first, int most, long[] bounds, double[] scales) {
        for (int k = 0; k < most; k++) {
            long bits = words[first + k];
            long signed = bits >> Ziggurat.LAYER_BITS;
            // Written so that the compiler sees both indices within their arrays.
            if (Math.abs(signed) >= bounds[(int) bits & (bounds.length - 1)]) {
                return k;
            }
            into[at + k] = signed * scales[(int) bits & (scales.length - 1)];
        }
        return most;
    }

    /** A normal from bits that fell outside the rectangles' common part: one in eighty. */
    private double edge(long first) {
        long bits = first;
        while (true) {
            double value = ziggurat.inside(bits);
            if (!Double.isNaN(value)) {
                return value;
            }
            if (ziggurat.isTail(bits)) {
                return Math.copySign(tail(), (double) bits);
            }
            if (ziggurat.accepts(bits, uniform())) {
                return ziggurat.outside(bits);
            }
            bits = next();
        }
    }

    /** Beyond the last rectangle (G. Marsaglia, Technometrics 6, 101, 1964). */
    private double tail() {
        double x;
        double y;
        do {
            x = -Math.log(positive()) / Ziggurat.TAIL;
            y = -Math.log(positive());
        } while (y + y < x * x);
        return Ziggurat.TAIL + x;
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
    double chiSquare(int degrees) {
        if (degrees == 1) {
            double x = normal();
            return x * x;
        }
        double d = degrees / 2.0 - 1.0 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                double u = positive();
                double square = x * x;
                if (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) {
                    return 2 * d * v;
                }
            }
        }
    }
}

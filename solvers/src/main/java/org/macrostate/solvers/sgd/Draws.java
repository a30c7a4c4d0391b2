package org.macrostate.solvers.sgd;

/**
 * The random numbers of one run: xoshiro256++ (D. Blackman, S. Vigna, ACM Trans. Math. Softw. 47, 36, 2021) and a
 * {@link Ziggurat}. Normals are four fifths of a simulation's work, so that the generator's state stays in registers while
 * a block of them is drawn. Not for two threads at once.
 */
final class Draws {
    private static final double UNIT = 0x1p-53;

    private final Ziggurat ziggurat = Ziggurat.STANDARD;
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /**
     * @param state four words, not all zero
     */
    Draws(long[] state) {
        s0 = state[0];
        s1 = state[1];
        s2 = state[2];
        s3 = state[3];
    }

    private long next() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    double normal() {
        long bits = next();
        double value = ziggurat.inside(bits);
        return Double.isNaN(value) ? edge(bits) : value;
    }

    void normals(double[] into, int from, int to) {
        long[] bounds = ziggurat.bounds();
        double[] scales = ziggurat.scales();
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        for (int k = from; k < to; k++) {
            long bits = Long.rotateLeft(a + d, 23) + a;
            long t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = Long.rotateLeft(d, 45);
            long signed = bits >> Ziggurat.LAYER_BITS;
            // Written so that the compiler sees both indices within their arrays.
            if (Math.abs(signed) < bounds[(int) bits & (bounds.length - 1)]) {
                into[k] = signed * scales[(int) bits & (scales.length - 1)];
            } else {
                s0 = a;
                s1 = b;
                s2 = c;
                s3 = d;
                into[k] = edge(bits);
                a = s0;
                b = s1;
                c = s2;
                d = s3;
            }
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
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

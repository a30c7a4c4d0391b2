package org.macrostate.solvers.sgd;

/**
 * The random numbers of one run: xoshiro256++ (D. Blackman, S. Vigna, ACM Trans. Math. Softw. 47, 36, 2021) and a
 * {@link Ziggurat}. Normals are most of a simulation's work, so that the generator's state stays in registers while
 * a block of them is drawn. Not for two threads at once.
 */
final class Draws extends RandomNumbers {
    private static final long[] BOUNDS = Ziggurat.STANDARD.bounds();
    private static final double[] SCALES = Ziggurat.STANDARD.scales();

    private static final float[] FLOAT_BOUNDS = FloatZiggurat.BOUNDS;
    private static final float[] FLOAT_SCALES = FloatZiggurat.SCALES;

    private long a;
    private long b;
    private long c;
    private long d;

    /**
     * @param state four words, not all zero
     */
    Draws(long[] state) {
        a = state[0];
        b = state[1];
        c = state[2];
        d = state[3];
    }

    @Override
    long next() {
        long word = Long.rotateLeft(a + d, 23) + a;
        long t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = Long.rotateLeft(d, 45);
        return word;
    }

    @Override
    void normals(double[] into, int from, int to) {
        normals(into, from, to, 1);
    }

    /** Fills {@code from}, {@code from + stride} and so on, all that are below {@code to}. */
    void normals(double[] into, int from, int to, int stride) {
        long p = a;
        long q = b;
        long r = c;
        long s = d;
        for (int k = from; k < to; k += stride) {
            long bits = Long.rotateLeft(p + s, 23) + p;
            long t = q << 17;
            r ^= p;
            s ^= q;
            q ^= r;
            p ^= s;
            r ^= t;
            s = Long.rotateLeft(s, 45);
            long signed = bits >> Ziggurat.LAYER_BITS;
            if (Math.abs(signed) < BOUNDS[(int) bits & (BOUNDS.length - 1)]) {
                into[k] = signed * SCALES[(int) bits & (SCALES.length - 1)];
            } else {
                // One in eighty: the generator goes on from its fields, and its state is read again.
                a = p;
                b = q;
                c = r;
                d = s;
                into[k] = edge(bits);
                p = a;
                q = b;
                r = c;
                s = d;
            }
        }
        a = p;
        b = q;
        c = r;
        d = s;
    }

    /** Fills {@code from <= k < to} with normals of 22 bits, two of each word, the lower half's first. */
    void normals(float[] into, int from, int to) {
        long p = a;
        long q = b;
        long r = c;
        long s = d;
        int end = to - (to - from) % 2;
        for (int k = from; k < end; k += 2) {
            long bits = Long.rotateLeft(p + s, 23) + p;
            long t = q << 17;
            r ^= p;
            s ^= q;
            q ^= r;
            p ^= s;
            r ^= t;
            s = Long.rotateLeft(s, 45);
            int low = (int) bits;
            int high = (int) (bits >>> 32);
            float first = FloatZiggurat.magnitude(low);
            float second = FloatZiggurat.magnitude(high);
            if (Math.abs(first) < FLOAT_BOUNDS[low & (FLOAT_BOUNDS.length - 1)]
                    && Math.abs(second) < FLOAT_BOUNDS[high & (FLOAT_BOUNDS.length - 1)]) {
                into[k] = first * FLOAT_SCALES[low & (FLOAT_SCALES.length - 1)];
                into[k + 1] = second * FLOAT_SCALES[high & (FLOAT_SCALES.length - 1)];
            } else {
                a = p;
                b = q;
                c = r;
                d = s;
                into[k] = FloatZiggurat.normal(low, this);
                into[k + 1] = FloatZiggurat.normal(high, this);
                p = a;
                q = b;
                r = c;
                s = d;
            }
        }
        a = p;
        b = q;
        c = r;
        d = s;
        if (end < to) {
            into[end] = FloatZiggurat.normal((int) next(), this);
        }
    }
}

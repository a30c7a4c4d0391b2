package org.macrostate.solvers.sgd;

/**
 * A {@link Ziggurat} for 32 random bits: the layer of 1024 comes from the lowest 10, the place in it from the other 22. One in three
 * hundred falls outside the rectangles' common part.
 */
final class FloatZiggurat {
    static final int LAYER_BITS = 10;
    /** Where the tail begins with 1024 layers: the root of the condition that they end at the density's maximum. */
    static final double TAIL = 4.0388498461095045;

    private static final Ziggurat LAYERS = Ziggurat.of(1 << LAYER_BITS, TAIL, 0x1p-21);
    /** 2²³ + 2²¹: what 22 bits below the exponent of 2²³ are above their signed value. */
    private static final float MIDDLE = 0x1p23f + 0x1p21f;

    /** Magnitudes below these lie in the layer and in the one above. */
    static final float[] BOUNDS = floats(LAYERS.bounds());

    /** From magnitudes to x. */
    static final float[] SCALES = floats(LAYERS.scales());

    private FloatZiggurat() {}

    private static float[] floats(long[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values[i];
        }
        return floats;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The place of these bits in their layer, from -2²¹ to 2²¹ - 1: exact, and without an instruction that converts. */
    static float magnitude(int bits) {
        return Float.intBitsToFloat(bits >>> LAYER_BITS | 0x4B000000) - MIDDLE;
    }

    /** A normal from bits, and from further numbers where they fall outside the rectangles' common part. */
    static float normal(int first, RandomNumbers numbers) {
        int bits = first;
        while (true) {
            int layer = bits & (BOUNDS.length - 1);
            float magnitude = magnitude(bits);
            if (Math.abs(magnitude) < BOUNDS[layer]) {
                return magnitude * SCALES[layer];
            }
            if (layer == 0) {
                return (float) Math.copySign(numbers.beyond(TAIL), magnitude);
            }
            double x = magnitude * LAYERS.scales()[layer];
            if (LAYERS.accepts(layer, Math.abs(x), numbers.uniform())) {
                return (float) x;
            }
            bits = (int) numbers.next();
        }
    }
}

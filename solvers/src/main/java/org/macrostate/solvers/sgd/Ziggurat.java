package org.macrostate.solvers.sgd;

import org.hipparchus.special.Erf;

/**
 * The right half of the normal density under 256 layers of equal area, of which all but the lowest are rectangles (G.
 * Marsaglia, W. W. Tsang, J. Stat. Softw. 5(8), 2000). The layer comes from the lowest 8 of 64 random bits, the place in
 * it from the other 56: none is used twice (J. A. Doornik, An improved ziggurat method, 2005).
 *
 * @param edges x of each layer's right end, descending; the lowest layer's is that of a rectangle of its area
 * @param bounds magnitudes below these lie in the layer and in the one above
 * @param scales from magnitudes to x
 * @param bends how far the density may part from its chord over a layer, in parts of the layer's height
 */
record Ziggurat(double[] edges, long[] bounds, double[] scales, double[] bends) {
    static final int LAYER_BITS = 8;
    /** Where the tail begins with 256 layers. */
    static final double TAIL = 3.6541528853610088;

    static final Ziggurat STANDARD = of(1 << LAYER_BITS, TAIL, 0x1p-55);

    /**
     * The layers above a tail.
     *
     * @param tail where it begins: so that the area of each layer, which follows from it, is used up at the top
     * @param unit that magnitudes are multiples of, in parts of the layer's width
     */
    static Ziggurat of(int layers, double tail, double unit) {
        double density = Math.exp(-0.5 * tail * tail);
        double area = tail * density + Math.sqrt(Math.PI / 2) * Erf.erfc(tail / Math.sqrt(2));
        double[] edges = new double[layers + 1];
        edges[0] = area / density;
        edges[1] = tail;
        for (int i = 2; i < layers; i++) {
            edges[i] = Math.sqrt(-2 * Math.log(area / edges[i - 1] + density));
            density = Math.exp(-0.5 * edges[i] * edges[i]);
        }
        long[] bounds = new long[layers];
        double[] scales = new double[layers];
        for (int i = 0; i < layers; i++) {
            bounds[i] = (long) (edges[i + 1] / edges[i] / unit);
            scales[i] = edges[i] * unit;
        }
        return new Ziggurat(edges, bounds, scales, bends(edges));
    }

    /** f'' = (x² - 1) f is at most its largest factors on the layer; a little more is for rounding. */
    private static double[] bends(double[] edges) {
        double[] bends = new double[edges.length - 1];
        for (int i = 1; i < bends.length; i++) {
            double right = edges[i] * edges[i];
            double left = edges[i + 1] * edges[i + 1];
            double height = -Math.expm1(0.5 * (left - right));
            double curvature = Math.max(Math.abs(right - 1), Math.abs(left - 1));
            double width = edges[i] - edges[i + 1];
            bends[i] = curvature * width * width / (8 * height) * (1 + 1e-9) + 1e-9;
        }
        return bends;
    }

    /** The normal that these bits are, or NaN where the layer above does not cover it. */
    double inside(long bits) {
        int layer = (int) bits & (bounds.length - 1);
        long signed = bits >> LAYER_BITS;
        return Math.abs(signed) < bounds[layer] ? signed * scales[layer] : Double.NaN;
    }

    /** Where these bits lie in their layer, whether or not under the density. */
    double outside(long bits) {
        return (bits >> LAYER_BITS) * scales[(int) bits & (bounds.length - 1)];
    }

    boolean isTail(long bits) {
        return ((int) bits & (bounds.length - 1)) == 0;
    }

    /**
     * Whether a point at a height within its layer lies under the density; not for the lowest layer. The density parts from
     * its chord over the layer by at most an eighth of its curvature there, so that few points need an exponential.
     *
     * @param height from 0 at the layer's upper end to 1 at its lower
     */
    boolean accepts(long bits, double height) {
        return accepts((int) bits & (bounds.length - 1), Math.abs(outside(bits)), height);
    }

    /** The same of a distance from 0 in a layer. */
    boolean accepts(int layer, double x, double height) {
        double chord = (x - edges[layer + 1]) / (edges[layer] - edges[layer + 1]);
        if (height > chord + bends[layer]) {
            return true;
        }
        if (height < chord - bends[layer]) {
            return false;
        }
        double low = Math.exp(-0.5 * (edges[layer] * edges[layer] - x * x));
        double high = Math.exp(-0.5 * (edges[layer + 1] * edges[layer + 1] - x * x));
        return high + height * (low - high) < 1;
    }
}

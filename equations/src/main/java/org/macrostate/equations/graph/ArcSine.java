package org.macrostate.equations.graph;

/**
 * The arc sine by the rational approximation of fdlibm (Sun Microsystems, e_asin.c), error below one unit in the last
 * place. In plain Java because {@link Math#asin} leaves the compiled code for a native call: eight times slower, in
 * equations that take thousands of them.
 */
public final class ArcSine {
    private static final double HALF_PI = 1.57079632679489655800e+00;
    private static final double HALF_PI_REST = 6.12323399573676603587e-17;
    private static final double QUARTER_PI = 7.85398163397448278999e-01;
    private static final double TINY = 0x1p-27;
    private static final long UPPER_HALF = 0xFFFFFFFF00000000L;

    private ArcSine() {}

    /** From -π/2 to π/2; NaN outside [-1, 1]. */
    public static double of(double x) {
        double size = Math.abs(x);
        if (size < 0.5) {
            return size < TINY ? x : x + x * excess(x * x);
        }
        if (!(size < 1)) {
            return size == 1 ? Math.copySign(HALF_PI, x) : Double.NaN;
        }
        return Math.copySign(nearOne(size), x);
    }

    /** π/2 − 2 asin √((1−x)/2), the root in two parts. */
    private static double nearOne(double x) {
        double z = (1 - x) * 0.5;
        double root = Math.sqrt(z);
        double upper = Double.longBitsToDouble(Double.doubleToRawLongBits(root) & UPPER_HALF);
        double rest = (z - upper * upper) / (root + upper);
        double small = 2 * root * excess(z) - (HALF_PI_REST - 2 * rest);
        return QUARTER_PI - (small - (QUARTER_PI - 2 * upper));
    }

    /** asin(x)/x − 1 for z = x² up to 1/4. */
    private static double excess(double z) {
        double above = 7.91534994289814532176e-04 + z * 3.47933107596021167570e-05;
        above = -4.00555345006794114027e-02 + z * above;
        above = 2.01212532134862925881e-01 + z * above;
        above = -3.25565818622400915405e-01 + z * above;
        above = z * (1.66666666666666657415e-01 + z * above);
        double below = -6.88283971605453293030e-01 + z * 7.70381505559019352791e-02;
        below = 2.02094576023350569471e+00 + z * below;
        below = -2.40339491173441421878e+00 + z * below;
        below = 1 + z * below;
        return above / below;
    }
}

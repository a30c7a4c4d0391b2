package org.macrostate.equations.graph;

import java.util.function.DoubleUnaryOperator;

/** The least value of a function with one minimum on an interval, by golden sections (J. Kiefer, Proc. AMS 4, 502, 1953). */
final class GoldenSection {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int SECTIONS = 60;

    private GoldenSection() {}

    /** @param enough the first place with a value below this is taken */
    static double placeOfLeast(DoubleUnaryOperator f, double from, double to, double enough) {
        double a = from;
        double b = to;
        double left = b - GOLDEN * (b - a);
        double right = a + GOLDEN * (b - a);
        double atLeft = f.applyAsDouble(left);
        double atRight = f.applyAsDouble(right);
        for (int n = 0; n < SECTIONS && b - a > 0; n++) {
            if (atLeft < enough) {
                return left;
            }
            if (atRight < enough) {
                return right;
            }
            if (atLeft < atRight) {
                b = right;
                right = left;
                atRight = atLeft;
                left = b - GOLDEN * (b - a);
                atLeft = f.applyAsDouble(left);
            } else {
                a = left;
                left = right;
                atLeft = atRight;
                right = a + GOLDEN * (b - a);
                atRight = f.applyAsDouble(right);
            }
        }
        return (a + b) / 2;
    }
}

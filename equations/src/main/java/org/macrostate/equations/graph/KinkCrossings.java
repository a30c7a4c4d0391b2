package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * Where two kinks cross: an integral over the inner variable has a kink in the outer one where the order changes in which kinks
 * are met. A formula whose piece steps over it may agree with a finer one by chance, and both be off.
 *
 * @param kinks functions whose zeros are kinks
 * @param far both variables lie between −far and far
 * @param scan pieces of a variable's range on which changes are looked for
 */
record KinkCrossings(Kinks kinks, double far, int scan) {
    private static final int BISECTIONS = 60;

    /** A kink of an outer integral at a crossing is off by the square of this part of a piece. */
    private static final int BISECTIONS_OF_CROSSINGS = 34;

    private static final double RESOLVED = 1e-15;

    /** The functions at values of the outer and the inner variable. */
    @FunctionalInterface
    interface Kinks {
        double[] at(double outer, double inner);
    }

    /** The first and the last change on each piece of the outer variable. */
    List<Double> found() {
        List<Double> found = new ArrayList<>();
        double width = 2 * far / scan;
        List<Integer> before = order(-far);
        for (int piece = 1; piece <= scan; piece++) {
            double end = -far + width * piece;
            List<Integer> here = order(end);
            if (!here.equals(before)) {
                List<Integer> there = before;
                found.add(change(end - width, end, x -> order(x).equals(there)));
                found.add(change(end, end - width, x -> order(x).equals(here)));
            }
            before = here;
        }
        return found;
    }

    /** The numbers of the kinks that the inner variable meets, from its least value on. */
    private List<Integer> order(double outer) {
        TreeMap<Double, Integer> met = new TreeMap<>();
        double width = 2 * far / scan;
        double[] before = kinks.at(outer, -far);
        for (int s = 1; s <= scan; s++) {
            double end = -far + width * s;
            double[] here = kinks.at(outer, end);
            for (int k = 0; k < here.length; k++) {
                if (before[k] > 0 != here[k] > 0) {
                    int kink = k;
                    met.put(zero(end - width, before[k], end, here[k], y -> kinks.at(outer, y)[kink]), k);
                }
            }
            before = here;
        }
        return List.copyOf(met.values());
    }

    /**
     * A zero between two values of different signs, by the secant of the ends, of which one that stays counts half (the Illinois
     * method), and by the middle where that is slow.
     */
    static double zero(double first, double atFirst, double last, double atLast, DoubleUnaryOperator f) {
        double a = first;
        double b = last;
        double fa = atFirst;
        double fb = atLast;
        double target = Math.abs(b - a);
        for (int n = 0; n < BISECTIONS && fa != 0 && fb != 0; n++) {
            target /= 2;
            double secant = b - fb * (b - a) / (fb - fa);
            boolean inside =
                    secant > Math.min(a, b) && secant < Math.max(a, b) && Math.abs(b - a) <= 8 * target + RESOLVED;
            double x = inside ? secant : (a + b) / 2;
            double fx = f.applyAsDouble(x);
            if (fx * fb < 0) {
                a = b;
                fa = fb;
            } else {
                fa /= 2;
            }
            boolean still = Math.abs(x - b) <= RESOLVED * Math.max(1, Math.abs(x));
            b = x;
            fb = fx;
            if (still) {
                break;
            }
        }
        return fa == 0 ? a : b;
    }

    /** Where something that holds at the first value ceases to hold. */
    private static double change(double first, double last, DoublePredicate holds) {
        double a = first;
        double b = last;
        for (int n = 0; n < BISECTIONS_OF_CROSSINGS; n++) {
            double middle = (a + b) / 2;
            if (holds.test(middle)) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return (a + b) / 2;
    }
}

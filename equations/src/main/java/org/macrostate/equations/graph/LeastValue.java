package org.macrostate.equations.graph;

import java.util.function.DoubleUnaryOperator;

/**
 * The least value of a function with one minimum on an interval, by parabolas through three points and golden sections where
 * these do not converge (R. P. Brent, Algorithms for Minimization Without Derivatives, Prentice-Hall 1973, chapter 5).
 */
record LeastValue(double place, double value) {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final int MOST = 60;

    /** Half of the digits: the value then has all of them where the function is smooth. */
    private static final double PLACE = 1e-8;

    /** @param enough the first value below this is taken */
    static LeastValue of(DoubleUnaryOperator f, double from, double to, double enough) {
        double a = from;
        double b = to;
        double x = a + GOLDEN * (b - a);
        double fx = f.applyAsDouble(x);
        double w = x;
        double fw = fx;
        double v = x;
        double fv = fx;
        double step = 0;
        double before = 0;
        for (int n = 0; n < MOST && !(fx < enough); n++) {
            double middle = (a + b) / 2;
            double least = PLACE * (Math.abs(x) + 1e-2);
            if (Math.abs(x - middle) <= 2 * least - (b - a) / 2) {
                break;
            }
            double p = (x - v) * (x - v) * (fx - fw) - (x - w) * (x - w) * (fx - fv);
            double q = 2 * ((x - v) * (fx - fw) - (x - w) * (fx - fv));
            double parabolic = -p / q;
            boolean accepted = Math.abs(parabolic) < Math.abs(before) / 2
                    && x + parabolic > a + least
                    && x + parabolic < b - least;
            before = accepted ? step : (x < middle ? b : a) - x;
            step = accepted ? parabolic : GOLDEN * before;
            double u = Math.abs(step) >= least ? x + step : x + Math.copySign(least, step);
            double fu = f.applyAsDouble(u);
            if (fu <= fx) {
                if (u < x) {
                    b = x;
                } else {
                    a = x;
                }
                v = w;
                fv = fw;
                w = x;
                fw = fx;
                x = u;
                fx = fu;
            } else {
                if (u < x) {
                    a = u;
                } else {
                    b = u;
                }
                if (fu <= fw || w == x) {
                    v = w;
                    fv = fw;
                    w = u;
                    fw = fu;
                } else if (fu <= fv || v == x || v == w) {
                    v = u;
                    fv = fu;
                }
            }
        }
        return new LeastValue(x, fx);
    }
}

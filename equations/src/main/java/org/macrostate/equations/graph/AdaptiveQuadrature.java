package org.macrostate.equations.graph;

import java.util.function.DoubleUnaryOperator;
import org.macrostate.equations.TimeLimit;

/**
 * Gauss–Kronrod formulas of 7 and 15 nodes, with the interval halved where they differ (R. Piessens et al., QUADPACK,
 * 1983). Endpoints are no nodes.
 */
final class AdaptiveQuadrature {
    private static final double[] NODES = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
        0.741531185599394439863864773280788, 0.586087235467691130294144691693013, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245
    };

    private static final double[] KRONROD = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
        0.140653259715525918745189590510238, 0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649
    };

    private static final double CENTRE = 0.209482141084727828012999174891714;

    private static final double[] GAUSS = {
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780, 0.381830050505118944950369775488975
    };

    private static final double GAUSS_CENTRE = 0.417959183673469387755102040816327;

    /** Halvings beyond which a singularity is taken as it is. */
    private static final int DEEPEST = 40;

    /** A function that is known to a bound. */
    @FunctionalInterface
    interface Integrand {
        /** @param values gets the value, and what it may be off */
        void at(double x, double[] values);
    }

    private final Integrand function;
    private final double[] values = new double[2];
    private final double[] totals;
    private final double tolerance;
    private final boolean smooth;
    private int remaining;

    private AdaptiveQuadrature(Integrand function, double tolerance, int mostPieces, boolean smooth, double[] totals) {
        this.totals = totals;
        this.smooth = smooth;
        this.function = function;
        this.tolerance = tolerance;
        this.remaining = mostPieces;
    }

    /** {@code ∫_a^b f}, as {@link #add} with one rule. */
    static double of(DoubleUnaryOperator f, double a, double b, double tolerance, int mostPieces, boolean smooth) {
        double[] totals = new double[2];
        add((x, values) -> values[0] = f.applyAsDouble(x), a, b, tolerance, mostPieces, smooth, totals);
        return totals[0];
    }

    /**
     * Adds {@code ∫_a^b f} by the formulas of 15 nodes, and what it may be off: the integral of what values may be, and the
     * differences to the formulas of 7 nodes, one by one.
     *
     * @param totals of two elements, to which these are added
     * @param tolerance of the absolute error
     * @param mostPieces after so many pieces what is there is returned
     * @param smooth whether f is, so that the finer formula is far better than its difference to the coarser one
     */
    static void add(
            Integrand f, double a, double b, double tolerance, int mostPieces, boolean smooth, double[] totals) {
        if (b > a) {
            new AdaptiveQuadrature(f, tolerance / (b - a), mostPieces, smooth, totals).over(a, b, 0);
        }
    }

    private void over(double a, double b, int depth) {
        TimeLimit.check();
        double middle = (a + b) / 2;
        double half = (b - a) / 2;
        function.at(middle, values);
        double kronrod = values[0] * CENTRE;
        double gauss = values[0] * GAUSS_CENTRE;
        double off = values[1] * CENTRE;
        for (int i = 0; i < NODES.length; i++) {
            function.at(middle - half * NODES[i], values);
            double left = values[0];
            off += KRONROD[i] * values[1];
            function.at(middle + half * NODES[i], values);
            kronrod += KRONROD[i] * (left + values[0]);
            off += KRONROD[i] * values[1];
            if (i % 2 == 1) {
                gauss += GAUSS[i / 2] * (left + values[0]);
            }
        }
        double difference = Math.abs(kronrod - gauss) * half;
        // QUADPACK's estimate, without its scale.
        double error = smooth ? Math.min(difference, Math.pow(200 * difference, 1.5)) : difference;
        remaining--;
        if (!(error > tolerance * (b - a)) || depth >= DEEPEST || remaining <= 0) {
            totals[0] += kronrod * half;
            totals[1] += off * half + difference;
            return;
        }
        over(a, middle, depth + 1);
        over(middle, b, depth + 1);
    }
}

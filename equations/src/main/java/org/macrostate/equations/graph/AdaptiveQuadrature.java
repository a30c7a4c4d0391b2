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

    private final DoubleUnaryOperator function;
    private final double tolerance;
    private final boolean smooth;
    private int left;

    private AdaptiveQuadrature(DoubleUnaryOperator function, double tolerance, int mostPieces, boolean smooth) {
        this.smooth = smooth;
        this.function = function;
        this.tolerance = tolerance;
        this.left = mostPieces;
    }

    /**
     * {@code ∫_a^b f}.
     *
     * @param tolerance of the absolute error
     * @param mostPieces after so many pieces what is there is returned
     * @param smooth whether f is, so that the finer formula is far better than its difference to the coarser one
     */
    static double of(DoubleUnaryOperator f, double a, double b, double tolerance, int mostPieces, boolean smooth) {
        return b > a ? new AdaptiveQuadrature(f, tolerance / (b - a), mostPieces, smooth).over(a, b, 0) : 0;
    }

    private double over(double a, double b, int depth) {
        TimeLimit.check();
        double middle = (a + b) / 2;
        double half = (b - a) / 2;
        double centre = function.applyAsDouble(middle);
        double kronrod = centre * CENTRE;
        double gauss = centre * GAUSS_CENTRE;
        for (int i = 0; i < NODES.length; i++) {
            double pair =
                    function.applyAsDouble(middle - half * NODES[i]) + function.applyAsDouble(middle + half * NODES[i]);
            kronrod += KRONROD[i] * pair;
            if (i % 2 == 1) {
                gauss += GAUSS[i / 2] * pair;
            }
        }
        double difference = Math.abs(kronrod - gauss) * half;
        // QUADPACK's estimate, without its scale.
        double error = smooth ? Math.min(difference, Math.pow(200 * difference, 1.5)) : difference;
        left--;
        if (!(error > tolerance * (b - a)) || depth >= DEEPEST || left <= 0) {
            return kronrod * half;
        }
        return over(a, middle, depth + 1) + over(middle, b, depth + 1);
    }
}

package org.macrostate.solvers.cycle;

/**
 * Piecewise polynomials of degree m on [0, 1] and their collocation at Gauss points (C. de Boor and B. Swartz, SIAM J.
 * Numer. Anal. 10, 582 (1973)): each interval has m + 1 equidistant nodes and m Gauss points.
 */
final class Collocation {
    /** m. */
    static final int DEGREE = 4;

    /** Gauss–Legendre points of [0, 1], m = 4. */
    private static final double[] POINTS = {
        0.069431844202973712388, 0.330009478207571867599, 0.669990521792428132401, 0.930568155797026287612
    };

    private static final double[] WEIGHTS = {
        0.173927422568726928687, 0.326072577431273071313, 0.326072577431273071313, 0.173927422568726928687
    };

    /** Values and slopes of the Lagrange polynomials at the Gauss points: [point][node]. */
    static final double[][] VALUE = new double[DEGREE][];

    static final double[][] SLOPE = new double[DEGREE][];

    static {
        for (int k = 0; k < DEGREE; k++) {
            VALUE[k] = values(POINTS[k]);
            SLOPE[k] = slopes(POINTS[k]);
        }
    }

    private Collocation() {}

    static double weight(int point) {
        return WEIGHTS[point];
    }

    /** Lagrange polynomials of the nodes 0, 1/m, …, 1 at x. */
    static double[] values(double x) {
        double[] values = new double[DEGREE + 1];
        for (int j = 0; j <= DEGREE; j++) {
            double product = 1;
            for (int l = 0; l <= DEGREE; l++) {
                if (l != j) {
                    product *= (x - node(l)) / (node(j) - node(l));
                }
            }
            values[j] = product;
        }
        return values;
    }

    private static double[] slopes(double x) {
        double[] slopes = new double[DEGREE + 1];
        for (int j = 0; j <= DEGREE; j++) {
            double sum = 0;
            for (int skipped = 0; skipped <= DEGREE; skipped++) {
                if (skipped != j) {
                    double product = 1 / (node(j) - node(skipped));
                    for (int l = 0; l <= DEGREE; l++) {
                        if (l != j && l != skipped) {
                            product *= (x - node(l)) / (node(j) - node(l));
                        }
                    }
                    sum += product;
                }
            }
            slopes[j] = sum;
        }
        return slopes;
    }

    private static double node(int j) {
        return (double) j / DEGREE;
    }
}

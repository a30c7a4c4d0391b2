package org.macrostate.equations.graph;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;

/**
 * {@code E[∏_i sign(m_i + x_i)]} of n ≤ 4 jointly Gaussian variables x with covariance C: orthant probabilities. Two signs by
 * Nicholson's function (equivalent to the bivariate normal integral), three and four by one integral over those of fewer: with
 * the correlations between two groups of variables scaled by t, {@code d/dt = Σ 4 C_ij φ(u_i = u_j = 0) E[∏ of the others | u_i =
 * u_j = 0]} (R. L. Plackett, Biometrika 41, 351, 1954; A. Genz, Stat. Comput. 14, 251, 2004).
 */
final class OrthantMean {
    /** Correlations closer to one than this are one: what rounding leaves. */
    private static final double COINCIDENCE = 1e-14;

    private static final double ACCURACY = 1e-13;
    private static final int MOST_PIECES = 400;

    private OrthantMean() {}

    /** The mean of the product of the signs of all these variables; sign(0) is 0. */
    static double of(double[] m, double[][] c) {
        return switch (m.length) {
            case 0 -> 1;
            case 1 -> one(m[0], c[0][0]);
            case 2 -> two(m[0], m[1], c[0][0], c[0][1], c[1][1]);
            default -> fixed(m, c);
        };
    }

    private static double one(double m, double v) {
        return v > 0 ? Erf.erf(m / Math.sqrt(2 * v)) : Math.signum(m);
    }

    private static double two(double m, double n, double v, double c, double w) {
        if (!(v > 0) || !(w > 0)) {
            return one(m, v) * one(n, w);
        }
        double a = m / Math.sqrt(v);
        double b = n / Math.sqrt(w);
        double determinant = v * w - c * c;
        if (!(determinant > COINCIDENCE * v * w)) {
            double side = Math.signum(c);
            return side * (1 - Math.abs(one(a, 1) - one(side * b, 1)));
        }
        double root = Math.sqrt(determinant);
        double angle = Math.atan2(c, root);
        if (m == 0 && n == 0) {
            return 2 / Math.PI * angle;
        }
        double q = (n * v - c * m) / (Math.sqrt(v) * root);
        double p = (m * w - c * n) / (Math.sqrt(w) * root);
        return 2 / Math.PI * angle + 4 * (NicholsonFunction.of(a, q) + NicholsonFunction.of(b, p));
    }

    /** A variable that does not vary has its sign. */
    private static double fixed(double[] m, double[][] c) {
        for (int i = 0; i < m.length; i++) {
            if (!(c[i][i] > 0)) {
                return Math.signum(m[i]) * of(without(m, i), without(c, i));
            }
        }
        return several(m, c);
    }

    /** All but one. */
    static double[] without(double[] m, int left) {
        double[] rest = new double[m.length - 1];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = m[i < left ? i : i + 1];
        }
        return rest;
    }

    /** All but one row and column. */
    static double[][] without(double[][] c, int left) {
        double[][] rest = new double[c.length - 1][];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = without(c[i < left ? i : i + 1], left);
        }
        return rest;
    }

    /** The pair that is correlated most stays together, the correlations of the others with it are scaled. */
    private static double several(double[] m, double[][] c) {
        int n = m.length;
        int a = 0;
        int b = 1;
        double most = -1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double other = n == 4 ? correlation(c, rest(n, i, j)) : 0;
                double both = Math.max(correlation(c, new int[] {i, j}), other);
                if (both > most) {
                    most = both;
                    a = i;
                    b = j;
                }
            }
        }
        int[] left = {a, b};
        int[] right = rest(n, a, b);
        double apart = of(chosen(m, left), chosen(c, left)) * of(chosen(m, right), chosen(c, right));
        double joint = AdaptiveQuadrature.of(
                phi -> Math.cos(phi) * slope(m, c, left, right, Math.sin(phi)),
                0,
                Math.PI / 2,
                ACCURACY,
                MOST_PIECES,
                true);
        return apart + joint;
    }

    private static double correlation(double[][] c, int[] pair) {
        double square = c[pair[0]][pair[1]] * c[pair[0]][pair[1]];
        return square / (c[pair[0]][pair[0]] * c[pair[1]][pair[1]]);
    }

    private static int[] rest(int n, int a, int b) {
        return IntStream.range(0, n).filter(i -> i != a && i != b).toArray();
    }

    private static double[] chosen(double[] m, int[] of) {
        return Arrays.stream(of).mapToDouble(i -> m[i]).toArray();
    }

    private static double[][] chosen(double[][] c, int[] of) {
        return Arrays.stream(of).mapToObj(i -> chosen(c[i], of)).toArray(double[][]::new);
    }

    /** d/dt of the mean with the correlations between both groups scaled by t. */
    private static double slope(double[] m, double[][] c, int[] left, int[] right, double t) {
        double total = 0;
        double[][] scaled = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            scaled[i] = c[i].clone();
        }
        for (int i : left) {
            for (int j : right) {
                scaled[i][j] *= t;
                scaled[j][i] *= t;
            }
        }
        for (int i : left) {
            for (int j : right) {
                if (c[i][j] != 0) {
                    total += 4 * c[i][j] * given(m, scaled, i, j);
                }
            }
        }
        return total;
    }

    /** The density of u_i = u_j = 0 times the mean of the other signs there. */
    private static double given(double[] m, double[][] c, int i, int j) {
        double vi = c[i][i];
        double vj = c[j][j];
        double cij = c[i][j];
        double determinant = vi * vj - cij * cij;
        if (!(determinant > 0)) {
            return 0;
        }
        double exponent = (m[i] * m[i] * vj - 2 * cij * m[i] * m[j] + m[j] * m[j] * vi) / (2 * determinant);
        double density = Math.exp(-exponent) / (2 * Math.PI * Math.sqrt(determinant));
        if (density == 0) {
            return 0;
        }
        int[] others = rest(m.length, i, j);
        double[] mean = new double[others.length];
        double[][] covariance = new double[others.length][others.length];
        for (int k = 0; k < others.length; k++) {
            double[] row = c[others[k]];
            double onI = (row[i] * vj - row[j] * cij) / determinant;
            double onJ = (row[j] * vi - row[i] * cij) / determinant;
            mean[k] = m[others[k]] - onI * m[i] - onJ * m[j];
            for (int l = 0; l < others.length; l++) {
                covariance[k][l] = row[others[l]] - onI * c[others[l]][i] - onJ * c[others[l]][j];
            }
            if (!(covariance[k][k] > SignsMean.NOTHING * c[others[k]][others[k]])) {
                double scale = c[others[k]][others[k]] + m[others[k]] * m[others[k]];
                covariance[k][k] = 0;
                mean[k] = Math.abs(mean[k]) > SignsMean.NO_MEAN * Math.sqrt(scale) ? mean[k] : 0;
            }
        }
        return density * of(mean, covariance);
    }
}

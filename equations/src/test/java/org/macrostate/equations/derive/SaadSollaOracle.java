package org.macrostate.equations.derive;

/**
 * The erf committee of Saad and Solla, written down by hand from Phys. Rev. E 52, 4225 (1995), with output noise and
 * weight decay: {@code g(x) = erf(x/√2)}, student fields x_i, teacher fields y_n, {@code δ_i = g'(x_i)(Σ g(y) − Σ g(x) +
 * noise)}. The integrals I2, I3, I4 are those of its appendix (and of Biehl and Schwarze, J. Phys. A 28, 643, 1995).
 */
record SaadSollaOracle(double eta, double sigma, double decay) {

    /** The covariance of all K student fields followed by M teacher fields. */
    static double[][] covariance(double[][] q, double[][] r) {
        int k = q.length;
        int m = r[0].length;
        double[][] c = new double[k + m][k + m];
        for (int i = 0; i < k + m; i++) {
            for (int j = 0; j < k + m; j++) {
                if (i < k && j < k) {
                    c[i][j] = q[i][j];
                } else if (i < k) {
                    c[i][j] = r[i][j - k];
                } else if (j < k) {
                    c[i][j] = r[j][i - k];
                } else {
                    c[i][j] = i == j ? 1 : 0;
                }
            }
        }
        return c;
    }

    /** E[g(a) g(b)]. */
    static double i2(double[][] c, int a, int b) {
        return 2 / Math.PI * Math.asin(c[a][b] / Math.sqrt((1 + c[a][a]) * (1 + c[b][b])));
    }

    /** E[g'(a) b g(d)]. */
    static double i3(double[][] c, int a, int b, int d) {
        double lambda = (1 + c[a][a]) * (1 + c[d][d]) - c[a][d] * c[a][d];
        return 2 / Math.PI / Math.sqrt(lambda) * (c[b][d] * (1 + c[a][a]) - c[a][b] * c[a][d]) / (1 + c[a][a]);
    }

    /** E[g'(a) g'(b) g(d) g(e)]. */
    static double i4(double[][] c, int a, int b, int d, int e) {
        double l4 = (1 + c[a][a]) * (1 + c[b][b]) - c[a][b] * c[a][b];
        double l0 = l4 * c[d][e]
                - c[b][d] * c[b][e] * (1 + c[a][a])
                - c[a][d] * c[a][e] * (1 + c[b][b])
                + c[a][b] * c[a][d] * c[b][e]
                + c[a][b] * c[a][e] * c[b][d];
        double l1 = l4 * (1 + c[d][d])
                - c[b][d] * c[b][d] * (1 + c[a][a])
                - c[a][d] * c[a][d] * (1 + c[b][b])
                + 2 * c[a][b] * c[a][d] * c[b][d];
        double l2 = l4 * (1 + c[e][e])
                - c[b][e] * c[b][e] * (1 + c[a][a])
                - c[a][e] * c[a][e] * (1 + c[b][b])
                + 2 * c[a][b] * c[a][e] * c[b][e];
        return 4 / (Math.PI * Math.PI) / Math.sqrt(l4) * Math.asin(l0 / Math.sqrt(l1 * l2));
    }

    /** E[g'(a) g'(b)]: what the noise couples to. */
    static double slopes(double[][] c, int a, int b) {
        return 2 / Math.PI / Math.sqrt((1 + c[a][a]) * (1 + c[b][b]) - c[a][b] * c[a][b]);
    }

    double generalizationError(double[][] q, double[][] r) {
        double[][] c = covariance(q, r);
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            for (int j = 0; j < c.length; j++) {
                sum += sign(i, q) * sign(j, q) * i2(c, i, j) / 2;
            }
        }
        return sum;
    }

    double[][] rateOfR(double[][] q, double[][] r) {
        double[][] c = covariance(q, r);
        int k = q.length;
        double[][] rate = new double[k][r[0].length];
        for (int i = 0; i < k; i++) {
            for (int n = 0; n < r[0].length; n++) {
                rate[i][n] = eta * (pull(c, q, i, k + n) - decay * r[i][n]);
            }
        }
        return rate;
    }

    double[][] rateOfQ(double[][] q, double[][] r) {
        double[][] c = covariance(q, r);
        int k = q.length;
        double[][] rate = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double square = sigma * sigma * slopes(c, i, j);
                for (int a = 0; a < c.length; a++) {
                    for (int b = 0; b < c.length; b++) {
                        square += sign(a, q) * sign(b, q) * i4(c, i, j, a, b);
                    }
                }
                rate[i][j] = eta * (pull(c, q, i, j) + pull(c, q, j, i) - 2 * decay * q[i][j]) + eta * eta * square;
            }
        }
        return rate;
    }

    /** E[δ_i h_b]. */
    private static double pull(double[][] c, double[][] q, int i, int b) {
        double sum = 0;
        for (int a = 0; a < c.length; a++) {
            sum -= sign(a, q) * i3(c, i, b, a);
        }
        return sum;
    }

    /** Student units count positively in the error, teacher units negatively. */
    private static int sign(int field, double[][] q) {
        return field < q.length ? 1 : -1;
    }
}

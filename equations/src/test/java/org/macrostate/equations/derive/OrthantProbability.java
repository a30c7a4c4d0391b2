package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;

/** Probabilities that normal variables are positive, by nested Gauss-Legendre formulas: independent of the program's. */
final class OrthantProbability {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(28, 0, 1);

    private OrthantProbability() {}

    /** The probability that normal variables are positive: over the first, that of the others given it. */
    static double of(double[] mean, double[][] c) {
        int n = mean.length;
        if (n == 0) {
            return 1;
        }
        double width = Math.sqrt(c[0][0]);
        if (n == 1) {
            return 0.5 * Erf.erfc(-mean[0] / (width * Math.sqrt(2)));
        }
        double from = Math.max(-mean[0] / width, -9);
        if (from >= 9) {
            return 0;
        }
        double[][] rest = new double[n - 1][n - 1];
        boolean fixed = true;
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < n; j++) {
                rest[i - 1][j - 1] = c[i][j] - c[i][0] * c[0][j] / c[0][0];
            }
            fixed &= rest[i - 1][i - 1] > 1e-12 * c[i][i];
        }
        if (!fixed) {
            return coinciding(mean, c);
        }
        double sum = 0;
        int pieces = 3;
        for (int p = 0; p < pieces; p++) {
            double start = from + (9 - from) * p / pieces;
            double step = (9 - from) / pieces;
            sum += step
                    * RULE.integrate(u -> {
                        double z = start + step * u;
                        double[] shifted = new double[n - 1];
                        for (int i = 1; i < n; i++) {
                            shifted[i - 1] = mean[i] + c[i][0] * z / width;
                        }
                        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * of(shifted, rest);
                    });
        }
        return sum;
    }

    /** Where a field is a multiple of the first: once, or never if it is the negative; means are multiples, too. */
    private static double coinciding(double[] mean, double[][] c) {
        List<Integer> others = new ArrayList<>(List.of(0));
        for (int i = 1; i < mean.length; i++) {
            if (c[i][i] - c[i][0] * c[0][i] / c[0][0] > 1e-12 * c[i][i]) {
                others.add(i);
            } else if (c[i][0] < 0 || Math.abs(mean[i] * c[0][0] - mean[0] * c[i][0]) > 1e-9) {
                if (c[i][0] < 0 && Math.abs(mean[i] * c[0][0] - mean[0] * c[i][0]) < 1e-9) {
                    return 0;
                }
                throw new IllegalStateException("parallel fields with other means");
            }
        }
        double[] m = new double[others.size()];
        double[][] d = new double[others.size()][others.size()];
        for (int i = 0; i < m.length; i++) {
            m[i] = mean[others.get(i)];
            for (int j = 0; j < m.length; j++) {
                d[i][j] = c[others.get(i)][others.get(j)];
            }
        }
        return of(m, d);
    }
}

package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * E[f(h)] of centred Gaussian variables by high-order quadrature in principal axes. Where f has kinks or jumps on (at
 * most two) hyperplanes through the origin, their plane is integrated in polar coordinates, angle by angle between the
 * kinks; the other directions by Gauss–Hermite.
 */
final class ExactMean {
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();
    private static final double FAR = 11;
    private static final double EVALUATIONS = 3e5;
    private final double[][] axes;
    private final List<double[]> kinks;
    private final ToDoubleFunction<double[]> f;
    private final GaussIntegrator hermite;

    private ExactMean(double[][] axes, List<double[]> kinks, ToDoubleFunction<double[]> f) {
        this.axes = axes;
        this.kinks = kinks;
        this.f = f;
        int plane = kinks.isEmpty() ? 0 : 2;
        int others = Math.max(1, axes[0].length - plane);
        double budget = plane == 0 ? EVALUATIONS : EVALUATIONS / 6000;
        this.hermite = RULES.hermite((int) Math.min(90, Math.pow(budget, 1.0 / others)));
    }

    /** The mean of a smooth function. */
    static double smooth(double[][] covariance, ToDoubleFunction<double[]> f) {
        return kinked(covariance, List.of(), f);
    }

    /**
     * The mean of a function with kinks.
     *
     * @param forms coefficients of the linear forms on whose zeros f is not smooth
     */
    static double kinked(double[][] covariance, List<double[]> forms, ToDoubleFunction<double[]> f) {
        EigenDecompositionSymmetric eigen =
                new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(covariance), 1e-300, true);
        List<double[]> columns = new ArrayList<>();
        int n = covariance.length;
        for (int k = 0; k < n; k++) {
            double lambda = eigen.getEigenvalue(k);
            if (lambda > 1e-14 * Math.max(1e-300, eigen.getEigenvalue(0))) {
                columns.add(
                        eigen.getEigenvector(k).mapMultiply(Math.sqrt(lambda)).toArray());
            }
        }
        if (columns.isEmpty()) {
            return f.applyAsDouble(new double[n]);
        }
        RealMatrix root =
                MatrixUtils.createRealMatrix(columns.toArray(new double[0][])).transpose();
        List<double[]> directions = new ArrayList<>();
        for (double[] form : forms) {
            directions.add(root.preMultiply(form));
        }
        RealMatrix basis = basis(directions, root.getColumnDimension());
        RealMatrix turned = root.multiply(basis.transpose());
        List<double[]> kinks = directions.stream().map(basis::operate).toList();
        return new ExactMean(turned.getData(), kinks, f).mean();
    }

    /** Orthonormal rows, the first of which span the given directions. */
    private static RealMatrix basis(List<double[]> directions, int dimension) {
        List<double[]> all = new ArrayList<>(directions);
        for (int i = 0; i < dimension; i++) {
            double[] unit = new double[dimension];
            unit[i] = 1;
            all.add(unit);
        }
        List<double[]> rows = new ArrayList<>();
        for (double[] candidate : all) {
            double[] v = candidate.clone();
            double before = norm(v);
            for (int pass = 0; pass < 2; pass++) {
                for (double[] row : rows) {
                    double dot = 0;
                    for (int i = 0; i < dimension; i++) {
                        dot += row[i] * v[i];
                    }
                    for (int i = 0; i < dimension; i++) {
                        v[i] -= dot * row[i];
                    }
                }
            }
            double norm = norm(v);
            if (rows.size() < dimension && norm > 1e-7 * Math.max(before, 1e-9)) {
                for (int i = 0; i < dimension; i++) {
                    v[i] /= norm;
                }
                rows.add(v);
            }
        }
        return MatrixUtils.createRealMatrix(rows.toArray(new double[0][]));
    }

    private static double norm(double[] v) {
        double square = 0;
        for (double x : v) {
            square += x * x;
        }
        return Math.sqrt(square);
    }

    private double mean() {
        int dimension = axes[0].length;
        double[] z = new double[dimension];
        if (kinks.isEmpty()) {
            return rest(z, 0);
        }
        if (dimension == 1) {
            return half(z, 1) + half(z, -1);
        }
        double sum = 0;
        TreeSet<Double> angles = new TreeSet<>(List.of(0.0, 2 * Math.PI));
        for (double[] kink : kinks) {
            double normal = Math.atan2(kink[1], kink[0]);
            for (int quarter = -3; quarter <= 5; quarter += 2) {
                double angle = normal + quarter * Math.PI / 2;
                if (angle > 1e-12 && angle < 2 * Math.PI - 1e-12) {
                    angles.add(angle);
                }
            }
        }
        List<Double> bounds = new ArrayList<>(angles);
        for (int i = 0; i + 1 < bounds.size(); i++) {
            sum += RULES.legendre(24, bounds.get(i), bounds.get(i + 1)).integrate(angle -> ray(z, angle));
        }
        return sum / (2 * Math.PI);
    }

    private double half(double[] z, int side) {
        return radial(r -> {
                    z[0] = side * r;
                    return Math.exp(-r * r / 2) * rest(z, 1);
                })
                / Math.sqrt(2 * Math.PI);
    }

    private double ray(double[] z, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return radial(r -> {
            z[0] = r * cos;
            z[1] = r * sin;
            return r * Math.exp(-r * r / 2) * rest(z, 2);
        });
    }

    private static double radial(org.hipparchus.analysis.UnivariateFunction g) {
        return RULES.legendre(22, 0, FAR / 3).integrate(g)
                + RULES.legendre(20, FAR / 3, 2 * FAR / 3).integrate(g)
                + RULES.legendre(12, 2 * FAR / 3, FAR).integrate(g);
    }

    private double rest(double[] z, int from) {
        if (from == z.length) {
            double[] h = new double[axes.length];
            for (int i = 0; i < h.length; i++) {
                for (int k = 0; k < z.length; k++) {
                    h[i] += axes[i][k] * z[k];
                }
            }
            return f.applyAsDouble(h);
        }
        double sum = 0;
        for (int i = 0; i < hermite.getNumberOfPoints(); i++) {
            z[from] = Math.sqrt(2) * hermite.getPoint(i);
            sum += hermite.getWeight(i) / Math.sqrt(Math.PI) * rest(z, from + 1);
        }
        return sum;
    }
}

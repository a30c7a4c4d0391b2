package org.macrostate.equations.graph;

import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.special.Gamma;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.gaussian.GaussianIntegrals;

/**
 * Expectations over five to nine independent standard normal variables: sums over the points of a lattice within a ball, with
 * the density as weight. As the trapezoidal rule does on the line, it converges geometrically for functions that are analytic
 * around the reals: what it is off is the mean's Fourier transform at the points of the reciprocal lattice. Among all
 * lattices with as many points those are best whose reciprocal has its points farthest apart, the densest packings of
 * spheres: {@code E_n}, with E_5 = D_5 (D. P. Petersen and D. Middleton, Information and Control 5, 279, 1962; J. H. Conway and N. J. A.
 * Sloane, Sphere Packings, Lattices and Groups, Springer 1999, chapter 1). With eight variables it has one sixteenth of the points
 * of a product of trapezoidal rules that is as accurate.
 */
final class LatticeRule {
    /** The last of the lattices E_n; D_n beyond. */
    private static final int MOST_OF_E = 8;

    /** The step of the trapezoidal rule that a lattice corresponds to. */
    private static final double FIRST_STEP = 1.2;

    private static final double SHORTER = 0.8;

    /** The error of the finer result is at most this fraction of what is asked. */
    private static final double MARGIN = 1.0 / 30;

    private static final double MOST_POINTS = 2e6;

    private static final double MOST_ROUGH_POINTS = 1e5;

    /** A first refinement is not made where it has so many times as many points. */
    private static final double AT_ONCE = 4;

    /** Where weights become negligible, in digits more than are asked for. */
    private static final int FURTHER_DIGITS = 2;

    private static final int FEWEST_DIGITS = 2;

    /** Offset of the points in units of the lattice's basis, so that formulas that check each other have different points. */
    private static final double SHIFT = (Math.sqrt(5) - 1) / 2;

    private static final double ROUNDING = 1e-12;
    private static final int TIME_CHECKED = 1 << 8;

    private final NormalIntegral.Integrand function;
    private final int variables;
    private final IntegralAccuracy accuracy;
    private final double[][] basis;
    private final double[] values;
    private final double mostPoints;
    private final double radius;

    private LatticeRule(
            NormalIntegral.Integrand function, int variables, int outputs, double farther, IntegralAccuracy accuracy) {
        this.function = function;
        this.variables = variables;
        this.accuracy = accuracy;
        this.basis = basis(variables);
        this.values = new double[outputs];
        this.mostPoints = Refinement.isRough(accuracy.digits()) ? MOST_ROUGH_POINTS : MOST_POINTS;
        int digits = accuracy.digits();
        while (digits > FEWEST_DIGITS && points(FIRST_STEP * SHORTER, farther * radius(digits)) > mostPoints) {
            digits--;
        }
        if (accuracy.isCheck() && digits < accuracy.digits()) {
            digits++; // what lies outside of the ball is a part of the error where the ball is small
        }
        this.radius = farther * radius(digits);
    }

    /**
     * One element a function.
     *
     * @param variables more than products of formulas are taken for, at most {@link GaussianIntegrals#MOST_FIELDS}
     * @param farther by how much more than the normal density needs the sum goes out, at least 1
     */
    static double[] values(
            NormalIntegral.Integrand function,
            int variables,
            int outputs,
            int results,
            double farther,
            IntegralAccuracy accuracy) {
        if (variables <= GaussianIntegrals.MOST_TO_ACCURACY || variables > GaussianIntegrals.MOST_FIELDS) {
            throw new IllegalArgumentException(variables + " variables");
        }
        return new LatticeRule(function, variables, outputs, farther, accuracy).refined(results);
    }

    /** Finer and finer, until two results in turn agree so well that the finer one is accurate. */
    private double[] refined(int results) {
        double asked = Math.pow(10, -accuracy.reached());
        double closeness = accuracy.isCheck() ? asked : Math.pow(MARGIN * asked, SHORTER);
        double step = FIRST_STEP;
        double[] coarse = new Sum(step, results).sums;
        while (true) {
            step *= SHORTER;
            if (points(step, radius) > AT_ONCE * mostPoints) {
                return coarse;
            }
            Sum sum = new Sum(step, results);
            boolean last = points(step * SHORTER, radius) > mostPoints;
            if (Refinement.agree(coarse, sum.sums, sum.sizes, closeness)) {
                return accuracy.chosen(coarse, sum.sums, sum.sizes);
            }
            if (last) {
                return accuracy.unconverged(coarse, sum.sums, sum.sizes);
            }
            coarse = sum.sums;
        }
    }

    /** The radius outside of which the normal law has 10^−digits of its mass, and so much less of that of functions that grow. */
    private double radius(int digits) {
        double half = variables / 2.0;
        double logarithm = Math.log(10) * (digits + FURTHER_DIGITS);
        double x = logarithm;
        for (int i = 0; i < 50; i++) {
            x = logarithm + (half - 1) * Math.log(x) - Gamma.logGamma(half);
        }
        return Math.sqrt(2 * x);
    }

    /** About how many points there are. */
    private double points(double step, double within) {
        double ball =
                Math.pow(Math.PI, variables / 2.0) / Gamma.gamma(variables / 2.0 + 1) * Math.pow(within, variables);
        double cell = Math.pow(scale(step), variables);
        for (int i = 0; i < variables; i++) {
            cell *= basis[i][i];
        }
        return ball / cell;
    }

    /** The shortest vectors of the reciprocal lattices have the length √2 here, and 1 for the trapezoidal rule. */
    private static double scale(double step) {
        return Math.sqrt(2) * step;
    }

    /**
     * A triangular basis of the lattice whose reciprocal has the Cartan matrix of E_n as its Gram matrix, or beyond eight variables of
     * D_n: a root of the inverse. The two differ in where the last node of the diagram is joined to the others.
     */
    private static double[][] basis(int n) {
        double[][] cartan = new double[n][n];
        for (int i = 0; i < n; i++) {
            cartan[i][i] = 2;
        }
        for (int i = 1; i < n - 1; i++) {
            cartan[i][i - 1] = -1;
            cartan[i - 1][i] = -1;
        }
        int joined = n <= MOST_OF_E ? n - 4 : n - 3;
        cartan[n - 1][joined] = -1;
        cartan[joined][n - 1] = -1;
        RealMatrix inverse = MatrixUtils.inverse(MatrixUtils.createRealMatrix(cartan));
        return new CholeskyDecomposition(inverse, ROUNDING, ROUNDING).getL().getData();
    }

    /** Over one lattice. */
    private final class Sum {
        private final double scale;
        private final double[] z = new double[variables];
        private final double[] whole = new double[variables];
        private final double[] sums;
        private final double[] sizes;
        private double total;
        private long points;

        Sum(double step, int results) {
            scale = scale(step);
            sums = new double[results];
            sizes = new double[results];
            over(variables - 1, radius * radius);
            for (int j = 0; j < results; j++) {
                sums[j] /= total;
                sizes[j] /= total;
            }
        }

        /** Coordinates from the last to the first: point i depends on the multiples of basis vectors i, i + 1, …. */
        private void over(int i, double left) {
            if (i < 0) {
                add(Math.exp((left - radius * radius) / 2));
                return;
            }
            double fixed = accuracy.isCheck() ? SHIFT * (i + 1) % 1 * basis[i][i] : 0;
            for (int j = i + 1; j < variables; j++) {
                fixed += basis[j][i] * whole[j];
            }
            double unit = scale * basis[i][i];
            double reach = Math.sqrt(left);
            int to = (int) Math.floor((reach - scale * fixed) / unit);
            for (int n = (int) Math.ceil((-reach - scale * fixed) / unit); n <= to; n++) {
                whole[i] = n;
                z[i] = scale * (basis[i][i] * n + fixed);
                over(i - 1, Math.max(0, left - z[i] * z[i]));
            }
        }

        private void add(double weight) {
            if (++points % TIME_CHECKED == 0) {
                TimeLimit.check();
            }
            function.at(z, values);
            total += weight;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += weight * values[j];
                sizes[j] += weight * Math.abs(values[j]);
            }
        }
    }
}

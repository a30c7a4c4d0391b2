package org.macrostate.solvers.fixedpoint;

import java.util.Optional;
import org.macrostate.solvers.nonlinear.LinearSystem;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The multiplicity of a root near which the Jacobian has one null direction, and the root itself, before which Newton's method stops
 * short: g(s) of the Lyapunov–Schmidt reduction (M. Golubitsky and D. G. Schaeffer, Singularities and Groups in Bifurcation Theory, 1985,
 * I §3), interpolated at Chebyshev's points, has a zero of this multiplicity, and its derivative of one order less a simple one.
 */
final class RootMultiplicity {
    private static final double NEARLY_NULL = 1e-3;
    private static final double[] WIDTHS = {0.05, 0.015, 0.005};
    private static final int DEGREE = 12;
    private static final int HIGHEST = 6;
    private static final double NOISE = 300;
    private static final double FAMILY = 1e-13;
    private static final double TAIL = 1e-12;
    private static final double WITHIN = 0.5;
    private static final int STEPS = 30;
    private static final int LARGEST = 20;

    private final SystemAt system;
    private final PhysicalRegion region;
    private final int n;

    RootMultiplicity(SystemAt system, PhysicalRegion region) {
        this.system = system;
        this.region = region;
        this.n = system.length();
    }

    /**
     * Puts multiple roots in the place of what Newton's method came to; families have none.
     *
     * @param told whether multiplicities are known already
     */
    void settle(Roots roots, boolean told) {
        if (told || n > LARGEST) {
            return;
        }
        for (KnownRoot root : roots.all()) {
            if (root.multiplicity() == 0 && root.verdict().neutralModes() == 0) {
                at(root.state()).ifPresent(found -> roots.settle(found.state(), found.multiplicity()));
            }
        }
    }

    /**
     * A multiple root.
     *
     * @param multiplicity 2 at least
     */
    record Multiple(double[] state, int multiplicity) {}

    /** The multiple root beside a state that Newton's method came to; empty if there is none or it has several null directions. */
    Optional<Multiple> at(double[] state) {
        double[] jacobian = system.jacobian(state);
        double slope = Vector.maxNorm(jacobian);
        SingularVectors modes = new SingularVectors(jacobian, n);
        if (!Double.isFinite(slope) || !isSingle(modes)) {
            return Optional.empty();
        }
        double[][] right = {modes.lastRight(1).get(0)};
        double[][] left = {modes.lastLeft(1).get(0)};
        for (double part : WIDTHS) {
            double width = part * (1 + Vector.maxNorm(state));
            Optional<double[]> powers = powers(state, right, left, width);
            if (powers.isPresent()) {
                return at(state, right, left, width, powers.get());
            }
        }
        return Optional.empty();
    }

    /** g as powers of s over the width; empty if it is no polynomial to rounding or vanishes, as along a family. */
    private Optional<double[]> powers(double[] state, double[][] right, double[][] left, double width) {
        double[] g = new double[DEGREE + 1];
        for (int k = 0; k <= DEGREE; k++) {
            Optional<double[]> y = solution(state, right, left, width * node(k));
            if (y.isEmpty()) {
                return Optional.empty();
            }
            g[k] = y.get()[n];
        }
        double size = Vector.maxNorm(g);
        boolean isResolved = Math.abs(coefficient(g, DEGREE)) + Math.abs(coefficient(g, DEGREE - 1)) <= TAIL * size;
        return size > FAMILY * width && isResolved ? Optional.of(powers(g)) : Optional.empty();
    }

    private Optional<Multiple> at(double[] state, double[][] right, double[][] left, double width, double[] powers) {
        double size = Vector.maxNorm(powers);
        double slope = Vector.maxNorm(system.jacobian(state));
        double tolerance = Math.max(TAIL, NOISE * Math.ulp(1.0) * slope * (1 + Vector.maxNorm(state)) / size);
        for (int m = HIGHEST; m >= 2; m--) {
            double s = simpleZero(powers, m - 1);
            if (Math.abs(s) < WITHIN && vanish(powers, s, m, tolerance)) {
                int times = m;
                return solution(state, right, left, width * s)
                        .map(y -> new Multiple(java.util.Arrays.copyOf(y, n), times));
            }
        }
        return Optional.empty();
    }

    /** One singular value is small and no other. */
    private boolean isSingle(SingularVectors modes) {
        double largest = n == 1 ? 1 : modes.modes().get(0).value();
        boolean last = modes.modes().get(n - 1).value() <= NEARLY_NULL * largest;
        return last && (n == 1 || modes.modes().get(n - 2).value() > NEARLY_NULL * largest);
    }

    private static double node(int k) {
        return Math.cos(Math.PI * (k + 0.5) / (DEGREE + 1));
    }

    /** State and g at a distance, corrected to rounding. */
    private Optional<double[]> solution(double[] state, double[][] right, double[][] left, double move) {
        ReducedEquations equations = new ReducedEquations(system, region, state, right, left, 0, move);
        return equations.solve().map(found -> {
            double[] y = java.util.Arrays.copyOf(found.state(), n + 1);
            y[n] = found.force()[0];
            double[] residual = new double[n + 1];
            for (int i = 0; i < 2; i++) {
                equations.residual(y, residual);
                y = Vector.moved(y, -1, LinearSystem.solve(equations.jacobian(y), residual.clone()));
            }
            return y;
        });
    }

    /** Of Chebyshev's k-th polynomial. */
    private static double coefficient(double[] values, int k) {
        double sum = 0;
        for (int j = 0; j <= DEGREE; j++) {
            sum += values[j] * Math.cos(Math.PI * k * (j + 0.5) / (DEGREE + 1));
        }
        return (k == 0 ? 1.0 : 2.0) / (DEGREE + 1) * sum;
    }

    /** Coefficients of 1, s, s², … of the polynomial through values at Chebyshev's points. */
    private static double[] powers(double[] values) {
        double[] powers = new double[DEGREE + 1];
        double[] before = new double[DEGREE + 1];
        double[] now = new double[DEGREE + 1];
        now[0] = 1;
        for (int k = 0; k <= DEGREE; k++) {
            powers = Vector.moved(powers, coefficient(values, k), now);
            double[] next = new double[DEGREE + 1];
            for (int i = 0; i <= DEGREE; i++) {
                next[i] = (i > 0 ? (k == 0 ? 1 : 2) * now[i - 1] : 0) - (k == 0 ? 0 : before[i]);
            }
            before = now;
            now = next;
        }
        return powers;
    }

    /** The k-th derivative over k! at s. */
    private static double derivative(double[] powers, int k, double s) {
        double sum = 0;
        for (int i = powers.length - 1; i >= k; i--) {
            double binomial = 1;
            for (int j = 0; j < k; j++) {
                binomial *= (i - j) / (double) (j + 1);
            }
            sum = sum * s + binomial * powers[i];
        }
        return sum;
    }

    /** The zero of a derivative that Newton's method reaches from 0; NaN if it reaches none. */
    private static double simpleZero(double[] powers, int order) {
        double s = 0;
        for (int i = 0; i < STEPS; i++) {
            double step = derivative(powers, order, s) / ((order + 1) * derivative(powers, order + 1, s));
            s -= step;
            if (!(Math.abs(s) < 1)) {
                return Double.NaN;
            }
        }
        return s;
    }

    /** All derivatives below an order to rounding, and not that one. */
    private static boolean vanish(double[] powers, double s, int order, double tolerance) {
        double size = Vector.maxNorm(powers);
        for (int k = 0; k < order; k++) {
            if (!(Math.abs(derivative(powers, k, s)) <= tolerance * size)) {
                return false;
            }
        }
        return Math.abs(derivative(powers, order, s)) > Math.sqrt(tolerance) * size;
    }
}

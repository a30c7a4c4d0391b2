package org.macrostate.solvers.fixedpoint;

import java.util.List;
import java.util.OptionalDouble;
import org.macrostate.solvers.nonlinear.LuFactors;

/**
 * Proves fixed points: where K(X) = m − Y f(m) + (1 − Y J(X)) (X − m) lies inside the box X around m, there is exactly one
 * root in X (R. Krawczyk, Computing 4, 187 (1969)); Y is the inverse of the Jacobian at m, nearly. Parameters are the
 * floating-point numbers that they are.
 */
public final class KrawczykProof {
    private static final double[] RADII = {1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6};

    private final SystemAt system;
    private final IntervalProgram rates;
    private final IntervalProgram jacobian;
    private final ConservedTotals totals;
    private final List<double[]> towards;
    private final int n;

    /** @param system with the totals that fixed points have */
    public KrawczykProof(SystemAt system) {
        this.system = system;
        this.n = system.length();
        this.totals = system.totals();
        this.towards = totals.towards();
        double[] parameters = system.parameters();
        this.rates = new IntervalProgram(system.system().bound().rightHandSide(), parameters);
        this.jacobian = new IntervalProgram(system.system().bound().jacobian(), parameters);
    }

    /**
     * Half the width, relative to 1 and each element's modulus, of the smallest box tried in which there is exactly one fixed
     * point; empty if that could not be proved.
     *
     * @param state a fixed point, nearly; n
     */
    public OptionalDouble radius(double[] state) {
        double[] inverse = inverse(state);
        if (inverse.length == 0) {
            return OptionalDouble.empty();
        }
        for (double radius : RADII) {
            if (holds(state, radius, inverse)) {
                return OptionalDouble.of(radius);
            }
        }
        return OptionalDouble.empty();
    }

    private double[] inverse(double[] state) {
        LuFactors factors = new LuFactors(n);
        if (!factors.factor(system.jacobian(state))) {
            return new double[0];
        }
        return factors.inverse();
    }

    private boolean holds(double[] state, double radius, double[] inverse) {
        Interval[] middle = new Interval[n];
        Interval[] box = new Interval[n];
        for (int i = 0; i < n; i++) {
            middle[i] = Interval.of(state[i]);
            box[i] = Interval.around(state[i], radius * (1 + Math.abs(state[i])));
        }
        var f = rates.at(middle);
        var slopes = jacobian.at(box);
        if (f.isEmpty() || slopes.isEmpty()) {
            return false;
        }
        Interval[] missing = withTotals(f.get(), middle);
        Interval[] j = withTotals(slopes.get());
        for (int i = 0; i < n; i++) {
            Interval image = middle[i];
            for (int k = 0; k < n; k++) {
                Interval y = Interval.of(inverse[i * n + k]);
                image = image.minus(y.times(missing[k]));
            }
            for (int k = 0; k < n; k++) {
                Interval sum = Interval.of(i == k ? 1 : 0);
                for (int l = 0; l < n; l++) {
                    sum = sum.minus(Interval.of(inverse[i * n + l]).times(j[l * n + k]));
                }
                image = image.plus(sum.times(box[k].minus(middle[k])));
            }
            if (!image.isFinite() || !image.isInside(box[i])) {
                return false;
            }
        }
        return true;
    }

    /** f + D (T − C x). */
    private Interval[] withTotals(Interval[] f, Interval[] x) {
        Interval[] sum = f.clone();
        for (int k = 0; k < totals.count(); k++) {
            Interval missing = Interval.of(totals.values().get(k));
            for (int i = 0; i < n; i++) {
                missing = missing.minus(Interval.of(totals.rows().get(k)[i]).times(x[i]));
            }
            for (int i = 0; i < n; i++) {
                sum[i] = sum[i].plus(Interval.of(towards.get(k)[i]).times(missing));
            }
        }
        return sum;
    }

    /** J − D C. */
    private Interval[] withTotals(Interval[] jacobian) {
        Interval[] sum = jacobian.clone();
        for (int k = 0; k < totals.count(); k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    Interval product = Interval.of(towards.get(k)[i])
                            .times(Interval.of(totals.rows().get(k)[j]));
                    sum[i * n + j] = sum[i * n + j].minus(product);
                }
            }
        }
        return sum;
    }
}

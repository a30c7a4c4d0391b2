package org.macrostate.equations.tensor;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;

/**
 * A real number by its sign and the logarithm of its absolute value, so that values of {@code Exp[x]} and of {@code Exp[-x^2]}
 * far out neither overflow nor vanish: how fast an expression grows is read off two of them. Differences of numbers of equal
 * size are zero; what is no real number is {@link #UNKNOWN}.
 *
 * @param sign −1, 0 or 1
 * @param log minus infinity of zero
 */
public record Magnitude(int sign, double log) {
    public static final Magnitude ZERO = new Magnitude(0, Double.NEGATIVE_INFINITY);
    public static final Magnitude ONE = new Magnitude(1, 0);
    public static final Magnitude UNKNOWN = new Magnitude(0, Double.NaN);

    /** From here on {@code 1 − erf x} is its asymptotic form to three digits. */
    private static final double FAR = 20;

    private static final double EQUAL = 1e-12;

    public static Magnitude of(double x) {
        if (Double.isNaN(x)) {
            return UNKNOWN;
        }
        return x == 0 ? ZERO : new Magnitude(x > 0 ? 1 : -1, Math.log(Math.abs(x)));
    }

    public boolean isKnown() {
        return !Double.isNaN(log);
    }

    private boolean isZero() {
        return sign == 0 && isKnown();
    }

    /** As a number, which may be infinite. */
    public double value() {
        return isKnown() ? isZero() ? 0 : sign * Math.exp(log) : Double.NaN;
    }

    public Magnitude negate() {
        return new Magnitude(-sign, log);
    }

    public Magnitude abs() {
        return new Magnitude(Math.abs(sign), log);
    }

    public Magnitude plus(Magnitude other) {
        if (!isKnown() || !other.isKnown()) {
            return UNKNOWN;
        }
        Magnitude large = log >= other.log ? this : other;
        Magnitude small = log >= other.log ? other : this;
        if (small.isZero() || Double.isInfinite(large.log)) {
            return large;
        }
        double ratio = Math.exp(small.log - large.log);
        if (large.sign == small.sign) {
            return new Magnitude(large.sign, large.log + Math.log1p(ratio));
        }
        return 1 - ratio <= EQUAL ? ZERO : new Magnitude(large.sign, large.log + Math.log1p(-ratio));
    }

    public Magnitude times(Magnitude other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        return new Magnitude(sign * other.sign, log + other.log).orUnknown();
    }

    public Magnitude power(double exponent) {
        if (exponent == 0) {
            return ONE;
        }
        if (sign >= 0) {
            // The reciprocal of zero is unknown: the zero may be a rounded difference of equal numbers.
            return isZero() ? exponent > 0 ? ZERO : UNKNOWN : new Magnitude(1, exponent * log).orUnknown();
        }
        boolean whole = exponent == Math.rint(exponent);
        return whole ? new Magnitude(exponent % 2 == 0 ? 1 : -1, exponent * log) : UNKNOWN;
    }

    public Magnitude exp() {
        double x = value();
        return x == Double.NEGATIVE_INFINITY ? ZERO : new Magnitude(1, x).orUnknown();
    }

    public Magnitude ln() {
        return sign > 0 ? of(log) : UNKNOWN;
    }

    public Magnitude cosh() {
        return exp().plus(negate().exp()).times(of(0.5));
    }

    public Magnitude sinh() {
        double x = value();
        return Math.abs(x) < 1
                ? of(Math.sinh(x))
                : exp().plus(negate().exp().negate()).times(of(0.5));
    }

    /** {@code 1 − erf}. */
    public Magnitude erfc() {
        double x = value();
        return x > FAR ? new Magnitude(1, -x * x - Math.log(x * Math.sqrt(Math.PI))) : of(Erf.erfc(Math.max(x, -FAR)));
    }

    /** Of a function with a limit at infinity, or bounded: where it has no limit, its value somewhere. */
    public Magnitude bounded(DoubleUnaryOperator function) {
        double x = value();
        return of(function.applyAsDouble(Double.isInfinite(x) ? Math.signum(x) * FAR : x));
    }

    public Magnitude signum() {
        return isKnown() ? of(sign) : UNKNOWN;
    }

    /** One of what is not negative, else zero. */
    public Magnitude step() {
        return isKnown() ? truth(sign >= 0) : UNKNOWN;
    }

    public Magnitude less(Magnitude other) {
        Magnitude difference = plus(other.negate());
        return difference.isKnown() ? truth(difference.sign < 0) : UNKNOWN;
    }

    public Magnitude lessEqual(Magnitude other) {
        return other.less(this).not();
    }

    public Magnitude same(Magnitude other) {
        Magnitude difference = plus(other.negate());
        return difference.isKnown() ? truth(difference.isZero()) : UNKNOWN;
    }

    public Magnitude not() {
        return isKnown() ? truth(isZero()) : UNKNOWN;
    }

    /** Of conditions: known where one that does not hold is. */
    public Magnitude and(Magnitude other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        return isKnown() && other.isKnown() ? ONE : UNKNOWN;
    }

    public Magnitude or(Magnitude other) {
        return not().and(other.not()).not();
    }

    /** One of two by this condition. */
    public Magnitude choose(Magnitude then, Magnitude otherwise) {
        return isKnown() ? isZero() ? otherwise : then : UNKNOWN;
    }

    public Magnitude min(Magnitude other) {
        return less(other).choose(this, other);
    }

    public Magnitude max(Magnitude other) {
        return less(other).choose(other, this);
    }

    private static Magnitude truth(boolean holds) {
        return holds ? ONE : ZERO;
    }

    private Magnitude orUnknown() {
        return isKnown() ? this : UNKNOWN;
    }
}

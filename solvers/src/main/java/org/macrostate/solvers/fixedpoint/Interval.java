package org.macrostate.solvers.fixedpoint;

/**
 * An interval of real numbers. Operations are rounded outward, so that results hold what exact arithmetic gives.
 *
 * @param low not above {@code high}
 */
record Interval(double low, double high) {
    static Interval of(double value) {
        return new Interval(value, value);
    }

    static Interval around(double middle, double radius) {
        return new Interval(Math.nextDown(middle - radius), Math.nextUp(middle + radius));
    }

    /** What a computed value and its error, relative to it and absolute, hold. */
    static Interval widened(double low, double high, double part) {
        return new Interval(
                Math.nextDown(low - part * Math.abs(low)) - Double.MIN_NORMAL,
                Math.nextUp(high + part * Math.abs(high)) + Double.MIN_NORMAL);
    }

    boolean isFinite() {
        return Double.isFinite(low) && Double.isFinite(high) && low <= high;
    }

    boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether it lies in the interior of another. */
    boolean isInside(Interval other) {
        return other.low < low && high < other.high;
    }

    Interval plus(Interval other) {
        return new Interval(Math.nextDown(low + other.low), Math.nextUp(high + other.high));
    }

    Interval minus(Interval other) {
        return plus(other.negated());
    }

    Interval negated() {
        return new Interval(-high, -low);
    }

    Interval times(Interval other) {
        double a = low * other.low;
        double b = low * other.high;
        double c = high * other.low;
        double d = high * other.high;
        return new Interval(
                Math.nextDown(Math.min(Math.min(a, b), Math.min(c, d))),
                Math.nextUp(Math.max(Math.max(a, b), Math.max(c, d))));
    }

    /** Not finite where the divisor holds zero. */
    Interval over(Interval other) {
        return other.contains(0)
                ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : times(new Interval(Math.nextDown(1 / other.high), Math.nextUp(1 / other.low)));
    }

    /** A whole power, 0 or more. */
    Interval power(int exponent) {
        Interval power = of(1);
        for (int i = 0; i < exponent; i++) {
            power = power.times(this);
        }
        return exponent % 2 == 0 && exponent > 0 && power.low < 0 ? new Interval(0, power.high) : power;
    }
}

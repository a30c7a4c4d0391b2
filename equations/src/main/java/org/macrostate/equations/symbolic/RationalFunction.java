package org.macrostate.equations.symbolic;

import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/**
 * An element of a {@link FunctionField}, in lowest terms, with square roots in the numerator only. Immutable. Equal
 * elements are equal objects, so that zero is recognised exactly.
 */
public final class RationalFunction {
    private final Polynomial numerator;
    private final Polynomial denominator;

    private RationalFunction(Polynomial numerator, Polynomial denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * The quotient of two polynomials of one field.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    static RationalFunction of(Polynomial numerator, Polynomial denominator) {
        if (denominator.isZero()) {
            throw new ArithmeticException("division by zero");
        }
        FunctionField field = numerator.field();
        if (!field.hasRoots()) {
            return lowestTerms(numerator, denominator);
        }
        Polynomial above = numerator;
        Polynomial below = denominator;
        for (Expression root : field.roots()) {
            above = field.reduced(above);
            below = field.reduced(below);
            if (below.degree(root) == 1) {
                Polynomial conjugate = below.coefficients(root)
                        .get(0)
                        .minus(below.coefficients(root).get(1).times(field.generatorOf(root)));
                above = above.times(conjugate);
                below = below.times(conjugate);
            }
        }
        below = field.reduced(below);
        if (below.isZero()) {
            throw new ArithmeticException("division by zero");
        }
        return lowestTerms(field.reduced(above), below);
    }

    private static RationalFunction lowestTerms(Polynomial above, Polynomial below) {
        if (above.isZero()) {
            return whole(above);
        }
        if (below.isOne()) {
            return new RationalFunction(above, below);
        }
        Polynomial common = above.gcd(below);
        if (!common.isOne()) {
            above = above.over(common);
            below = below.over(common);
        }
        return below.isLedByMinus()
                ? new RationalFunction(above.negate(), below.negate())
                : new RationalFunction(above, below);
    }

    /** A polynomial as an element of its field. */
    public static RationalFunction of(Polynomial polynomial) {
        return of(polynomial, Polynomial.number(polynomial.field(), java.math.BigInteger.ONE));
    }

    static RationalFunction whole(Polynomial polynomial) {
        return new RationalFunction(polynomial, Polynomial.number(polynomial.field(), java.math.BigInteger.ONE));
    }

    RationalFunction dividedByWhole(Polynomial number) {
        return lowestTerms(numerator, denominator.times(number));
    }

    public FunctionField field() {
        return numerator.field();
    }

    public Polynomial numerator() {
        return numerator;
    }

    public Polynomial denominator() {
        return denominator;
    }

    public RationalFunction plus(RationalFunction other) {
        if (isZero()) {
            return other;
        }
        if (other.isZero()) {
            return this;
        }
        return denominator.equals(other.denominator)
                ? of(numerator.plus(other.numerator), denominator)
                : of(
                        numerator.times(other.denominator).plus(other.numerator.times(denominator)),
                        denominator.times(other.denominator));
    }

    public RationalFunction minus(RationalFunction other) {
        return plus(other.negate());
    }

    public RationalFunction times(RationalFunction other) {
        if (isZero() || other.isOne()) {
            return this;
        }
        if (other.isZero() || isOne()) {
            return other;
        }
        return of(numerator.times(other.numerator), denominator.times(other.denominator));
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException if {@code other} is zero
     */
    public RationalFunction over(RationalFunction other) {
        return of(numerator.times(other.denominator), denominator.times(other.numerator));
    }

    public RationalFunction negate() {
        return new RationalFunction(numerator.negate(), denominator);
    }

    /** A power with a whole exponent of either sign. */
    public RationalFunction power(int exponent) {
        return exponent >= 0
                ? of(numerator.power(exponent), denominator.power(exponent))
                : of(denominator.power(-exponent), numerator.power(-exponent));
    }

    public boolean isZero() {
        return numerator.isZero();
    }

    public boolean isOne() {
        return numerator.isOne() && denominator.isOne();
    }

    /** The element or its negative, whichever is known not to be negative; an unknown sign is left alone. */
    RationalFunction signedPositive() {
        Sign sign = numerator.sign().times(denominator.sign());
        return sign == Sign.NEGATIVE || sign == Sign.NONPOSITIVE ? negate() : this;
    }

    /** What is known of the sign wherever the denominator does not vanish. */
    public Sign sign() {
        return numerator.sign().times(denominator.sign());
    }

    /**
     * With a symbol replaced; roots that contain the symbol are left as they are.
     *
     * @throws ArithmeticException if the denominator vanishes
     */
    public RationalFunction substitute(Symbol symbol, RationalFunction value) {
        if (numerator.degree(symbol) == 0 && denominator.degree(symbol) == 0) {
            return this;
        }
        return PartialFractions.value(numerator, symbol, value)
                .over(PartialFractions.value(denominator, symbol, value));
    }

    /** The partial derivative; roots and functions of the symbol are differentiated too. */
    public RationalFunction derivative(Symbol symbol) {
        return field().of(org.macrostate.equations.tensor.Derivative.of(toExpression(), symbol));
    }

    /** The value at given parameters; NaN where it is not real or the denominator vanishes. */
    public double at(Map<Symbol, Double> values) {
        double below = denominator.at(values);
        return below == 0 ? Double.NaN : numerator.at(values) / below;
    }

    /** Numerator and denominator expanded; {@link ShortestForm} writes it more kindly. */
    public Expression toExpression() {
        return numerator.toExpression().over(denominator.toExpression());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RationalFunction r
                && r.numerator.equals(numerator)
                && r.denominator.equals(denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    @Override
    public String toString() {
        return org.macrostate.equations.tensor.ExpressionText.of(toExpression());
    }
}

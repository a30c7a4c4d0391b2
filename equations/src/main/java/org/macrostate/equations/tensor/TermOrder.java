package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** The order of terms and factors in print, as opposed to the canonical one. */
public final class TermOrder {
    private TermOrder() {}

    /**
     * Positive terms first; in terms with order parameters, lower powers of parameters (such as learning rates) before
     * higher ones; else the given order.
     */
    public static List<Expression> forReading(List<Expression> terms) {
        boolean byPower = !terms.stream().allMatch(TermOrder::isConstant);
        List<Expression> ordered = new ArrayList<>(terms);
        ordered.sort((one, other) -> {
            int signs = Boolean.compare(isNegative(one), isNegative(other));
            return signs == 0 && byPower ? highestParameterPower(one).compareTo(highestParameterPower(other)) : signs;
        });
        return ordered;
    }

    private static boolean isNegative(Expression term) {
        return Times.number(term).signum() < 0;
    }

    private static boolean isConstant(Expression e) {
        boolean moves = e instanceof Symbol s && s.kind() != Kind.PARAMETER && s.kind() != Kind.SIZE;
        return !moves && e.children().stream().allMatch(TermOrder::isConstant);
    }

    private static BigFraction highestParameterPower(Expression term) {
        BigFraction highest = BigFraction.ONE;
        for (Expression factor : Times.factorsOf(term)) {
            if (factor instanceof Power p
                    && p.exponent() instanceof Rational n
                    && p.base() instanceof Symbol s
                    && s.kind() == Kind.PARAMETER
                    && n.value().compareTo(highest) > 0) {
                highest = n.value();
            }
        }
        return highest;
    }

    /**
     * Factors above the fraction bar: the number, constants, parameters, brackets, then order parameters and fields, sums last.
     */
    public static List<Expression> numerator(Times product) {
        List<Expression> above = new ArrayList<>();
        for (Expression factor : product.factors()) {
            if (factor instanceof Rational r) {
                if (!r.value().getNumerator().equals(java.math.BigInteger.ONE)) {
                    above.add(new Rational(new BigFraction(r.value().getNumerator())));
                }
            } else if (!isDivisor(factor)) {
                above.add(factor);
            }
        }
        above.sort((one, other) -> Integer.compare(place(one), place(other)));
        return above;
    }

    /** Factors below the fraction bar, with positive exponents. */
    public static List<Expression> denominator(Times product) {
        List<Expression> below = new ArrayList<>();
        for (Expression factor : product.factors()) {
            if (factor instanceof Rational r) {
                if (!r.value().getDenominator().equals(java.math.BigInteger.ONE)) {
                    below.add(new Rational(new BigFraction(r.value().getDenominator())));
                }
            } else if (isDivisor(factor)) {
                Power p = (Power) factor;
                below.add(Power.of(p.base(), p.exponent().negate()));
            }
        }
        return below;
    }

    private static boolean isDivisor(Expression factor) {
        return factor instanceof Power p
                && p.exponent() instanceof Rational n
                && n.value().signum() < 0;
    }

    private static int place(Expression factor) {
        Expression base = factor instanceof Power p ? p.base() : factor;
        if (base instanceof Rational) {
            return 0;
        }
        if (base instanceof Constant) {
            return 1;
        }
        if (base instanceof Symbol s) {
            return switch (s.kind()) {
                case SIZE, PARAMETER, PLACE, TABLE, TIME -> 2;
                case PIECE, COMBINATION -> 6;
                case SCALAR, ORDER, RANDOM, FIELD, SAMPLE, VECTOR -> 7;
            };
        }
        if (base instanceof Delta) {
            return 5;
        }
        if (base instanceof FieldFunction) {
            return 6;
        }
        if (base instanceof Plus) {
            return 4;
        }
        return base instanceof IndexSum ? 9 : 8;
    }
}

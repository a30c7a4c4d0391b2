package org.macrostate.equations.tensor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.TimeLimit;

/** A product of at least two factors, powers of one base collected; a number, if any, comes first. */
public record Times(List<Expression> factors) implements Expression {
    public Times {
        factors = List.copyOf(factors);
    }

    public static Expression of(Expression... factors) {
        return of(Arrays.asList(factors));
    }

    public static Expression of(List<Expression> factors) {
        TimeLimit.check();
        Product product = new Product();
        factors.forEach(product::multiply);
        return product.result();
    }

    /** The rational factor of a term; one if there is none. */
    public static BigFraction number(Expression term) {
        if (term instanceof Rational r) {
            return r.value();
        }
        return term instanceof Times t && t.factors.get(0) instanceof Rational r ? r.value() : BigFraction.ONE;
    }

    /** The term without its rational factor. */
    public static Expression withoutNumber(Expression term) {
        if (term instanceof Rational) {
            return Rational.ONE;
        }
        if (!(term instanceof Times t) || !(t.factors.get(0) instanceof Rational)) {
            return term;
        }
        List<Expression> rest = t.factors.subList(1, t.factors.size());
        return rest.size() == 1 ? rest.get(0) : new Times(rest);
    }

    /** The factors of a term, which is its own single factor when it is no product. */
    public static List<Expression> factorsOf(Expression term) {
        return term instanceof Times t ? t.factors : List.of(term);
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.times(this);
    }

    @Override
    public List<Expression> children() {
        return factors;
    }

    /** Collects factors by base. */
    private static final class Product {
        private BigFraction number = BigFraction.ONE;
        private final Map<Expression, Expression> exponents = new TreeMap<>();

        void multiply(Expression factor) {
            if (factor instanceof Times inner) {
                inner.factors.forEach(this::multiply);
            } else if (factor instanceof Rational r) {
                number = number.multiply(r.value());
            } else if (factor instanceof Delta) {
                exponents.put(factor, Rational.ONE);
            } else if (factor instanceof Power p) {
                exponents.merge(p.base(), p.exponent(), Plus::of);
            } else {
                exponents.merge(factor, Rational.ONE, Plus::of);
            }
        }

        Expression result() {
            if (number.signum() == 0) {
                return Rational.ZERO;
            }
            exponents.replaceAll(this::shareWithNumber);
            List<Expression> powers = new ArrayList<>();
            boolean again = false;
            for (Map.Entry<Expression, Expression> entry : exponents.entrySet()) {
                Expression power = Power.of(entry.getKey(), entry.getValue());
                again |= power instanceof Times || power instanceof Rational;
                powers.add(power);
            }
            powers.removeIf(Expression::isOne);
            if (again) {
                powers.add(new Rational(number));
                return powers.stream().anyMatch(Times.class::isInstance) || powers.size() > 1
                        ? regroup(powers)
                        : powers.get(0);
            }
            return assemble(powers);
        }

        /** {@code 2/√2 = √2} and {@code √2/2 = 1/√2}: a whole base under a root takes part in the number. */
        private Expression shareWithNumber(Expression base, Expression exponent) {
            if (!(base instanceof Rational r) || !r.value().getDenominator().equals(BigInteger.ONE)) {
                return exponent;
            }
            BigInteger p = r.value().getNumerator();
            if (exponent.equals(Rational.HALF.negate()) && isMultiple(number.getNumerator(), p)) {
                number = number.divide(p);
                return Rational.HALF;
            }
            if (exponent.equals(Rational.HALF) && isMultiple(number.getDenominator(), p)) {
                number = number.multiply(p);
                return Rational.HALF.negate();
            }
            return exponent;
        }

        private static boolean isMultiple(BigInteger value, BigInteger of) {
            return of.signum() != 0 && value.mod(of.abs()).signum() == 0;
        }

        private static Expression regroup(List<Expression> powers) {
            Product product = new Product();
            powers.forEach(product::multiply);
            return product.assemble(product.powers());
        }

        private List<Expression> powers() {
            List<Expression> powers = new ArrayList<>();
            exponents.forEach((base, exponent) -> powers.add(Power.of(base, exponent)));
            powers.removeIf(Expression::isOne);
            return powers;
        }

        private Expression assemble(List<Expression> powers) {
            if (number.signum() == 0) {
                return Rational.ZERO;
            }
            powers.sort(null);
            if (!number.equals(BigFraction.ONE)) {
                powers.add(0, new Rational(number));
            }
            if (powers.isEmpty()) {
                return Rational.ONE;
            }
            return powers.size() == 1 ? powers.get(0) : new Times(powers);
        }
    }
}

package org.macrostate.equations.symbolic;

import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MonomialOrder;
import cc.redberry.rings.poly.multivar.MultivariateDivision;
import cc.redberry.rings.poly.multivar.MultivariateGCD;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** A polynomial with whole coefficients in the generators of a {@link FunctionField}. Immutable. */
public final class Polynomial {
    private final FunctionField field;
    private final MultivariatePolynomial<BigInteger> terms;

    private Polynomial(FunctionField field, MultivariatePolynomial<BigInteger> terms) {
        this.field = field;
        this.terms = terms;
    }

    /** One factor of a factorization, irreducible over the rational numbers, of positive degree. */
    public record Factor(Polynomial base, int exponent) {}

    /** {@code unit · Π base^exponent}. */
    public record Factorization(java.math.BigInteger unit, List<Factor> factors) {
        public Factorization {
            factors = List.copyOf(factors);
        }
    }

    /** One term: a coefficient and the powers of the generators that occur in it. */
    public record Term(java.math.BigInteger coefficient, Map<Expression, Integer> powers) {
        public Term {
            powers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(powers));
        }
    }

    static Polynomial number(FunctionField field, java.math.BigInteger value) {
        return new Polynomial(field, zero(field).createConstant(new BigInteger(value.toByteArray())));
    }

    static Polynomial generator(FunctionField field, int position) {
        MultivariatePolynomial<BigInteger> zero = zero(field);
        return new Polynomial(field, zero.createMonomial(position, 1));
    }

    private static MultivariatePolynomial<BigInteger> zero(FunctionField field) {
        return MultivariatePolynomial.zero(field.size(), Rings.Z, MonomialOrder.DEFAULT);
    }

    FunctionField field() {
        return field;
    }

    /** The terms over all generators the field has by now: it may have gained some since this was made. */
    MultivariatePolynomial<BigInteger> aligned() {
        return terms.nVariables == field.size() ? terms : terms.setNVariables(field.size());
    }

    Polynomial with(MultivariatePolynomial<BigInteger> result) {
        return new Polynomial(field, result);
    }

    public Polynomial plus(Polynomial other) {
        return with(aligned().clone().add(other.aligned()));
    }

    public Polynomial minus(Polynomial other) {
        return with(aligned().clone().subtract(other.aligned()));
    }

    public Polynomial times(Polynomial other) {
        return with(aligned().clone().multiply(other.aligned()));
    }

    public Polynomial times(long number) {
        return times(number(field, java.math.BigInteger.valueOf(number)));
    }

    public Polynomial negate() {
        return with(terms.clone().negate());
    }

    public Polynomial power(int exponent) {
        Polynomial result = number(field, java.math.BigInteger.ONE);
        for (int i = 0; i < exponent; i++) {
            result = result.times(this);
        }
        return result;
    }

    public boolean isZero() {
        return terms.isZero();
    }

    public boolean isOne() {
        return terms.isOne();
    }

    public boolean isConstant() {
        return terms.isConstant();
    }

    /** The number of terms of the expanded form. */
    public int size() {
        return terms.size();
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException if {@code divisor} does not divide
     */
    Polynomial over(Polynomial divisor) {
        return with(MultivariateDivision.divideExact(aligned(), divisor.aligned()));
    }

    /** A greatest common divisor, numbers included; one where Rings does not find it. */
    Polynomial gcd(Polynomial other) {
        return RingsCall.attempt(() -> MultivariateGCD.PolynomialGCD(aligned(), other.aligned()))
                .map(this::with)
                .orElseGet(() -> number(field, java.math.BigInteger.ONE));
    }

    /** True if the term that comes first in the monomial order has a negative coefficient. */
    boolean isLedByMinus() {
        return terms.signumOfLC() < 0;
    }

    /** Irreducible factors; each is led by a positive coefficient, the sign is in the unit. */
    public Factorization factored() {
        return field.factorization(this, Factoring::of);
    }

    /** The highest power of a generator; 0 if it is absent. */
    public int degree(Expression generator) {
        int position = field.position(generator);
        return isZero() ? 0 : aligned().degree(position);
    }

    /** Coefficients of the powers 0, 1, … of a generator. */
    public List<Polynomial> coefficients(Expression generator) {
        int position = field.position(generator);
        List<Polynomial> coefficients = new ArrayList<>();
        for (int power = 0; power <= degree(generator); power++) {
            coefficients.add(with(aligned().coefficientOf(position, power)));
        }
        return coefficients;
    }

    /** {@code this} with a generator replaced by a polynomial. */
    Polynomial substitute(Expression generator, Polynomial value) {
        List<Polynomial> coefficients = coefficients(generator);
        Polynomial result = coefficients.get(coefficients.size() - 1);
        for (int i = coefficients.size() - 2; i >= 0; i--) {
            result = result.times(value).plus(coefficients.get(i));
        }
        return result;
    }

    /** The generators that occur. */
    public List<Expression> generators() {
        List<Expression> occurring = new ArrayList<>();
        int[] degrees = aligned().degrees();
        for (int i = 0; i < degrees.length; i++) {
            if (degrees[i] > 0) {
                occurring.add(field.generator(i));
            }
        }
        return occurring;
    }

    public List<Term> terms() {
        List<Term> list = new ArrayList<>();
        for (Monomial<BigInteger> monomial : terms) {
            Map<Expression, Integer> powers = new LinkedHashMap<>();
            for (int i = 0; i < monomial.exponents.length; i++) {
                if (monomial.exponents[i] > 0) {
                    powers.put(field.generator(i), monomial.exponents[i]);
                }
            }
            list.add(new Term(java(monomial.coefficient), powers));
        }
        return list;
    }

    /** The expanded form. */
    public Expression toExpression() {
        return Plus.of(terms().stream().map(Polynomial::expression).toList());
    }

    private static Expression expression(Term term) {
        List<Expression> factors = new ArrayList<>();
        factors.add(new Rational(new BigFraction(term.coefficient())));
        term.powers().forEach((generator, power) -> factors.add(Power.of(generator, power)));
        return Times.of(factors);
    }

    /** The value at given parameters. */
    public double at(Map<Symbol, Double> values) {
        double[] generators = new double[terms.nVariables];
        int[] degrees = terms.degrees();
        for (int i = 0; i < generators.length; i++) {
            generators[i] = degrees[i] == 0 ? 1 : NumericValue.of(field.generator(i), values);
        }
        double total = 0;
        for (Monomial<BigInteger> monomial : terms) {
            double product = monomial.coefficient.doubleValue();
            for (int i = 0; i < generators.length; i++) {
                for (int power = 0; power < monomial.exponents[i]; power++) {
                    product *= generators[i];
                }
            }
            total += product;
        }
        return total;
    }

    /** What can be told of the sign from the signs of the generators, term by term. */
    public Sign sign() {
        Sign total = Sign.ZERO;
        for (Term term : terms()) {
            Sign sign = term.coefficient().signum() > 0 ? Sign.POSITIVE : Sign.NEGATIVE;
            for (Map.Entry<Expression, Integer> power : term.powers().entrySet()) {
                sign = sign.times(power(field.sign(power.getKey()), power.getValue()));
            }
            total = total.plus(sign);
        }
        return total;
    }

    private static Sign power(Sign base, int exponent) {
        if (exponent % 2 == 1) {
            return base;
        }
        return base == Sign.POSITIVE || base == Sign.NEGATIVE ? Sign.POSITIVE : Sign.NONNEGATIVE;
    }

    static java.math.BigInteger java(BigInteger value) {
        return new java.math.BigInteger(value.toByteArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial p && p.field == field && p.aligned().equals(aligned());
    }

    @Override
    public int hashCode() {
        // Generators that come later must not change it.
        int hash = 0;
        for (Monomial<BigInteger> monomial : terms) {
            int powers = 0;
            for (int i = 0; i < monomial.exponents.length; i++) {
                powers += monomial.exponents[i] * (31 * i + 7);
            }
            hash += powers * 37 + monomial.coefficient.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return org.macrostate.equations.tensor.ExpressionText.of(toExpression());
    }
}

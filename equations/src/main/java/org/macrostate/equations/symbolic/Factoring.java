package org.macrostate.equations.symbolic;

import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.MultivariateFactorization;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.macrostate.equations.tensor.Expression;

/**
 * Factors of polynomials; Rings is asked only where nothing simpler tells. A polynomial that Rings cannot factor is its own
 * only factor.
 */
final class Factoring {
    /** Factors of shorter polynomials are multiplied again, to see that they are. */
    private static final int LARGEST_MULTIPLIED = 2000;

    /** Terms from which on a polynomial is first split by its coefficients: lifting factors takes minutes there. */
    private static final int LONG = 80;

    /**
     * Beyond both, a polynomial that may be reducible stays as it is: 342 terms in seven generators took more than a minute.
     */
    private static final int LONGEST = 200;

    private static final int MOST_GENERATORS = 5;

    private Factoring() {}

    static Polynomial.Factorization of(Polynomial polynomial) {
        if (polynomial.isConstant()) {
            return new Polynomial.Factorization(number(polynomial), List.of());
        }
        return polynomial.size() == 1 ? ofMonomial(polynomial) : ofSum(polynomial);
    }

    private static Polynomial.Factorization ofMonomial(Polynomial monomial) {
        Polynomial.Term term = monomial.terms().get(0);
        List<Polynomial.Factor> factors = new ArrayList<>();
        term.powers()
                .forEach((generator, power) ->
                        factors.add(new Polynomial.Factor(monomial.field().generatorOf(generator), power)));
        return new Polynomial.Factorization(term.coefficient(), factors);
    }

    private static Polynomial.Factorization ofSum(Polynomial sum) {
        java.math.BigInteger content = sum.terms().stream()
                .map(Polynomial.Term::coefficient)
                .reduce(java.math.BigInteger.ZERO, java.math.BigInteger::gcd);
        java.math.BigInteger unit = sum.isLedByMinus() ? content.negate() : content;
        Polynomial primitive = sum.over(Polynomial.number(sum.field(), unit));
        if (primitive.generators().stream().anyMatch(g -> isLinear(primitive, g))) {
            return new Polynomial.Factorization(unit, List.of(new Polynomial.Factor(primitive, 1)));
        }
        return primitive.size() < LONG ? byRings(primitive, unit) : inParts(primitive, unit);
    }

    private static Polynomial.Factorization inParts(Polynomial primitive, java.math.BigInteger outer) {
        java.math.BigInteger unit = outer;
        List<Polynomial.Factor> factors = new ArrayList<>();
        for (IrreducibleParts.Part part : IrreducibleParts.of(primitive)) {
            boolean turned = part.base().isLedByMinus();
            Polynomial base = turned ? part.base().negate() : part.base();
            unit = turned && part.exponent() % 2 == 1 ? unit.negate() : unit;
            if (part.isIrreducible() || isBeyondRings(base)) {
                factors.add(new Polynomial.Factor(base, part.exponent()));
                continue;
            }
            Polynomial.Factorization finer = byRings(base, java.math.BigInteger.ONE);
            unit = unit.multiply(finer.unit().pow(part.exponent()));
            finer.factors().forEach(f -> factors.add(new Polynomial.Factor(f.base(), f.exponent() * part.exponent())));
        }
        return new Polynomial.Factorization(unit, ordered(factors));
    }

    private static boolean isBeyondRings(Polynomial polynomial) {
        return polynomial.size() > LONGEST && polynomial.generators().size() > MOST_GENERATORS;
    }

    /** Linear with a number as coefficient: irreducible. */
    private static boolean isLinear(Polynomial polynomial, Expression generator) {
        return polynomial.degree(generator) == 1
                && polynomial.coefficients(generator).get(1).isConstant();
    }

    private static Polynomial.Factorization byRings(Polynomial primitive, java.math.BigInteger outer) {
        return RingsCall.attempt(() -> factored(primitive))
                .map(found -> sorted(primitive, outer, found))
                .orElseGet(() -> new Polynomial.Factorization(outer, List.of(new Polynomial.Factor(primitive, 1))));
    }

    private static PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> factored(Polynomial primitive) {
        PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> found =
                MultivariateFactorization.Factor(primitive.aligned().clone());
        if (primitive.size() <= LARGEST_MULTIPLIED && !found.multiply().equals(primitive.aligned())) {
            throw new ArithmeticException("these are no factors");
        }
        return found;
    }

    private static Polynomial.Factorization sorted(
            Polynomial primitive,
            java.math.BigInteger outer,
            PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> found) {
        java.math.BigInteger unit = outer.multiply(Polynomial.java(found.unit.cc()));
        List<Polynomial.Factor> factors = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Polynomial base = primitive.with(found.get(i));
            int exponent = found.getExponent(i);
            if (base.isConstant()) {
                unit = unit.multiply(number(base).pow(exponent));
            } else if (base.isLedByMinus()) {
                factors.add(new Polynomial.Factor(base.negate(), exponent));
                unit = exponent % 2 == 0 ? unit : unit.negate();
            } else {
                factors.add(new Polynomial.Factor(base, exponent));
            }
        }
        return new Polynomial.Factorization(unit, ordered(factors));
    }

    /** An order of our own: that of a probabilistic algorithm may change from call to call. */
    private static List<Polynomial.Factor> ordered(List<Polynomial.Factor> factors) {
        return factors.stream()
                .sorted(Comparator.comparingInt(
                                (Polynomial.Factor f) -> f.base().size())
                        .thenComparing(f -> f.base().toExpression()))
                .toList();
    }

    private static java.math.BigInteger number(Polynomial constant) {
        return Polynomial.java(constant.aligned().cc());
    }
}

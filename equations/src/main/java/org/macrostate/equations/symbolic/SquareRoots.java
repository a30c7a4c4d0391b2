package org.macrostate.equations.symbolic;

import java.math.BigInteger;

/**
 * Square roots as generators of a field. Roots of different irreducible positive factors are independent over the
 * rational functions, so that an expression in them is zero only if all its coefficients are.
 */
final class SquareRoots {
    private static final int LARGEST_PRIME_TRIED = 1000;

    private final FunctionField field;

    SquareRoots(FunctionField field) {
        this.field = field;
    }

    RationalFunction of(RationalFunction radicand) {
        if (radicand.isZero()) {
            return radicand;
        }
        RationalFunction below = RationalFunction.of(radicand.denominator());
        return ofPolynomial(radicand.numerator().times(radicand.denominator())).over(below.signedPositive());
    }

    private RationalFunction ofPolynomial(Polynomial radicand) {
        Polynomial.Factorization factorization = radicand.factored();
        Polynomial outside = Polynomial.number(field, BigInteger.ONE);
        Polynomial inside =
                Polynomial.number(field, BigInteger.valueOf(factorization.unit().signum()));
        for (Polynomial.Factor factor : factorization.factors()) {
            Sign sign = factor.base().sign();
            boolean turned = sign == Sign.NEGATIVE || sign == Sign.NONPOSITIVE;
            Polynomial base = turned ? factor.base().negate() : factor.base();
            if (turned && factor.exponent() % 2 == 1) {
                inside = inside.negate();
            }
            boolean known = base.sign().isNonnegative();
            int pulled = known ? factor.exponent() / 2 : 0;
            outside = outside.times(base.power(pulled));
            int left = factor.exponent() - 2 * pulled;
            if (known && left == 1) {
                outside = outside.times(field.rootOf(base));
            } else {
                inside = inside.times(base.power(left));
            }
        }
        Polynomial number = ofNumber(factorization.unit().abs());
        Polynomial rest = inside.isOne() ? inside : field.rootOf(inside);
        return RationalFunction.of(outside.times(number).times(rest));
    }

    private Polynomial ofNumber(BigInteger number) {
        Polynomial outside = Polynomial.number(field, BigInteger.ONE);
        BigInteger rest = number;
        for (int p = 2; p <= LARGEST_PRIME_TRIED && rest.compareTo(BigInteger.ONE) > 0; p++) {
            BigInteger prime = BigInteger.valueOf(p);
            int exponent = 0;
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
                exponent++;
            }
            outside = outside.times(Polynomial.number(field, prime.pow(exponent / 2)));
            if (exponent % 2 == 1) {
                outside = outside.times(field.rootOf(Polynomial.number(field, prime)));
            }
        }
        BigInteger root = rest.sqrt();
        if (root.multiply(root).equals(rest)) {
            return outside.times(Polynomial.number(field, root));
        }
        return outside.times(field.rootOf(Polynomial.number(field, rest)));
    }
}

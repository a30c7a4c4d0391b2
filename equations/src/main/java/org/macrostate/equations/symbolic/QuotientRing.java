package org.macrostate.equations.symbolic;

import cc.redberry.rings.Rational;
import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.DegreeVector;
import cc.redberry.rings.poly.multivar.GroebnerBases;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MonomialOrder;
import cc.redberry.rings.poly.multivar.MultivariateDivision;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.TimeLimit;

/**
 * Polynomials modulo those of a system with finitely many solutions: a vector space of as many dimensions as there are
 * complex solutions, counted with multiplicity, with a basis of monomials that no leading term of a Gröbner basis divides
 * (D. Cox, J. Little and D. O'Shea, Using Algebraic Geometry, chapter 2). Multiplication by an unknown is a matrix whose
 * eigenvalues are the values of that unknown at the solutions.
 *
 * @param dimension D
 * @param multiplications by each unknown, D·D row by row: the column of a basis monomial holds its product with the
 *     unknown; the first basis monomial is 1
 */
public record QuotientRing(int dimension, List<double[]> multiplications) {
    public QuotientRing {
        multiplications = List.copyOf(multiplications);
    }

    /**
     * Empty where there are infinitely many solutions, or more than asked for, and where the algorithm fails. How long it
     * takes nobody can tell beforehand: it belongs into a {@link TimeLimit}.
     *
     * @param system polynomials as coefficients by exponents, n each
     * @param most dimensions
     */
    public static Optional<QuotientRing> of(List<Map<List<Integer>, BigFraction>> system, int n, int most) {
        return RingsCall.attempt(() -> basis(system, n)).flatMap(basis -> modulo(basis, n, most));
    }

    private static List<MultivariatePolynomial<Rational<BigInteger>>> basis(
            List<Map<List<Integer>, BigFraction>> system, int n) {
        List<MultivariatePolynomial<Rational<BigInteger>>> polynomials = new ArrayList<>();
        for (Map<List<Integer>, BigFraction> terms : system) {
            List<Monomial<Rational<BigInteger>>> monomials = new ArrayList<>();
            terms.forEach((exponents, coefficient) -> monomials.add(new Monomial<>(
                    exponents.stream().mapToInt(Integer::intValue).toArray(), rational(coefficient))));
            if (!monomials.isEmpty()) {
                polynomials.add(MultivariatePolynomial.create(n, Rings.Q, MonomialOrder.GREVLEX, monomials));
            }
        }
        return GroebnerBases.GroebnerBasis(polynomials, MonomialOrder.GREVLEX);
    }

    private static Rational<BigInteger> rational(BigFraction value) {
        return new Rational<>(
                Rings.Z,
                new BigInteger(value.getNumerator().toByteArray()),
                new BigInteger(value.getDenominator().toByteArray()));
    }

    private static Optional<QuotientRing> modulo(
            List<MultivariatePolynomial<Rational<BigInteger>>> basis, int n, int most) {
        List<int[]> leading = new ArrayList<>();
        for (MultivariatePolynomial<Rational<BigInteger>> polynomial : basis) {
            DegreeVector first = polynomial.lt();
            leading.add(first.exponents);
        }
        List<int[]> standard = standard(leading, n, most);
        if (standard.isEmpty() || standard.size() > most) {
            return Optional.empty();
        }
        int d = standard.size();
        List<double[]> multiplications = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double[] matrix = new double[d * d];
            for (int j = 0; j < d; j++) {
                int[] product = standard.get(j).clone();
                product[k]++;
                TimeLimit.check();
                for (Monomial<Rational<BigInteger>> term : remainder(product, n, basis)) {
                    int row = place(standard, term.exponents);
                    matrix[row * d + j] = new java.math.BigDecimal(new java.math.BigInteger(
                                    term.coefficient.numerator().toByteArray()))
                            .divide(
                                    new java.math.BigDecimal(new java.math.BigInteger(
                                            term.coefficient.denominator().toByteArray())),
                                    java.math.MathContext.DECIMAL64)
                            .doubleValue();
                }
            }
            multiplications.add(matrix);
        }
        return Optional.of(new QuotientRing(d, multiplications));
    }

    private static MultivariatePolynomial<Rational<BigInteger>> remainder(
            int[] exponents, int n, List<MultivariatePolynomial<Rational<BigInteger>>> basis) {
        MultivariatePolynomial<Rational<BigInteger>> monomial = MultivariatePolynomial.create(
                n, Rings.Q, MonomialOrder.GREVLEX, List.of(new Monomial<>(exponents, Rational.one(Rings.Z))));
        return MultivariateDivision.remainder(monomial, basis);
    }

    /** Monomials that no leading one divides, by rising degree; empty if there are infinitely many. */
    private static List<int[]> standard(List<int[]> leading, int n, int most) {
        for (int k = 0; k < n; k++) {
            int unknown = k;
            boolean bounded = leading.stream().anyMatch(m -> Arrays.stream(m).sum() == m[unknown]);
            if (!bounded) {
                return List.of();
            }
        }
        List<int[]> standard = new ArrayList<>();
        List<int[]> layer = List.of(new int[n]);
        while (!layer.isEmpty() && standard.size() <= most) {
            List<int[]> next = new ArrayList<>();
            for (int[] monomial : layer) {
                if (leading.stream().noneMatch(m -> divides(m, monomial))) {
                    standard.add(monomial);
                    for (int k = last(monomial); k < n; k++) {
                        int[] product = monomial.clone();
                        product[k]++;
                        next.add(product);
                    }
                }
            }
            layer = next;
        }
        return standard;
    }

    /** The last unknown that occurs: multiplying by it and later ones only makes each monomial once. */
    private static int last(int[] monomial) {
        int last = 0;
        for (int k = 0; k < monomial.length; k++) {
            last = monomial[k] > 0 ? k : last;
        }
        return last;
    }

    private static boolean divides(int[] one, int[] other) {
        for (int k = 0; k < one.length; k++) {
            if (one[k] > other[k]) {
                return false;
            }
        }
        return true;
    }

    private static int place(List<int[]> standard, int[] exponents) {
        for (int i = 0; i < standard.size(); i++) {
            if (Arrays.equals(standard.get(i), exponents)) {
                return i;
            }
        }
        throw new IllegalStateException("a remainder holds a monomial that is not in the basis");
    }
}

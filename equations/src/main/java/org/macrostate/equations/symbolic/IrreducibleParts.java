package org.macrostate.equations.symbolic;

import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariateFactorization;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.macrostate.equations.tensor.Expression;

/**
 * Splits a long polynomial without lifting factors in many variables: powers of single variables are taken out, then the
 * common factor of the coefficients of one variable's powers. What is left is primitive in that variable x. If all other
 * variables can be given whole numbers so that the degree in x stays and the result is irreducible, then it is
 * irreducible itself: two factors with x would give two factors of the result (the easy half of Hilbert's theorem).
 */
final class IrreducibleParts {
    private static final int IMAGES = 3;
    private static final int LARGEST_VALUE = 60;

    private final List<Part> parts = new ArrayList<>();
    private final Random random = new Random(271);

    /** A factor; it may have factors of its own unless it is known to be irreducible. */
    record Part(Polynomial base, int exponent, boolean isIrreducible) {}

    private IrreducibleParts() {}

    /**
     * Parts whose product is the polynomial, up to its sign.
     *
     * @param polynomial whose coefficients have no common divisor
     */
    static List<Part> of(Polynomial polynomial) {
        IrreducibleParts found = new IrreducibleParts();
        found.split(polynomial);
        return List.copyOf(found.parts);
    }

    private void split(Polynomial polynomial) {
        Polynomial left = polynomial;
        for (Expression generator : polynomial.generators()) {
            int power = lowest(left, generator);
            if (power > 0) {
                Polynomial single = left.field().generatorOf(generator);
                parts.add(new Part(single, power, true));
                left = left.over(single.power(power));
            }
        }
        if (left.isConstant()) {
            return;
        }
        Expression main = mainGenerator(left);
        Polynomial content = content(left.coefficients(main));
        Polynomial primitive = left.over(content);
        parts.add(new Part(primitive, 1, primitive.degree(main) == 1 || hasIrreducibleImage(primitive, main)));
        if (!content.isConstant()) {
            split(content);
        }
    }

    private static int lowest(Polynomial polynomial, Expression generator) {
        List<Polynomial> coefficients = polynomial.coefficients(generator);
        int power = 0;
        while (power < coefficients.size() && coefficients.get(power).isZero()) {
            power++;
        }
        return power;
    }

    /** Of the lowest degree: the fewer factors are possible. */
    private static Expression mainGenerator(Polynomial polynomial) {
        List<Expression> all = polynomial.generators();
        Expression main = all.get(0);
        for (Expression generator : all) {
            if (polynomial.degree(generator) < polynomial.degree(main)) {
                main = generator;
            }
        }
        return main;
    }

    private static Polynomial content(List<Polynomial> coefficients) {
        Polynomial common = coefficients.get(coefficients.size() - 1);
        for (int i = 0; i < coefficients.size() - 1 && !common.isConstant(); i++) {
            if (!coefficients.get(i).isZero()) {
                common = common.gcd(coefficients.get(i));
            }
        }
        return common.isConstant() ? Polynomial.number(common.field(), java.math.BigInteger.ONE) : common;
    }

    private boolean hasIrreducibleImage(Polynomial polynomial, Expression main) {
        for (int i = 0; i < IMAGES; i++) {
            Polynomial image = polynomial;
            for (Expression generator : polynomial.generators()) {
                if (!generator.equals(main)) {
                    int value = 2 + random.nextInt(LARGEST_VALUE);
                    image = image.substitute(
                            generator, Polynomial.number(image.field(), java.math.BigInteger.valueOf(value)));
                }
            }
            if (image.degree(main) == polynomial.degree(main) && isIrreducible(image)) {
                return true;
            }
        }
        return false;
    }

    /** Of a polynomial in one variable. */
    private static boolean isIrreducible(Polynomial image) {
        MultivariatePolynomial<BigInteger> terms = image.aligned().clone();
        return RingsCall.attempt(() -> MultivariateFactorization.Factor(terms))
                .filter(found -> found.size() == 1 && found.getExponent(0) == 1)
                .isPresent();
    }
}

package org.macrostate.equations.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;

/** The law of a random factor. */
public sealed interface Law {
    /** Mean 0, variance 1. */
    record Normal() implements Law {}

    /**
     * Finitely many values with their probabilities, which add up to one.
     *
     * @param probabilities in sizes and parameters
     */
    record Discrete(List<Double> values, List<Expression> probabilities) implements Law {
        public Discrete {
            values = List.copyOf(values);
            probabilities = List.copyOf(probabilities);
        }
    }

    /**
     * The copies of a factor mark a class: one of them is 1, the others are 0.
     *
     * @param place the index that the probability is an expression in
     * @param probability of a class, in sizes and parameters; over all classes they add up to one
     */
    record Classes(Index place, Expression probability) implements Law {
        public Expression probabilityAt(IndexTerm of) {
            return Substitution.index(place, of).in(probability);
        }
    }

    /**
     * A law with a density.
     *
     * @param degrees of freedom of {@link Density#STUDENT}, positive; of no meaning for others
     */
    record Continuous(Density density, double degrees) implements Law {
        public Continuous(Density density) {
            this(density, Double.NaN);
        }

        /**
         * {@code E[c^n]}.
         *
         * @throws BadInput if it does not exist
         */
        public BigFraction moment(int n) {
            return switch (density) {
                case EXPONENTIAL -> factorial(n);
                case LAPLACE -> n % 2 == 1 ? BigFraction.ZERO : factorial(n);
                case UNIFORM -> new BigFraction(1, n + 1);
                case STUDENT -> ofStudent(n);
            };
        }

        /** In words: the law of what. */
        public String told() {
            return switch (density) {
                case EXPONENTIAL -> "the exponential law of mean 1";
                case LAPLACE -> "Laplace's law of variance 2";
                case UNIFORM -> "the uniform law on [0, 1]";
                case STUDENT -> "Student's law with " + PlainNumber.shown(degrees) + " degrees of freedom";
            };
        }

        private BigFraction ofStudent(int n) {
            if (!(n < degrees)) {
                throw new BadInput("a moment of order " + n + " does not exist: Student's law with "
                        + PlainNumber.shown(degrees) + " degrees of freedom has those of lower order than "
                        + PlainNumber.shown(degrees) + " only");
            }
            if (n % 2 == 1) {
                return BigFraction.ZERO;
            }
            BigDecimal decimal = BigDecimal.valueOf(degrees);
            BigFraction nu = new BigFraction(
                            decimal.movePointRight(decimal.scale()).toBigIntegerExact())
                    .divide(new BigFraction(BigInteger.TEN).pow(decimal.scale()));
            BigFraction product = BigFraction.ONE;
            for (int i = 1; i <= n / 2; i++) {
                product = product.multiply(nu).multiply(2 * i - 1).divide(nu.subtract(2 * i));
            }
            return product;
        }

        private static BigFraction factorial(int n) {
            BigFraction product = BigFraction.ONE;
            for (int i = 2; i <= n; i++) {
                product = product.multiply(i);
            }
            return product;
        }
    }

    /** Densities in their standard forms. */
    enum Density {
        /** {@code e^−c}, c > 0: mean 1, variance 1. */
        EXPONENTIAL("exponential"),
        /** {@code e^−|c|/2}: mean 0, variance 2. */
        LAPLACE("laplace"),
        /** 1 from 0 to 1: mean 1/2, variance 1/12. */
        UNIFORM("uniform"),
        /** Proportional to {@code (1 + c²/ν)^(−(ν+1)/2)}: mean 0, variance ν/(ν − 2). */
        STUDENT("student");

        private final String text;

        Density(String text) {
            this.text = text;
        }

        /** As in a model file. */
        public String text() {
            return text;
        }
    }

    /** Plus or minus one, equally likely. */
    static Law rademacher() {
        return new Discrete(List.of(-1.0, 1.0), List.of(Rational.HALF, Rational.HALF));
    }
}

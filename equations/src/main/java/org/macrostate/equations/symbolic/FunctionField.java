package org.macrostate.equations.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * The rational functions over ℚ in symbols, constants, functions and square roots, called generators. A new generator is
 * taken in when an expression first needs it; the square of a root is replaced by its radicand. Not thread-safe: one
 * field a computation.
 */
public final class FunctionField {
    /** How the names of generators begin that stand for whole sums while a closed form is rewritten. */
    static final String INTERNAL = "#";

    private final Function<Symbol, Sign> domain;
    private final List<Expression> generators = new ArrayList<>();
    private final Map<Expression, Integer> positions = new HashMap<>();
    private final Map<Expression, Polynomial> radicands = new LinkedHashMap<>();
    private final Map<Polynomial, Polynomial.Factorization> factorizations = new HashMap<>();
    private final Map<RationalFunction, Expression> writings = new HashMap<>();
    private final RationalFunction zero;
    private final RationalFunction one;
    private final SquareRoots squareRoots = new SquareRoots(this);

    /**
     * An empty field.
     *
     * @param domain what is known of the sign of a symbol
     */
    public FunctionField(Function<Symbol, Sign> domain) {
        this.domain = domain;
        // A polynomial ring needs a variable even before there is a symbol.
        position(Constant.PI);
        this.zero = number(BigFraction.ZERO);
        this.one = number(BigFraction.ONE);
    }

    /** What is known of a polynomial's factors, or what {@code method} finds. */
    Polynomial.Factorization factorization(
            Polynomial polynomial, Function<Polynomial, Polynomial.Factorization> method) {
        Polynomial.Factorization known = factorizations.get(polynomial);
        if (known == null) {
            known = method.apply(polynomial);
            factorizations.put(polynomial, known);
        }
        return known;
    }

    /** How an element is written, or what {@code method} makes of it. */
    Expression written(RationalFunction element, Function<RationalFunction, Expression> method) {
        Expression known = writings.get(element);
        if (known == null) {
            known = method.apply(element);
            writings.put(element, known);
        }
        return known;
    }

    /** A new field with the same knowledge of signs. */
    FunctionField sibling() {
        return new FunctionField(s -> s.name().startsWith(INTERNAL) ? Sign.UNKNOWN : domain.apply(s));
    }

    int size() {
        return generators.size();
    }

    Expression generator(int position) {
        return generators.get(position);
    }

    int position(Expression generator) {
        Integer known = positions.get(generator);
        if (known != null) {
            return known;
        }
        generators.add(generator);
        positions.put(generator, generators.size() - 1);
        return generators.size() - 1;
    }

    public RationalFunction zero() {
        return zero;
    }

    public RationalFunction one() {
        return one;
    }

    public RationalFunction number(BigFraction value) {
        return RationalFunction.whole(Polynomial.number(this, value.getNumerator()))
                .dividedByWhole(Polynomial.number(this, value.getDenominator()));
    }

    /** The generator itself as a polynomial, taken into the field if it is new. */
    Polynomial generatorOf(Expression generator) {
        int position = position(generator);
        return Polynomial.generator(this, position);
    }

    /**
     * The element that an expression without sums and indices running denotes.
     *
     * @throws ArithmeticException if it divides by zero
     */
    public RationalFunction of(Expression e) {
        if (e instanceof Rational r) {
            return number(r.value());
        }
        if (e instanceof Plus p) {
            return p.terms().stream().map(this::of).reduce(zero(), RationalFunction::plus);
        }
        if (e instanceof Times t) {
            return t.factors().stream().map(this::of).reduce(one(), RationalFunction::times);
        }
        if (e instanceof Power p) {
            return ofPower(p);
        }
        if (e instanceof Apply a) {
            return apply(a.function(), a.arguments().stream().map(this::of).toList());
        }
        if (e instanceof IndexSum) {
            throw new IllegalArgumentException("sums must be written out: " + ExpressionText.of(e));
        }
        return RationalFunction.whole(generatorOf(e));
    }

    private RationalFunction ofPower(Power power) {
        return power(of(power.base()), power.exponent());
    }

    /**
     * A power; half-whole exponents become square roots, other exponents generators.
     *
     * @throws ArithmeticException if it divides by zero
     */
    public RationalFunction power(RationalFunction base, Expression exponent) {
        if (exponent instanceof Rational n && n.value().abs().doubleValue() <= 64) {
            BigFraction twice = n.value().multiply(2);
            if (n.value().getDenominator().equals(java.math.BigInteger.ONE)) {
                return base.power(n.value().getNumeratorAsInt());
            }
            if (twice.getDenominator().equals(java.math.BigInteger.ONE)) {
                return squareRoot(base).power(twice.getNumeratorAsInt());
            }
        }
        Expression value = Power.of(base.toExpression(), of(exponent).toExpression());
        return value instanceof Rational r ? number(r.value()) : RationalFunction.whole(generatorOf(value));
    }

    /** A function of elements; a generator of the field unless its value is a number. */
    public RationalFunction apply(org.macrostate.equations.tensor.Function function, List<RationalFunction> arguments) {
        if (function == org.macrostate.equations.tensor.Function.ABS) {
            Sign sign = arguments.get(0).sign();
            if (sign.isNonnegative() || sign.negate().isNonnegative()) {
                return sign.isNonnegative()
                        ? arguments.get(0)
                        : arguments.get(0).negate();
            }
        }
        Expression value = Apply.of(
                function, arguments.stream().map(RationalFunction::toExpression).toList());
        return value instanceof Rational r ? number(r.value()) : RationalFunction.whole(generatorOf(value));
    }

    /** The nonnegative square root, squares of known sign pulled out and roots of positive factors kept apart. */
    public RationalFunction squareRoot(RationalFunction radicand) {
        return squareRoots.of(radicand);
    }

    /** What is known of the sign of a generator. */
    Sign sign(Expression generator) {
        if (generator instanceof Symbol s) {
            return domain.apply(s);
        }
        if (generator instanceof Constant) {
            return Sign.POSITIVE;
        }
        if (generator instanceof Apply a) {
            return switch (a.function()) {
                case EXP, COSH -> Sign.POSITIVE;
                case ABS, RAMP, UNIT_STEP -> Sign.NONNEGATIVE;
                case LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, TANH, ERF, SIGN, MIN, MAX -> Sign.UNKNOWN;
                case MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, AND, OR, NOT, IF, VARIANCE_INVERSE -> Sign.UNKNOWN;
                case VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS -> Sign.UNKNOWN;
                case GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT -> Sign.UNKNOWN;
                case MEAN -> Sign.UNKNOWN;
            };
        }
        Polynomial radicand = radicands.get(generator);
        if (radicand != null) {
            return radicand.sign() == Sign.POSITIVE ? Sign.POSITIVE : Sign.NONNEGATIVE;
        }
        return generator instanceof Power p && of(p.base()).numerator().sign() == Sign.POSITIVE
                ? Sign.POSITIVE
                : Sign.UNKNOWN;
    }

    boolean hasRoots() {
        return !radicands.isEmpty();
    }

    List<Expression> roots() {
        return List.copyOf(radicands.keySet());
    }

    /** What is under a root; the root must be one of this field. */
    Polynomial radicand(Expression root) {
        Polynomial radicand = radicands.get(root);
        if (radicand == null) {
            throw new IllegalArgumentException("no root of this field: " + ExpressionText.of(root));
        }
        return radicand;
    }

    Polynomial rootOf(Polynomial radicand) {
        Expression root = Power.sqrt(radicand.toExpression());
        radicands.putIfAbsent(root, radicand);
        return generatorOf(root);
    }

    /** With squares of roots replaced by what is under them. */
    Polynomial reduced(Polynomial polynomial) {
        Polynomial result = polynomial;
        for (Map.Entry<Expression, Polynomial> root : radicands.entrySet()) {
            while (result.degree(root.getKey()) > 1) {
                result = reducedOnce(result, root.getKey(), root.getValue());
            }
        }
        return result;
    }

    private Polynomial reducedOnce(Polynomial polynomial, Expression root, Polynomial radicand) {
        Polynomial generator = generatorOf(root);
        Polynomial even = Polynomial.number(this, java.math.BigInteger.ZERO);
        Polynomial odd = even;
        List<Polynomial> coefficients = polynomial.coefficients(root);
        Polynomial power = Polynomial.number(this, java.math.BigInteger.ONE);
        for (int i = 0; i < coefficients.size(); i += 2) {
            even = even.plus(coefficients.get(i).times(power));
            if (i + 1 < coefficients.size()) {
                odd = odd.plus(coefficients.get(i + 1).times(power));
            }
            power = power.times(radicand);
        }
        return even.plus(odd.times(generator));
    }
}

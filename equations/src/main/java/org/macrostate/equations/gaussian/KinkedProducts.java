package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Times;

/**
 * Writes functions with kinks as products of functions whose kinks are at zeros of single forms: the sign of a product is
 * the product of signs, {@code UnitStep[-x y] = (1 - Sign[x] Sign[y])/2}; a case distinction is a step, a minimum or
 * maximum of two a ramp. Equal but where an argument is zero, which has no weight.
 */
final class KinkedProducts {
    private static final Set<Function> WITH_SIGN_OF_ARGUMENT =
            Set.of(Function.SIGN, Function.ERF, Function.TANH, Function.SINH, Function.ARC_TAN);

    private final Predicate<Expression> variable;
    private final Predicate<Expression> discrete;

    /**
     * @param variable holds of variables with a density
     * @param discrete holds of factors without one: with them, zero has weight, and nothing is changed
     */
    KinkedProducts(Predicate<Expression> variable, Predicate<Expression> discrete) {
        this.variable = variable;
        this.discrete = discrete;
    }

    Expression in(Expression e) {
        if (!varies(e) || e.children().isEmpty()) {
            return e;
        }
        if (!(e instanceof Apply a) || Expansion.contains(e, discrete)) {
            return Rebuilt.of(e, this::in);
        }
        return rewritten(a.function(), a.arguments().stream().map(this::in).toList());
    }

    private boolean varies(Expression e) {
        return Expansion.contains(e, variable);
    }

    private Expression rewritten(Function function, List<Expression> x) {
        Expression first = x.get(0);
        return switch (function) {
            case SIGN -> sign(first);
            case UNIT_STEP -> isSplit(first) ? half(sign(first)) : Apply.of(function, x);
            case ABS -> isSplit(first) ? size(first) : Apply.of(function, x);
            case RAMP -> isSplit(first) ? Rational.HALF.times(first.plus(size(first))) : Apply.of(function, x);
            case IF -> cases(x);
            case MAX -> x.size() == 2 ? x.get(1).plus(ramp(x)) : Apply.of(function, x);
            case MIN -> x.size() == 2 ? first.minus(ramp(x)) : Apply.of(function, x);
            case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF -> Apply.of(function, x);
            case MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, AND, OR, NOT, VARIANCE_INVERSE -> Apply.of(function, x);
            case VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN -> Apply.of(function, x);
            case MEAN_OF_SIGNS, GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM -> Apply.of(function, x);
            case POLAR_SUM, STOP_GRADIENT, MEAN -> Apply.of(function, x);
        };
    }

    private Expression ramp(List<Expression> x) {
        return rewritten(Function.RAMP, List.of(x.get(0).minus(x.get(1))));
    }

    /** Of one comparison; more would make too many products of steps. */
    private Expression cases(List<Expression> x) {
        boolean comparison = x.get(0) instanceof Apply c
                && (c.function() == Function.LESS || c.function() == Function.LESS_EQUAL)
                && varies(c);
        if (!comparison) {
            return Apply.of(Function.IF, x);
        }
        List<Expression> sides = x.get(0).children();
        Expression margin = sides.get(1).minus(sides.get(0));
        if (x.get(1).isZero()) {
            return rewritten(Function.UNIT_STEP, List.of(margin.negate())).times(x.get(2));
        }
        Expression step = rewritten(Function.UNIT_STEP, List.of(margin));
        return x.get(2).plus(step.times(x.get(1).minus(x.get(2))));
    }

    private static Expression half(Expression sign) {
        return Rational.HALF.times(Rational.ONE.plus(sign));
    }

    /** True of a product of several things that vary, and of functions with the sign of their argument. */
    private boolean isSplit(Expression e) {
        List<Expression> varying = varying(e);
        return varying.size() > 1 || varying.stream().anyMatch(f -> f instanceof Power || hasSignOfArgument(f));
    }

    private List<Expression> varying(Expression e) {
        return Times.factorsOf(e).stream().filter(this::varies).toList();
    }

    private static boolean hasSignOfArgument(Expression e) {
        return e instanceof Apply a && WITH_SIGN_OF_ARGUMENT.contains(a.function());
    }

    /** What does not vary goes with the first factor that does, unless it is a number. */
    private Expression sign(Expression e) {
        if (!isSplit(e)) {
            return Apply.of(Function.SIGN, e);
        }
        List<Expression> signs = new ArrayList<>();
        List<Expression> constant = new ArrayList<>();
        for (Expression factor : Times.factorsOf(e)) {
            if (varies(factor)) {
                signs.add(signOfFactor(factor));
            } else {
                constant.add(factor);
            }
        }
        signs.add(Apply.of(Function.SIGN, Times.of(constant)));
        return Times.of(signs);
    }

    private Expression signOfFactor(Expression factor) {
        if (factor instanceof Power p && p.exponent() instanceof Rational n && isWhole(n)) {
            return isEven(n) ? Rational.ONE : sign(p.base());
        }
        return hasSignOfArgument(factor) ? sign(((Apply) factor).arguments().get(0)) : Apply.of(Function.SIGN, factor);
    }

    private Expression size(Expression e) {
        return Times.of(
                Times.factorsOf(e).stream().map(KinkedProducts::sizeOfFactor).toList());
    }

    private static Expression sizeOfFactor(Expression factor) {
        if (factor instanceof Power p && p.exponent() instanceof Rational n && isWhole(n)) {
            return isEven(n) ? factor : Power.of(Apply.of(Function.ABS, p.base()), n);
        }
        return Apply.of(Function.ABS, factor);
    }

    private static boolean isWhole(Rational n) {
        return n.value().getDenominator().equals(java.math.BigInteger.ONE);
    }

    private static boolean isEven(Rational n) {
        return !n.value().getNumerator().testBit(0);
    }
}

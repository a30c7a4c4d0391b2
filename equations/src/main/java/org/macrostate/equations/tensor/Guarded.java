package org.macrostate.equations.tensor;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Functions of variances that may vanish, in terms of conditions: of a vector that is zero, or of fields that coincide,
 * quotients and densities count as zero. A variance v that has a scale s, the variance before something was known of the
 * field, vanishes where v ≤ 10⁻¹³ s; one that has none where v ≤ 0.
 */
public final class Guarded {
    /** Below this fraction of its scale a variance counts as zero: what remains is rounding error. */
    private static final Expression NOTHING = Power.of(Expression.of(10), -13);

    /** Squared correlations closer to one than this are one. */
    private static final Expression COINCIDENCE = Power.of(Expression.of(10), -10);

    /**
     * E[sign² | h = 0] in the derivative of sign³ = sign, three times 2δ(h) sign(h)²: three fields that coincide count once.
     */
    private static final Expression TRIPLE = Rational.ONE.over(Expression.of(3));

    private static final Set<Function> ALL = EnumSet.of(
            Function.VARIANCE_INVERSE,
            Function.VARIANCE_ROOT,
            Function.VARIANCE_INVERSE_ROOT,
            Function.DENSITY_AT_ZERO,
            Function.SIGN_MEAN);

    /** What a variance gets in the limit from inside: an absolute part, and a part of its scale. */
    private static final Expression LIFT = Power.of(Expression.of(10), -12);

    private static final Expression LIFT_OF_SCALE = Power.of(Expression.of(10), -11);

    /** A variance of so many lifts is taken as it is. */
    private static final Expression MANY_LIFTS = Expression.of(100);

    private Guarded() {}

    /** Whether a function is one of these. */
    public static boolean is(Function function) {
        return ALL.contains(function);
    }

    public static boolean is(Expression e) {
        return e instanceof Apply a && is(a.function());
    }

    /** Applications of these functions in an expression, those inside of others too. */
    public static Stream<Apply> in(Expression e) {
        Stream<Apply> inside = e.children().stream().flatMap(Guarded::in);
        return is(e) ? Stream.concat(Stream.of((Apply) e), inside) : inside;
    }

    /** The application in terms of conditions and elementary functions; empty if it is no such function. */
    public static Optional<Expression> definition(Apply apply) {
        List<Expression> x = apply.arguments();
        return switch (apply.function()) {
            case VARIANCE_INVERSE -> Optional.of(where(variance(x), Power.of(safe(variance(x)), -1)));
            case VARIANCE_ROOT -> Optional.of(where(variance(x), Power.sqrt(positive(variance(x)))));
            case VARIANCE_INVERSE_ROOT ->
                Optional.of(where(variance(x), Power.of(Power.sqrt(positive(variance(x))), -1)));
            case DENSITY_AT_ZERO -> Optional.of(where(variance(x), Power.of(Power.sqrt(twoPi(variance(x))), -1)));
            case SIGN_MEAN -> Optional.of(signMean(x));
            case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ABS -> Optional.empty();
            case SIGN, UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, AND, OR -> Optional.empty();
            case NOT, IF, MEAN_OF_SIGNS, GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM -> Optional.empty();
            case POLAR_SUM, STOP_GRADIENT, MEAN -> Optional.empty();
        };
    }

    /**
     * The application for use under a derivative: roots of variances that vanish, and their reciprocals, are those of a
     * variance a little larger (10⁻¹², and 10⁻¹¹ of its scale). A mean over a Gaussian field is a smooth function of the
     * field's variance v, but a quadrature formula is one of √v, whose derivative at v = 0 is infinite times zero. Beside
     * v = 0 the formula has the right derivative up to 10⁻¹⁰, and so this is the limit from inside the states that
     * vectors can have. Other functions are as in {@link #definition}.
     */
    public static Optional<Expression> interior(Apply apply) {
        List<Expression> x = apply.arguments();
        return switch (apply.function()) {
            case VARIANCE_ROOT -> Optional.of(Power.sqrt(lifted(variance(x))));
            case VARIANCE_INVERSE_ROOT -> Optional.of(Power.of(Power.sqrt(lifted(variance(x))), -1));
            case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ABS -> definition(apply);
            case SIGN, UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, AND, OR -> definition(apply);
            case IF -> insideOf(x);
            case NOT, VARIANCE_INVERSE, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS -> definition(apply);
            case GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT -> definition(apply);
            case MEAN -> definition(apply);
        };
    }

    /**
     * {@code If[0 < v, f, g]} with f also at v = 0, where f is a polynomial: at zero vectors, too, the derivative is that of the
     * states that vectors can have.
     */
    private static Optional<Expression> insideOf(List<Expression> x) {
        boolean guards = x.get(0) instanceof Apply condition
                && condition.function() == Function.LESS
                && condition.arguments().get(0).isZero()
                && isRegular(x.get(1));
        return guards
                ? Optional.of(Apply.of(
                        Function.IF, Apply.of(Function.LESS_EQUAL, x.get(0).children()), x.get(1), x.get(2)))
                : Optional.empty();
    }

    private static boolean isRegular(Expression e) {
        boolean root = e instanceof Power p
                && !(p.exponent() instanceof Rational n
                        && n.value().signum() > 0
                        && n.value().getDenominatorAsInt() == 1);
        return !root && !(e instanceof Apply) && e.children().stream().allMatch(Guarded::isRegular);
    }

    /** Its derivative by the variance is one until the variance is zero up to rounding. */
    private static Expression lifted(Variance v) {
        if (v.value() instanceof Rational r && r.value().signum() > 0) {
            return v.value();
        }
        Expression lift = v.scale()
                .<Expression>map(s -> LIFT.plus(LIFT_OF_SCALE.times(Apply.of(Function.MAX, s, Rational.ZERO))))
                .orElse(LIFT);
        Expression large = Apply.of(Function.LESS, MANY_LIFTS.times(lift), v.value());
        Expression zero = Apply.of(Function.LESS, Rational.HALF.times(lift).negate(), v.value());
        Expression beside = Apply.of(Function.IF, zero, v.value().plus(lift), lift);
        return Apply.of(Function.IF, large, v.value(), beside);
    }

    /** One expression where the variance does not vanish, another where it does. */
    public static Expression where(
            Expression variance, Optional<Expression> scale, Expression varies, Expression vanishes) {
        return where(new Variance(variance, scale), varies, vanishes);
    }

    private record Variance(Expression value, Optional<Expression> scale) {
        /** The condition that there is some; none if there always is. */
        Optional<Expression> some() {
            if (value instanceof Rational r && r.value().signum() > 0) {
                return Optional.empty();
            }
            Expression least = scale.<Expression>map(NOTHING::times).orElse(Rational.ZERO);
            return Optional.of(Apply.of(Function.LESS, least, value));
        }
    }

    private static Variance variance(List<Expression> x) {
        return new Variance(x.get(0), x.size() > 1 ? Optional.of(x.get(1)) : Optional.empty());
    }

    private static Expression where(Variance v, Expression varies, Expression vanishes) {
        return v.some()
                .map(some -> Apply.of(Function.IF, some, varies, vanishes))
                .orElse(varies);
    }

    private static Expression where(Variance v, Expression varies) {
        return where(v, varies, Rational.ZERO);
    }

    /** To divide by under {@link #where}: one where nothing is left, so that derivatives exist, too. */
    private static Expression positive(Variance v) {
        return where(v, v.value(), Rational.ONE);
    }

    /** The same where conditions may leave nothing; without them a variance is zero only of a zero vector, where none do. */
    private static Expression safe(Variance v) {
        return v.scale().isEmpty() ? v.value() : positive(v);
    }

    private static Expression twoPi(Variance v) {
        return Times.of(Expression.of(2), Constant.PI, safe(v));
    }

    /** Arguments: covariance c, variances v and w; and the covariance and the scales before anything was known. */
    private static Expression signMean(List<Expression> x) {
        boolean scaled = x.size() > 3;
        Variance v = new Variance(x.get(1), scaled ? Optional.of(x.get(4)) : Optional.empty());
        Variance w = new Variance(x.get(2), scaled ? Optional.of(x.get(5)) : Optional.empty());
        Expression widths = Power.sqrt(safe(v)).times(Power.sqrt(safe(w)));
        Expression angle = Apply.of(Function.ARC_SIN, x.get(0).over(widths));
        Expression mean = where(w, where(v, Expression.of(2).over(Constant.PI).times(angle)));
        return scaled ? mean.plus(ofCoinciding(x.get(3), v, w)) : mean;
    }

    /** The share of two forms that coincide where nothing is left of either. */
    private static Expression ofCoinciding(Expression covariance, Variance v, Variance w) {
        if (v.some().isEmpty() || w.some().isEmpty()) {
            return Rational.ZERO;
        }
        Expression bound = Times.of(
                Rational.ONE.minus(COINCIDENCE),
                v.scale().orElseThrow(),
                w.scale().orElseThrow());
        Expression coincide = Apply.of(Function.LESS, bound, Power.of(covariance, 2));
        Expression vanish = Apply.of(
                Function.AND,
                Apply.of(Function.NOT, v.some().get()),
                Apply.of(Function.NOT, w.some().get()),
                coincide);
        Expression value = TRIPLE.times(Apply.of(Function.SIGN, covariance));
        return Apply.of(Function.IF, vanish, value, Rational.ZERO);
    }
}

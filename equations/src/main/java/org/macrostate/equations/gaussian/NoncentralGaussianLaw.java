package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * A Gaussian law with means, changed by one variable u after another: {@code C'(a,b) = C(a,b) − gain C(a,u) C(b,u)} and
 * {@code E'[a] = E[a] + shift C(a,u)}.
 */
final class NoncentralGaussianLaw {
    /** The square of what rounding leaves of a mean, in units of the variable's second moment. */
    private static final Expression ROUNDING = Power.of(Expression.of(10), -24);

    private final Covariance base;
    private final PartNames names;
    private final List<Update> updates;

    private record Update(AffineForm form, Expression gain, Expression shift, boolean fixed) {}

    NoncentralGaussianLaw(Covariance base, PartNames names) {
        this(base, names, List.of());
    }

    private NoncentralGaussianLaw(Covariance base, PartNames names, List<Update> updates) {
        this.base = base;
        this.names = names;
        this.updates = List.copyOf(updates);
    }

    /** E[u]: exactly zero if u is a multiple of what is known to be zero. */
    Expression mean(AffineForm u) {
        return mean(u, updates.size());
    }

    private Expression mean(AffineForm u, int level) {
        if (level == 0) {
            return u.mean();
        }
        Update last = updates.get(level - 1);
        if (last.fixed()
                && u.form()
                        .terms()
                        .equals(last.form().scaled(u.leading()).form().terms())) {
            return u.mean().minus(last.form().mean().times(u.leading()));
        }
        Expression with = covariance(u, last.form(), level - 1);
        return mean(u, level - 1).plus(last.shift().times(with));
    }

    Expression covariance(AffineForm a, AffineForm b) {
        return covariance(a, b, updates.size());
    }

    private Expression covariance(AffineForm a, AffineForm b, int level) {
        if (level == 0) {
            return a.form().covariance(b.form(), base);
        }
        Update last = updates.get(level - 1);
        if (last.fixed() && (isMultiple(a, last.form()) || isMultiple(b, last.form()))) {
            return Rational.ZERO;
        }
        Expression withA = covariance(a, last.form(), level - 1);
        Expression withB = a.equals(b) ? withA : covariance(b, last.form(), level - 1);
        return covariance(a, b, level - 1).minus(last.gain().times(withA).times(withB));
    }

    private static boolean isMultiple(AffineForm a, AffineForm of) {
        return a.normal().form().equals(of.normal().form());
    }

    /** The law under the weight exp(u). */
    NoncentralGaussianLaw weighted(AffineForm u) {
        return with(new Update(u, Rational.ZERO, Rational.ONE, false));
    }

    /** The law under the weight exp(−u²/(2 width)). */
    NoncentralGaussianLaw tilted(AffineForm u, Expression width) {
        Expression gain = Power.of(width.plus(covariance(u, u)), -1);
        return with(new Update(u, gain, mean(u).negate().times(gain), false));
    }

    /** The law given u = 0; u has no number in front. */
    NoncentralGaussianLaw given(AffineForm u) {
        Expression gain = where(u, Power.of(covariance(u, u), -1), Rational.ZERO);
        return with(new Update(u, gain, mean(u).negate().times(gain), true));
    }

    /** E[sign(u)] = erf(E[u]/√(2 Var u)). */
    Expression sign(AffineForm u) {
        Expression variance = covariance(u, u);
        return odd(mean(u), mean -> {
            Expression value =
                    Apply.of(Function.ERF, mean.over(Power.sqrt(Expression.of(2).times(variance))));
            return names.part("S", where(u, value, fixedSign(u, mean)), "mean of a sign");
        });
    }

    /** The sign of a variable that does not vary; none where rounding is all that is left of its mean. */
    private Expression fixedSign(AffineForm u, Expression mean) {
        Expression sign = Apply.of(Function.SIGN, mean);
        if (updates.stream().noneMatch(Update::fixed)) {
            return sign;
        }
        Expression square = u.form().covariance(u.form(), base).plus(Power.of(u.mean(), 2));
        Expression least = ROUNDING.times(square);
        return Apply.of(Function.IF, Apply.of(Function.LESS, least, Power.of(mean, 2)), sign, Rational.ZERO);
    }

    /** E[erf(u)] = erf(E[u]/√(1 + 2 Var u)), as erf(u) = E[sign(u + ξ)], ξ of variance 1/2. */
    Expression errorFunction(AffineForm u) {
        Expression width = Power.sqrt(Rational.ONE.plus(Expression.of(2).times(covariance(u, u))));
        return odd(mean(u), mean -> Apply.of(Function.ERF, mean.over(width)));
    }

    /** The mean of a product of signs and error functions; empty of other factors. */
    Optional<Expression> signs(List<NoncentralGaussianFactor> factors) {
        boolean signs = factors.stream()
                .allMatch(f -> f instanceof NoncentralGaussianFactor.Sign
                        || f instanceof NoncentralGaussianFactor.ErrorFunction);
        if (!signs) {
            return Optional.empty();
        }
        List<Expression> means = factors.stream().map(f -> mean(f.form())).toList();
        boolean reflected = means.stream()
                .filter(m -> !m.isZero())
                .findFirst()
                .filter(m -> !positive(m).equals(m))
                .isPresent();
        List<Expression> arguments = new ArrayList<>(
                reflected ? means.stream().map(NoncentralGaussianLaw::negated).toList() : means);
        for (int i = 0; i < factors.size(); i++) {
            for (int j = 0; j <= i; j++) {
                Expression covariance =
                        covariance(factors.get(i).form(), factors.get(j).form());
                boolean spread = i == j && factors.get(i) instanceof NoncentralGaussianFactor.ErrorFunction;
                arguments.add(spread ? covariance.plus(Rational.HALF) : covariance);
            }
        }
        if (updates.stream().anyMatch(Update::fixed)) {
            for (int i = 0; i < factors.size(); i++) {
                for (int j = 0; j <= i; j++) {
                    AffineForm u = factors.get(i).form();
                    AffineForm w = factors.get(j).form();
                    arguments.add(
                            u.form().covariance(w.form(), base).plus(u.mean().times(w.mean())));
                }
            }
        }
        Expression value = Apply.of(Function.MEAN_OF_SIGNS, arguments);
        Expression part = names.part("S", value, "mean of a product of " + factors.size() + " signs");
        return Optional.of(reflected && factors.size() % 2 == 1 ? part.negate() : part);
    }

    /** The density of u at zero; zero where u does not vary. */
    Expression density(AffineForm u) {
        Expression variance = covariance(u, u);
        Expression norm = Power.sqrt(Times.of(Expression.of(2), Constant.PI, variance));
        Expression square = Power.of(positive(mean(u)), 2);
        Expression exponent = square.negate().over(Expression.of(2).times(variance));
        Expression value = Apply.of(Function.EXP, exponent).over(norm);
        return names.part("D", where(u, value, Rational.ZERO), "density at a kink");
    }

    /** E[exp(−u²/(2s))] = exp(−E[u]²/(2(s + Var u)))/√(1 + Var u/s). */
    Expression bell(AffineForm u, Expression s) {
        Expression variance = covariance(u, u);
        Expression square = Power.of(positive(mean(u)), 2);
        Expression exponent = square.negate().over(Expression.of(2).times(s.plus(variance)));
        return Apply.of(Function.EXP, exponent).over(Power.sqrt(Rational.ONE.plus(variance.over(s))));
    }

    /** E[exp(u)] = exp(E[u] + Var u/2). */
    Expression exponential(AffineForm u) {
        return Apply.of(Function.EXP, mean(u).plus(covariance(u, u).over(Expression.of(2))));
    }

    /** One value where u varies, another where it does not: its vector may be zero, or another variable may determine it. */
    private Expression where(AffineForm u, Expression varies, Expression fixed) {
        boolean conditioned = updates.stream().anyMatch(Update::fixed);
        Optional<Expression> scale = conditioned ? Optional.of(u.form().covariance(u.form(), base)) : Optional.empty();
        return Guarded.where(covariance(u, u), scale, varies, fixed);
    }

    /** An odd function of the mean, so that both signs of it share what has a name. */
    private static Expression odd(Expression mean, java.util.function.Function<Expression, Expression> function) {
        if (mean.isZero()) {
            return Rational.ZERO;
        }
        Expression positive = positive(mean);
        return positive.equals(mean)
                ? function.apply(mean)
                : function.apply(positive).negate();
    }

    private static Expression positive(Expression mean) {
        Expression first = mean instanceof Plus p ? p.terms().get(0) : mean;
        return Times.number(first).signum() < 0 ? negated(mean) : mean;
    }

    private static Expression negated(Expression mean) {
        return mean instanceof Plus p
                ? Plus.of(p.terms().stream().map(Expression::negate).toList())
                : mean.negate();
    }

    private NoncentralGaussianLaw with(Update update) {
        List<Update> more = new ArrayList<>(updates);
        more.add(update);
        return new NoncentralGaussianLaw(base, names, more);
    }

    /** Such a function of u has its mean in closed form whatever the law is; empty of no factor of these. */
    Optional<Expression> mean(NoncentralGaussianFactor factor) {
        if (factor instanceof NoncentralGaussianFactor.Sign sign) {
            return Optional.of(sign(sign.form()));
        }
        return factor instanceof NoncentralGaussianFactor.ErrorFunction erf
                ? Optional.of(errorFunction(erf.form()))
                : Optional.empty();
    }
}

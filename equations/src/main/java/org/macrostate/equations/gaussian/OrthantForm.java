package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * Means of products of fields and of steps of fields, {@code E[u w θ(f) θ(g) …]}, by the probabilities that fields are
 * positive, and likewise of signs, which jump by two, by means of products of signs alone: moments of a truncated normal law. Stein's lemma removes one linear factor after another, {@code E[u X] = E[u] E[X]
 * + Σ_w C(u,w) E[∂_w X] + Σ_f C(u,f) p(f) E[X/θ(f) | f = 0]} (G. M. Tallis, J. R. Stat. Soc. B 23, 223, 1961), so that the
 * formula holds for fields that coincide, too: given a field, the field itself is zero.
 */
public final class OrthantForm {
    private final Names names;
    private final Expression jump;

    /** What the parts are called, of fields given that others are zero. */
    public interface Names {
        Expression covariance(Expression a, Expression b, List<Expression> given);

        /** Zero if there are no means. */
        Expression mean(Expression a, List<Expression> given);

        /** The density at zero. */
        Expression density(Expression a, List<Expression> given);

        /** The mean of the product of steps, or of signs, of at least one field. */
        Expression positive(List<Expression> fields, List<Expression> given);

        /** The same times a first field. */
        Expression truncated(Expression u, List<Expression> fields, List<Expression> given);
    }

    private OrthantForm(Names names, boolean signs) {
        this.names = names;
        this.jump = Expression.of(signs ? 2 : 1);
    }

    /** The mean of a product, in the parts of steps or of signs. */
    public static Expression mean(Factors factors, Names names) {
        return new OrthantForm(names, factors.signs()).mean(factors.linear(), factors.steps(), List.of());
    }

    /** A linear factor that is also the argument of a step is kept for last: given its field it is zero. */
    private Expression mean(List<Expression> linear, List<Expression> steps, List<Expression> given) {
        if (linear.isEmpty()) {
            return positive(steps, given);
        }
        if (linear.stream().anyMatch(given::contains)) {
            return Rational.ZERO;
        }
        if (linear.size() == 1) {
            Expression u = linear.get(0);
            return steps.isEmpty() ? names.mean(u, given) : names.truncated(u, steps, given);
        }
        Expression u =
                linear.stream().filter(l -> !steps.contains(l)).findFirst().orElse(linear.get(0));
        List<Expression> rest = without(linear, u);
        List<Expression> terms = new ArrayList<>();
        terms.add(names.mean(u, given).times(mean(rest, steps, given)));
        for (Expression w : rest) {
            terms.add(names.covariance(u, w, given).times(mean(without(rest, w), steps, given)));
        }
        for (Expression f : steps) {
            Expression inner = mean(rest, without(steps, f), with(given, f));
            terms.add(Times.of(jump, names.covariance(u, f, given), names.density(f, given), inner));
        }
        return Plus.of(terms);
    }

    private Expression positive(List<Expression> steps, List<Expression> given) {
        return steps.isEmpty() ? Rational.ONE : names.positive(steps, given);
    }

    /** What {@link Names#truncated} is, in probabilities, or in means of signs. */
    public static Expression written(Expression u, List<Expression> steps, boolean signs, Names names) {
        OrthantForm form = new OrthantForm(names, signs);
        List<Expression> terms = new ArrayList<>();
        terms.add(names.mean(u, List.of()).times(form.positive(steps, List.of())));
        for (Expression f : steps) {
            Expression inner = form.positive(without(steps, f), List.of(f));
            terms.add(Times.of(form.jump, names.covariance(u, f, List.of()), names.density(f, List.of()), inner));
        }
        return Plus.of(terms);
    }

    /**
     * The factors of a product of variables and steps, or of variables and signs.
     *
     * @param steps the arguments of steps or signs
     * @param signs whether they are of signs
     */
    public record Factors(List<Expression> linear, List<Expression> steps, boolean signs) {
        /** Of variables, with their means or without, and of at least one step or ramp, or sign or size; empty of others. */
        public static Optional<Factors> of(List<Expression> product, Covariance covariance) {
            return of(product, covariance, Function.RAMP, Function.UNIT_STEP, false)
                    .or(() -> of(product, covariance, Function.ABS, Function.SIGN, true));
        }

        /** @param times the function that is its argument times the other */
        private static Optional<Factors> of(
                List<Expression> product, Covariance covariance, Function times, Function step, boolean signs) {
            List<Expression> linear = new ArrayList<>();
            List<Expression> steps = new ArrayList<>();
            for (Expression factor : product) {
                boolean kink = factor instanceof Apply a && (a.function() == times || a.function() == step);
                Expression argument = kink ? ((Apply) factor).arguments().get(0) : factor;
                if (!isForm(argument, covariance)) {
                    return Optional.empty();
                }
                if (kink) {
                    steps.add(argument);
                }
                if (!kink || ((Apply) factor).function() == times) {
                    linear.add(argument);
                }
            }
            return steps.isEmpty() ? Optional.empty() : Optional.of(new Factors(linear, steps, signs));
        }

        private static boolean isForm(Expression e, Covariance covariance) {
            return AffineForm.of(e, covariance).isPresent();
        }
    }

    private static List<Expression> with(List<Expression> some, Expression one) {
        List<Expression> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    private static List<Expression> without(List<Expression> some, Expression one) {
        List<Expression> fewer = new ArrayList<>(some);
        fewer.remove(one);
        return fewer;
    }
}

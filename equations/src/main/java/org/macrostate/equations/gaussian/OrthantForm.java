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
 * positive: moments of a truncated normal law. Stein's lemma removes one linear factor after another, {@code E[u X] = E[u] E[X]
 * + Σ_w C(u,w) E[∂_w X] + Σ_f C(u,f) p(f) E[X/θ(f) | f = 0]} (G. M. Tallis, J. R. Stat. Soc. B 23, 223, 1961), so that the
 * formula holds for fields that coincide, too: given a field, the field itself is zero.
 */
public final class OrthantForm {
    private final Names names;

    /** What the parts are called, of fields given that others are zero. */
    public interface Names {
        Expression covariance(Expression a, Expression b, List<Expression> given);

        /** Zero if there are no means. */
        Expression mean(Expression a, List<Expression> given);

        /** The density at zero. */
        Expression density(Expression a, List<Expression> given);

        /** The probability that all of at least one field are positive. */
        Expression positive(List<Expression> fields, List<Expression> given);

        /** {@code E[u θ(f) θ(g) …]}, of at least one field that is positive. */
        Expression truncated(Expression u, List<Expression> fields, List<Expression> given);
    }

    private OrthantForm(Names names) {
        this.names = names;
    }

    /** The mean of a product of fields and steps. */
    public static Expression mean(List<Expression> linear, List<Expression> steps, Names names) {
        return new OrthantForm(names).mean(linear, steps, List.of());
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
            terms.add(Times.of(names.covariance(u, f, given), names.density(f, given), inner));
        }
        return Plus.of(terms);
    }

    private Expression positive(List<Expression> steps, List<Expression> given) {
        return steps.isEmpty() ? Rational.ONE : names.positive(steps, given);
    }

    /** What {@link Names#truncated} is, in probabilities. */
    public static Expression written(Expression u, List<Expression> steps, Names names) {
        OrthantForm form = new OrthantForm(names);
        List<Expression> terms = new ArrayList<>();
        terms.add(names.mean(u, List.of()).times(form.positive(steps, List.of())));
        for (Expression f : steps) {
            Expression inner = form.positive(without(steps, f), List.of(f));
            terms.add(Times.of(names.covariance(u, f, List.of()), names.density(f, List.of()), inner));
        }
        return Plus.of(terms);
    }

    /** The factors of a product of variables, steps and ramps; empty of another. */
    public record Factors(List<Expression> linear, List<Expression> steps) {
        /** Each factor is a variable, with its mean or without, or a step or ramp of one; there is at least one of these. */
        public static Optional<Factors> of(List<Expression> product, Covariance covariance) {
            List<Expression> linear = new ArrayList<>();
            List<Expression> steps = new ArrayList<>();
            for (Expression factor : product) {
                boolean read = factor instanceof Apply a
                        ? readKink(a, covariance, linear, steps)
                        : isForm(factor, covariance) && linear.add(factor);
                if (!read) {
                    return Optional.empty();
                }
            }
            return steps.isEmpty() ? Optional.empty() : Optional.of(new Factors(linear, steps));
        }

        private static boolean readKink(
                Apply kink, Covariance covariance, List<Expression> linear, List<Expression> steps) {
            boolean ramp = kink.function() == Function.RAMP;
            Expression argument = kink.arguments().get(0);
            if ((!ramp && kink.function() != Function.UNIT_STEP) || !isForm(argument, covariance)) {
                return false;
            }
            steps.add(argument);
            return !ramp || linear.add(argument);
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

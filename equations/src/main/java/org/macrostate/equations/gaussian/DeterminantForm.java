package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * Means of products of bells, linear factors and up to two error functions, with determinants in place of nested Schur
 * complements: under bells {@code exp(−h²/(2s))} of variables H the covariance is {@code D[a,b|H]/D[H]}, where {@code D[H] =
 * det(s + C_HH)} and {@code D[a,b|H]} is that determinant bordered by the row of a and the column of b (J. J. Sylvester, Phil.
 * Mag. 1, 295, 1851; so written for erf by D. Saad and S. A. Solla, Phys. Rev. E 52, 4225, 1995). All bells and error functions
 * have the same width s.
 */
public final class DeterminantForm {
    private final Names names;
    private final Expression width;

    /** What determinants and means are called. */
    public interface Names {
        /** det(s + C) over at least one variable. */
        Expression determinant(List<Expression> over);

        /** The same, bordered by two variables; over none it is their covariance. */
        Expression bordered(Expression a, Expression b, List<Expression> over);

        /** The mean of a variable under the bells of others; zero if there are no means. */
        Expression mean(Expression a, List<Expression> under);

        /** The mean of the product of bells of at least one variable, over {@code s^(n/2)}. */
        Expression bells(List<Expression> of);
    }

    /**
     * A mean in determinants.
     *
     * @param width s, which all bells and error functions have
     */
    public record Value(Expression mean, Expression width) {}

    private DeterminantForm(Names names, Expression width) {
        this.names = names;
        this.width = width;
    }

    /** Empty for other factors, other widths, or variables that occur twice. */
    public static Optional<Value> of(List<Expression> factors, Covariance covariance, Names names) {
        FactorReader reader = new FactorReader(covariance);
        List<Factor> all = new ArrayList<>();
        for (Expression factor : factors) {
            Optional<List<Product>> read = reader.read(factor);
            if (read.isEmpty()
                    || read.get().size() != 1
                    || !read.get().get(0).coefficient().isOne()) {
                return Optional.empty();
            }
            all.addAll(read.get().get(0).factors());
        }
        List<Expression> widths =
                all.stream().flatMap(f -> width(f).stream()).distinct().toList();
        long variables = all.stream()
                .flatMap(f -> f.form().variable().stream())
                .distinct()
                .count();
        if (widths.size() != 1 || variables < all.size()) {
            return Optional.empty();
        }
        return new DeterminantForm(names, widths.get(0)).of(all).map(mean -> new Value(mean, widths.get(0)));
    }

    private static Optional<Expression> width(Factor factor) {
        if (factor instanceof Factor.Bell bell) {
            return Optional.of(bell.width());
        }
        return factor instanceof Factor.ErrorFunction erf ? Optional.of(erf.spread()) : Optional.empty();
    }

    private Optional<Expression> of(List<Factor> factors) {
        List<Expression> bells = new ArrayList<>();
        List<Expression> linear = new ArrayList<>();
        List<Expression> errors = new ArrayList<>();
        for (Factor factor : factors) {
            List<Expression> kind = factor instanceof Factor.Bell
                    ? bells
                    : factor instanceof Factor.Linear ? linear : factor instanceof Factor.ErrorFunction ? errors : null;
            if (kind == null) {
                return Optional.empty();
            }
            kind.add(factor.form().variable().orElseThrow());
        }
        return mean(bells, linear, errors);
    }

    /** By Stein's lemma until at most two error functions are left under bells. */
    private Optional<Expression> mean(List<Expression> bells, List<Expression> linear, List<Expression> errors) {
        if (linear.isEmpty()) {
            return errors(bells, errors).map(norm(bells)::times);
        }
        Expression first = linear.get(0);
        List<Expression> rest = linear.subList(1, linear.size());
        List<Expression> terms = new ArrayList<>();
        boolean complete = add(terms, names.mean(first, bells), mean(bells, rest, errors));
        for (Expression other : rest) {
            Expression pair = names.bordered(first, other, bells).over(determinant(bells));
            complete &= add(terms, pair, mean(bells, without(rest, other), errors));
        }
        for (Expression error : errors) {
            Expression slope = Power.sqrt(Expression.of(2)).over(Power.sqrt(Constant.PI.times(width)));
            Expression pair = names.bordered(first, error, bells).over(determinant(bells));
            complete &= add(terms, slope.times(pair), mean(with(bells, error), rest, without(errors, error)));
        }
        return complete ? Optional.of(Plus.of(terms)) : Optional.empty();
    }

    private static boolean add(List<Expression> terms, Expression factor, Optional<Expression> mean) {
        mean.ifPresent(value -> terms.add(factor.times(value)));
        return mean.isPresent() || factor.isZero();
    }

    private Expression norm(List<Expression> bells) {
        return bells.isEmpty()
                ? Rational.ONE
                : Power.of(Power.sqrt(width), bells.size()).times(names.bells(bells));
    }

    /** The mean of error functions under bells. */
    private Optional<Expression> errors(List<Expression> bells, List<Expression> errors) {
        return switch (errors.size()) {
            case 0 -> Optional.of(Rational.ONE);
            case 1 -> Optional.of(error(bells, errors.get(0)));
            case 2 -> Optional.of(signs(bells, errors.get(0), errors.get(1)));
            default -> Optional.empty();
        };
    }

    private Expression error(List<Expression> bells, Expression a) {
        Expression widths = Power.sqrt(Expression.of(2).times(determinant(with(bells, a))));
        return Apply.of(Function.ERF, scaledMean(bells, a).over(widths));
    }

    private Expression signs(List<Expression> bells, Expression a, Expression b) {
        Expression meanA = scaledMean(bells, a);
        Expression meanB = scaledMean(bells, b);
        Expression detA = determinant(with(bells, a));
        Expression detB = determinant(with(bells, b));
        Expression both = names.bordered(a, b, bells);
        if (!meanA.isZero() || !meanB.isZero()) {
            return Apply.of(Function.MEAN_OF_SIGNS, meanA, meanB, detA, both, detB);
        }
        Expression angle = Apply.of(Function.ARC_SIN, both.over(Power.sqrt(detA.times(detB))));
        return Expression.of(2).times(angle).over(Constant.PI);
    }

    /** In units in which the covariance of two variables is their bordered determinant. */
    private Expression scaledMean(List<Expression> bells, Expression a) {
        return names.mean(a, bells).times(Power.sqrt(determinant(bells)));
    }

    private Expression determinant(List<Expression> over) {
        return over.isEmpty() ? Rational.ONE : names.determinant(over);
    }

    private static List<Expression> with(List<Expression> some, Expression one) {
        List<Expression> more = new ArrayList<>(some);
        more.add(one);
        more.sort(null);
        return more;
    }

    private static List<Expression> without(List<Expression> some, Expression one) {
        List<Expression> fewer = new ArrayList<>(some);
        fewer.remove(one);
        return fewer;
    }

    /** det(s + C) over variables: written out for two and three, by Sylvester's identity for more. */
    public static Expression written(List<Expression> over, Expression width, Covariance c, Names names) {
        Expression f = over.get(0);
        if (over.size() == 1) {
            return width.plus(c.of(f, f));
        }
        Expression g = over.get(1);
        Expression alone = names.determinant(List.of(f));
        Expression second = names.determinant(List.of(g));
        Expression fg = c.of(f, g);
        if (over.size() == 2) {
            return alone.times(second).minus(Power.of(fg, 2));
        }
        if (over.size() == 3) {
            Expression h = over.get(2);
            Expression third = names.determinant(List.of(h));
            Expression fh = c.of(f, h);
            Expression gh = c.of(g, h);
            return Plus.of(
                    Times.of(alone, second, third),
                    Times.of(Expression.of(2), fg, fh, gh),
                    alone.times(Power.of(gh, 2)).negate(),
                    second.times(Power.of(fh, 2)).negate(),
                    third.times(Power.of(fg, 2)).negate());
        }
        List<Expression> inner = over.subList(0, over.size() - 2);
        Expression a = over.get(over.size() - 2);
        Expression b = over.get(over.size() - 1);
        return names.determinant(with(inner, a))
                .times(names.determinant(with(inner, b)))
                .minus(Power.of(names.bordered(a, b, inner), 2))
                .over(names.determinant(inner));
    }

    /** The same, bordered by the row of one variable and the column of another. */
    public static Expression written(
            Expression a, Expression b, List<Expression> over, Expression width, Covariance c, Names names) {
        if (over.isEmpty()) {
            return c.of(a, b);
        }
        Expression f = over.get(0);
        Expression alone = names.determinant(List.of(f));
        if (over.size() == 1) {
            return alone.times(c.of(a, b)).minus(c.of(f, a).times(c.of(f, b)));
        }
        if (over.size() == 2) {
            Expression g = over.get(1);
            return Plus.of(
                    names.determinant(over).times(c.of(a, b)),
                    Times.of(alone, c.of(g, a), c.of(g, b)).negate(),
                    Times.of(names.determinant(List.of(g)), c.of(f, a), c.of(f, b))
                            .negate(),
                    c.of(f, g)
                            .times(c.of(f, a).times(c.of(g, b)).plus(c.of(f, b).times(c.of(g, a)))));
        }
        List<Expression> inner = over.subList(0, over.size() - 1);
        Expression last = over.get(over.size() - 1);
        return names.determinant(over)
                .times(names.bordered(a, b, inner))
                .minus(names.bordered(a, last, inner).times(names.bordered(b, last, inner)))
                .over(names.determinant(inner));
    }

    /** The mean under the bells of at least one variable, by those under fewer. */
    public static Expression writtenMean(Expression a, List<Expression> under, Names names) {
        List<Expression> fewer = under.subList(0, under.size() - 1);
        Expression last = under.get(under.size() - 1);
        Expression gain = names.bordered(a, last, fewer).over(names.determinant(under));
        return names.mean(a, fewer).minus(gain.times(names.mean(last, fewer)));
    }

    /** The mean of bells over {@code s^(n/2)}, by that of fewer. */
    public static Expression writtenBells(List<Expression> of, Names names) {
        List<Expression> fewer = of.subList(0, of.size() - 1);
        Expression last = of.get(of.size() - 1);
        Expression before = fewer.isEmpty() ? Rational.ONE : names.determinant(fewer);
        Expression all = names.determinant(of);
        Expression exponent = before.times(Power.of(names.mean(last, fewer), 2))
                .over(Expression.of(2).times(all))
                .negate();
        Expression bell = Apply.of(Function.EXP, exponent);
        return fewer.isEmpty()
                ? bell.over(Power.sqrt(all))
                : Times.of(names.bells(fewer), bell, Power.sqrt(before)).over(Power.sqrt(all));
    }
}

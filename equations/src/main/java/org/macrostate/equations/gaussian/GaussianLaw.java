package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * A centred Gaussian law: the covariance of the fields, changed by one vector after another (rank-one updates):
 * {@code C'(a,b) = C(a,b) − gain C(a,h) C(b,h)}.
 */
final class GaussianLaw {
    /** Below this fraction of its unconditioned value a conditioned variance counts as zero. */
    private static final Expression NOTHING = Power.of(Expression.of(10), -13);

    /** Squared correlations closer to one than this are one. */
    private static final Expression COINCIDENCE = Power.of(Expression.of(10), -10);

    private final Covariance base;
    private final PartNames names;
    private final List<Update> updates;

    private record Update(LinearForm form, Expression gain, boolean fixed) {}

    GaussianLaw(Covariance base, PartNames names) {
        this(base, names, List.of());
    }

    private GaussianLaw(Covariance base, PartNames names, List<Update> updates) {
        this.base = base;
        this.names = names;
        this.updates = List.copyOf(updates);
    }

    /** True once a variable was fixed: forms that coincide with it have no variance left. */
    private boolean isConditioned() {
        return updates.stream().anyMatch(Update::fixed);
    }

    Expression covariance(LinearForm a, LinearForm b) {
        boolean fixed = updates.stream()
                .filter(Update::fixed)
                .anyMatch(u -> u.form().equals(a) || u.form().equals(b));
        return fixed ? Rational.ZERO : covariance(a, b, updates.size());
    }

    private Expression covariance(LinearForm a, LinearForm b, int level) {
        if (level == 0) {
            return a.covariance(b, base);
        }
        Update last = updates.get(level - 1);
        Expression withA = covariance(a, last.form(), level - 1);
        Expression withB = a.equals(b) ? withA : covariance(b, last.form(), level - 1);
        Expression left =
                covariance(a, b, level - 1).minus(last.gain().times(withA).times(withB));
        if (last.fixed()) {
            return named("V", left, "covariance given that a field is zero");
        }
        return isTabled(left) ? names.part("V", left, "covariance under the weight of a bell") : left;
    }

    /** True if it takes a value for each node of a formula: parts of it serve many nodes of other formulas. */
    static boolean isTabled(Expression value) {
        return Expansion.contains(value, e -> e instanceof Symbol s && s.kind() == Kind.TABLE);
    }

    /** A name for what guards make long. */
    Expression named(String wanted, Expression value, String meaning) {
        boolean guarded = Expansion.contains(
                value,
                e -> (e instanceof Apply a && a.function() == Function.IF)
                        || (e instanceof Symbol s && s.kind() == Kind.PIECE));
        return guarded && !(value instanceof Symbol) ? names.part(wanted, value, meaning) : value;
    }

    Expression variance(LinearForm h) {
        return covariance(h, h);
    }

    /** The law under the weight exp(−h²/(2 width)): {@code C' = C − C h hᵀ C/(width + C_hh)}. */
    GaussianLaw tilted(LinearForm h, Expression width) {
        return with(new Update(h, Power.of(width.plus(variance(h)), -1), false));
    }

    /** The law given h = 0: {@code C' = C − C h hᵀ C/C_hh}. */
    GaussianLaw given(LinearForm h) {
        Expression gain = where(h, Power.of(safeVariance(h), -1));
        return with(new Update(h, named("G", gain, "inverse variance of a field, 0 if it has none"), true));
    }

    /**
     * The expression where the variance of h is not zero, else zero: h may coincide with what was conditioned on, or its
     * vector may be zero.
     */
    Expression where(LinearForm h, Expression expression) {
        return varies(h)
                .map(condition -> Apply.of(Function.IF, condition, expression, Rational.ZERO))
                .orElse(expression);
    }

    /**
     * The variance of h, to divide by under {@link #where}: one where conditions leave nothing, so that derivatives exist,
     * too. Without conditions a variance is zero only of a zero vector, where none do.
     */
    Expression safeVariance(LinearForm h) {
        Expression variance = variance(h);
        if (!isConditioned()) {
            return variance;
        }
        Expression safe = varies(h)
                .map(condition -> Apply.of(Function.IF, condition, variance, Rational.ONE))
                .orElse(variance);
        return named("N", safe, "variance given that a field is zero, 1 if none is left");
    }

    /**
     * The expression times the sign of their covariance where two forms that coincide were both fixed, else zero; zero in a
     * law without conditions.
     */
    Expression whereBothVanish(LinearForm a, LinearForm b, Expression expression) {
        Optional<Expression> someA = varies(a);
        Optional<Expression> someB = varies(b);
        if (!isConditioned() || someA.isEmpty() || someB.isEmpty()) {
            return Rational.ZERO;
        }
        Expression covariance = a.covariance(b, base);
        Expression bound =
                Rational.ONE.minus(COINCIDENCE).times(a.covariance(a, base)).times(b.covariance(b, base));
        Expression coincide = Apply.of(Function.LESS, bound, Power.of(covariance, 2));
        Expression value = expression.times(Apply.of(Function.SIGN, covariance));
        Expression vanish = Apply.of(
                Function.AND, Apply.of(Function.NOT, someA.get()), Apply.of(Function.NOT, someB.get()), coincide);
        return Apply.of(Function.IF, vanish, value, Rational.ZERO);
    }

    /** The condition that h varies; none if it always does. */
    private Optional<Expression> varies(LinearForm h) {
        Expression variance = variance(h);
        if (variance instanceof Rational r && r.value().signum() > 0) {
            return Optional.empty();
        }
        Expression least = isConditioned() ? NOTHING.times(h.covariance(h, base)) : Rational.ZERO;
        return Optional.of(Apply.of(Function.LESS, least, variance));
    }

    private GaussianLaw with(Update update) {
        List<Update> more = new ArrayList<>(updates);
        more.add(update);
        return new GaussianLaw(base, names, more);
    }
}

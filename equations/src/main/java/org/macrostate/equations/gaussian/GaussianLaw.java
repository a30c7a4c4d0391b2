package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * A centred Gaussian law: the covariance of the fields, changed by one vector after another (rank-one updates):
 * {@code C'(a,b) = C(a,b) − gain C(a,h) C(b,h)}.
 */
final class GaussianLaw {
    private final Covariance base;
    private final PartNames names;
    private final List<Update> updates;

    private record Update(LinearForm form, Expression gain, boolean fixed) {}

    /** A value in terms of a law and forms. */
    private interface Formula {
        Expression of(GaussianLaw law, List<LinearForm> forms);
    }

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
        if (fixed) {
            return Rational.ZERO;
        }
        if (updates.isEmpty()) {
            return a.covariance(b, base);
        }
        if (updates.get(updates.size() - 1).fixed()) {
            return statistic(Statistic.Kind.COVARIANCE, List.of(a, b), GaussianLaw::updated);
        }
        Expression left = updated(List.of(a, b));
        return isTabled(left) ? names.part("V", left, "covariance under the weight of a bell") : left;
    }

    private Expression updated(List<LinearForm> forms) {
        Update last = updates.get(updates.size() - 1);
        GaussianLaw before = new GaussianLaw(base, names, updates.subList(0, updates.size() - 1));
        LinearForm a = forms.get(0);
        LinearForm b = forms.get(1);
        Expression withA = before.covariance(a, last.form());
        Expression withB = a.equals(b) ? withA : before.covariance(b, last.form());
        return before.covariance(a, b).minus(last.gain().times(withA).times(withB));
    }

    /** True if it takes a value for each node of a formula: parts of it serve many nodes of other formulas. */
    static boolean isTabled(Expression value) {
        return Expansion.contains(value, e -> e instanceof Symbol s && s.kind() == Kind.TABLE);
    }

    /** True if guards, or names of what has some, make it long. */
    static boolean isGuarded(Expression value) {
        return !(value instanceof Symbol)
                && Expansion.contains(
                        value,
                        e -> (e instanceof Apply a && a.function() == Function.IF)
                                || Guarded.is(e)
                                || (e instanceof Symbol s && s.kind() == Kind.PIECE));
    }

    /** Under a name that all variables of these families share, where the law is one of variables given others. */
    private Expression statistic(Statistic.Kind kind, List<LinearForm> forms, Formula formula) {
        List<LinearForm> known = updates.stream().map(Update::form).toList();
        boolean plain = updates.stream().allMatch(Update::fixed)
                && forms.stream().allMatch(f -> f.variable().isPresent())
                && known.stream().allMatch(f -> f.variable().isPresent());
        if (!plain) {
            Expression value = formula.of(this, forms);
            return isGuarded(value) && !isTabled(value) ? names.part(kind.letter(), value, kind.words()) : value;
        }
        return names.statistic(
                new Statistic(kind, variables(forms), variables(known)),
                s -> formula.of(
                        given(s.given()), s.fields().stream().map(this::form).toList()));
    }

    private static List<Expression> variables(List<LinearForm> forms) {
        return forms.stream().map(f -> f.variable().orElseThrow()).toList();
    }

    private GaussianLaw given(List<Expression> known) {
        GaussianLaw law = new GaussianLaw(base, names);
        for (Expression variable : known) {
            law = law.given(form(variable));
        }
        return law;
    }

    private LinearForm form(Expression variable) {
        return LinearForm.of(variable, base).orElseThrow();
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
        return with(new Update(h, guarded(Function.VARIANCE_INVERSE, h), true));
    }

    /** The density of h at zero: 0 where h itself is zero, as sign(0) = 0 does not jump. */
    Expression density(LinearForm h) {
        return statistic(
                Statistic.Kind.DENSITY,
                List.of(h),
                (law, forms) -> law.guarded(Function.DENSITY_AT_ZERO, forms.get(0)));
    }

    /** The mean of two signs; error functions are signs of a form with more variance. */
    Expression signs(Factor h, Factor g) {
        if (h instanceof Factor.Sign && g instanceof Factor.Sign) {
            return statistic(
                    Statistic.Kind.SIGNS,
                    List.of(h.form(), g.form()),
                    (law, forms) -> law.arcsine(new Factor.Sign(forms.get(0)), new Factor.Sign(forms.get(1))));
        }
        Expression value = arcsine(h, g);
        return isGuarded(value) && !isTabled(value) ? names.part("S", value, Statistic.Kind.SIGNS.words()) : value;
    }

    /** The mean of the signs of variables, by a rule. */
    Expression signs(List<Factor> signs, BiFunction<GaussianLaw, List<Factor>, Expression> rule) {
        boolean errors = !signs.stream().allMatch(Factor.Sign.class::isInstance);
        return errors
                ? rule.apply(this, signs)
                : statistic(
                        Statistic.Kind.SIGNS,
                        signs.stream().map(Factor::form).toList(),
                        (law, forms) -> rule.apply(
                                law,
                                forms.stream().<Factor>map(Factor.Sign::new).toList()));
    }

    private Expression arcsine(Factor h, Factor g) {
        Expression covariance = covariance(h.form(), g.form());
        Expression v = ArcsineLaw.spread(h, this);
        Expression w = ArcsineLaw.spread(g, this);
        if (alwaysVaries(h) && alwaysVaries(g)) {
            Expression angle =
                    Apply.of(Function.ARC_SIN, covariance.over(Power.sqrt(v).times(Power.sqrt(w))));
            return Expression.of(2).over(Constant.PI).times(angle);
        }
        return isConditioned()
                ? Apply.of(
                        Function.SIGN_MEAN, covariance, v, w, h.form().covariance(g.form(), base), scale(h), scale(g))
                : Apply.of(Function.SIGN_MEAN, covariance, v, w);
    }

    private boolean alwaysVaries(Factor factor) {
        return factor instanceof Factor.ErrorFunction
                || (variance(factor.form()) instanceof Rational r && r.value().signum() > 0);
    }

    private Expression scale(Factor factor) {
        return factor instanceof Factor.ErrorFunction
                ? Rational.ZERO
                : factor.form().covariance(factor.form(), base);
    }

    /** A function of the variance of h, and of the variance before anything was known. */
    private Expression guarded(Function function, LinearForm h) {
        Expression variance = variance(h);
        Apply apply =
                new Apply(function, isConditioned() ? List.of(variance, h.covariance(h, base)) : List.of(variance));
        boolean certain = variance instanceof Rational r && r.value().signum() > 0;
        return certain ? Guarded.definition(apply).orElseThrow() : apply;
    }

    /**
     * The expression where the variance of h is not zero, else zero: h may coincide with what was conditioned on, or its
     * vector may be zero.
     */
    Expression where(LinearForm h, Expression expression) {
        Optional<Expression> scale = isConditioned() ? Optional.of(h.covariance(h, base)) : Optional.empty();
        return Guarded.where(variance(h), scale, expression, Rational.ZERO);
    }

    private GaussianLaw with(Update update) {
        List<Update> more = new ArrayList<>(updates);
        more.add(update);
        return new GaussianLaw(base, names, more);
    }
}

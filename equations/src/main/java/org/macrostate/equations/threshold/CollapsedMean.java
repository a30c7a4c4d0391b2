package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Derivative;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NoElementaryForm;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Switches;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Expectations that are integrated when they are evaluated, at a state where the fields that functions depend on have no variance,
 * as at a collapsed one: there {@code E[f(u)] = f(0)}, and {@code ∂E[f]/∂C_ij = ∂_i ∂_j f(0)}, half of it for i = j (R. Price, IRE
 * Trans. Inf. Theory 4, 69, 1958), exactly. Fields outside of functions may have a variance: f is linear in them. Signs of a field that varies are taken out
 * first ({@link SignOfNoise}).
 */
final class CollapsedMean {
    private final Expression body;
    private final int own;
    private final List<List<ExactDual>> covariance = new ArrayList<>();
    private final Function<Expression, ExactDual> value;

    private CollapsedMean(Expression body, Apply mean, Function<Expression, ExactDual> value) {
        this.value = value;
        List<Expression> x = mean.arguments();
        this.body = body;
        own = ((Rational) x.get(1)).value().getNumeratorAsInt();
        int next = 3;
        while (next < x.size()) {
            List<ExactDual> row = new ArrayList<>();
            for (int j = 0; j <= covariance.size(); j++) {
                row.add(value.apply(x.get(next++)));
            }
            covariance.add(row);
        }
    }

    /**
     * The value and its gradient.
     *
     * @param value evaluates an expression in order parameters and parameters at the state
     * @throws NoElementaryForm if a field in a function varies at the state, or a function has a kink there
     */
    static ExactDual of(Apply mean, Function<Expression, ExactDual> value) {
        Expression body = mean.arguments().get(0);
        if (Switches.of(body).stream().noneMatch(zero -> Expansion.contains(zero, CollapsedMean::isPlace))) {
            return new CollapsedMean(body, mean, value).smooth(mean);
        }
        SignOfNoise sign = SignOfNoise.in(body).orElseThrow(() -> none(mean));
        ExactDual even = new CollapsedMean(sign.even(), mean, value).smooth(mean);
        return even.plus(new CollapsedMean(sign.odd(), mean, value).timesSign(sign.of(), mean));
    }

    private static NoElementaryForm none(Apply mean) {
        return new NoElementaryForm("an expectation has no exact value here: " + ExpressionText.of(mean));
    }

    private ExactDual smooth(Apply mean) {
        requireVanishing(mean);
        return value();
    }

    /**
     * E[sign(μ + l) f] of a field l that varies and has no covariance with others at the state, where μ vanishes: to first order
     * {@code √(2/π) (μ f(0) + Σ_i C_il ∂_i f(0))/√C_ll}.
     */
    private ExactDual timesSign(Expression of, Apply mean) {
        requireVanishing(mean);
        ExactDual shift = value.apply(nowhere(of));
        ExactDual variance = null;
        List<ExactDual> with = new ArrayList<>();
        for (int i = 0; i < covariance.size(); i++) {
            ExactDual sum = ExactDual.constant(shift.value().field().zero());
            for (int j = 0; j < covariance.size(); j++) {
                sum = sum.plus(slope(of, j, mean).times(covariance(i, j)));
            }
            with.add(sum);
            ExactDual share = slope(of, i, mean).times(sum);
            variance = variance == null ? share : variance.plus(share);
        }
        if (variance == null || variance.value().isZero() || !shift.value().isZero()) {
            throw none(mean);
        }
        ExactDual sum = at(body).times(shift);
        for (int i = 0; i < covariance.size(); i++) {
            ExactDual slope = at(Derivative.of(body, place(i)));
            if (!slope.isZero() && !with.get(i).value().isZero()) {
                throw none(mean);
            }
            sum = sum.plus(slope.times(with.get(i)));
        }
        Expression width = Times.of(Constant.PI, variance.value().toExpression(), Rational.HALF);
        return sum.times(value.apply(Power.of(Power.sqrt(width), -1)));
    }

    /** Of an affine form. */
    private ExactDual slope(Expression form, int i, Apply mean) {
        Expression slope = Derivative.of(form, place(i));
        if (Expansion.contains(slope, CollapsedMean::isPlace)) {
            throw none(mean);
        }
        return value.apply(slope);
    }

    private ExactDual covariance(int i, int j) {
        return covariance.get(Math.max(i, j)).get(Math.min(i, j));
    }

    private void requireVanishing(Apply mean) {
        boolean vanish = true;
        for (int i = 0; i < covariance.size(); i++) {
            for (int j = 0; j <= Math.min(i, own - 1); j++) {
                vanish &= covariance.get(i).get(j).value().isZero() || isLinear(i, j);
            }
        }
        if (!vanish) {
            throw none(mean);
        }
    }

    /** Whether there is no term in which both fields stand, or one of them twice: then their covariance does not enter. */
    private boolean isLinear(int i, int j) {
        return Derivative.of(Derivative.of(body, place(i)), place(j)).isZero()
                && Derivative.of(Derivative.of(body, place(j)), place(j)).isZero();
    }

    static boolean isPlace(Expression e) {
        return e instanceof Symbol s && s.kind() == Kind.FIELD && s.name().startsWith(Apply.PLACE);
    }

    private static Symbol place(int i) {
        return new Symbol(Kind.FIELD, Apply.PLACE + (i + 1), List.of());
    }

    private ExactDual value() {
        ExactDual total = at(body);
        for (int i = 0; i < covariance.size(); i++) {
            for (int j = 0; j <= i; j++) {
                ExactDual entry = covariance.get(i).get(j);
                if (!entry.gradient().isEmpty()) {
                    Expression mixed = Derivative.of(Derivative.of(body, place(i)), place(j));
                    RationalFunction slope = at(mixed).value();
                    RationalFunction half = i == j ? slope.times(slope.field().number(new BigFraction(1, 2))) : slope;
                    total = total.plus(entry.mapped(slope.field().zero(), half));
                }
            }
        }
        return total;
    }

    /** The mean of a function: fields in it vanish or enter as they are, with mean zero, and of those outside pairs are left, which have covariances. */
    private ExactDual at(Expression function) {
        return value.apply(collapsed(function));
    }

    private static Expression nowhere(Expression affine) {
        return Substitution.atoms(atom -> isPlace(atom) ? Rational.ZERO : atom).in(affine);
    }

    private Expression collapsed(Expression function) {
        Substitution collapsed = Substitution.atoms(atom -> {
            if (!isPlace(atom)) {
                return atom;
            }
            String[] pair =
                    ((Symbol) atom).name().substring(Apply.PLACE.length()).split("_", -1);
            return pair.length == 1
                    ? Rational.ZERO
                    : covariance
                            .get(Integer.parseInt(pair[0]) - 1)
                            .get(Integer.parseInt(pair[1]) - 1)
                            .value()
                            .toExpression();
        });
        return collapsed.in(function);
    }
}

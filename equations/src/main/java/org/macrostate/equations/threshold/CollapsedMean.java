package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Derivative;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NoElementaryForm;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Switches;
import org.macrostate.equations.tensor.Symbol;

/**
 * Expectations that are integrated when they are evaluated, at a state where the fields that functions depend on have no variance,
 * as at a collapsed one: there {@code E[f(u)] = f(0)}, and {@code ∂E[f]/∂C_ij = ∂_i ∂_j f(0)}, half of it for i = j (R. Price, IRE
 * Trans. Inf. Theory 4, 69, 1958), exactly. Fields outside of functions may have a variance: f is linear in them.
 */
final class CollapsedMean {
    private final Expression body;
    private final int own;
    private final List<List<ExactDual>> covariance = new ArrayList<>();
    private final Function<Expression, ExactDual> value;

    private CollapsedMean(Apply mean, Function<Expression, ExactDual> value) {
        this.value = value;
        List<Expression> x = mean.arguments();
        body = x.get(0);
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
        CollapsedMean collapsed = new CollapsedMean(mean, value);
        collapsed.requireExact(mean);
        return collapsed.value();
    }

    private void requireExact(Apply mean) {
        boolean vanish = true;
        for (int i = 0; i < covariance.size(); i++) {
            for (int j = 0; j <= Math.min(i, own - 1); j++) {
                vanish &= covariance.get(i).get(j).value().isZero() || isLinear(i, j);
            }
        }
        boolean kinked = Switches.of(body).stream().anyMatch(zero -> Expansion.contains(zero, CollapsedMean::isPlace));
        if (!vanish || kinked) {
            throw new NoElementaryForm("an expectation has no exact value here: " + ExpressionText.of(mean));
        }
    }

    /** Whether there is no term in which both fields stand, or one of them twice: then their covariance does not enter. */
    private boolean isLinear(int i, int j) {
        return Derivative.of(Derivative.of(body, place(i)), place(j)).isZero()
                && Derivative.of(Derivative.of(body, place(j)), place(j)).isZero();
    }

    private static boolean isPlace(Expression e) {
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
        return value.apply(collapsed.in(function));
    }
}

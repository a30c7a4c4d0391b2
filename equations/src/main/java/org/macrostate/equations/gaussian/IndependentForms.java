package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/**
 * Linear forms as combinations of independent standard normal variables, by a Cholesky decomposition in the forms' order.
 * A form that the earlier ones determine gets no variable of its own. Its covariance may then be differentiated only along
 * directions that keep it determined.
 */
final class IndependentForms {
    /** No strip is without any width: a node on the jump of a sign would have the sign of nothing. */
    private static final Expression SOME = Power.of(Expression.of(10), -30);

    /** Where no node is. */
    private static final Expression BEYOND = Expression.of(1000);

    private final List<LinearForm> forms;
    private final Covariance covariance;
    private final PartNames names;
    private final List<Expression> inverseRoots = new ArrayList<>();
    private final List<List<Expression>> rows = new ArrayList<>();

    IndependentForms(List<LinearForm> forms, Covariance covariance, PartNames names) {
        this.forms = forms;
        this.covariance = covariance;
        this.names = names;
        forms.forEach(this::add);
    }

    /** Form {@code i} at points of the independent variables. */
    Expression value(int i, List<Expression> points) {
        return combined(rows.get(i), points);
    }

    /** Where the independent variable {@code i} must be for form {@code i} to have a value; 0 if it has no variable. */
    Expression solved(int i, Expression value, List<Expression> points) {
        Expression before = combined(rows.get(i).subList(0, i), points);
        return value.minus(before).times(inverseRoots.get(i));
    }

    /**
     * Of two forms, where the first variable must be for the second form to have one of the values, the second variable
     * being within ±{@code far}: both ends, which meet where the first form determines the second. None if they are
     * independent.
     */
    List<Expression> strips(Collection<Expression> values, int far) {
        return rows.get(1).get(0).isZero()
                ? List.of()
                : values.stream().flatMap(value -> strip(value, far)).toList();
    }

    private Stream<Expression> strip(Expression value, int far) {
        Expression slope = rows.get(1).get(0);
        Expression varies = Apply.of(Function.LESS, Rational.ZERO, Power.of(slope, 2));
        Expression safe = Apply.of(Function.IF, varies, slope, Rational.ONE);
        Expression width = rows.get(1).get(1).times(Expression.of(far)).plus(SOME);
        return Stream.of(value.minus(width), value.plus(width))
                .map(end -> Apply.of(Function.IF, varies, end.over(safe), BEYOND));
    }

    /** E[h | forms] at points of the independent variables. */
    Expression mean(LinearForm h, List<Expression> points) {
        return combined(row(h, forms.size()), points);
    }

    /** Cov[h, g | forms]. */
    Expression conditionalCovariance(LinearForm h, LinearForm g) {
        return rest(h, g, row(h, forms.size()), row(g, forms.size()));
    }

    private void add(LinearForm form) {
        List<Expression> row = row(form, rows.size());
        Expression variance = form.covariance(form, covariance);
        Expression pivot = names.part("P", rest(form, form, row, row), "variance that the forms before leave");
        if (pivot instanceof Rational r && r.value().signum() > 0) {
            inverseRoots.add(Power.of(Power.sqrt(pivot), -1));
            row.add(Power.sqrt(pivot));
        } else {
            List<Expression> scaled = rows.isEmpty() ? List.of(pivot) : List.of(pivot, variance);
            inverseRoots.add(Apply.of(Function.VARIANCE_INVERSE_ROOT, scaled));
            row.add(names.part("L", Apply.of(Function.VARIANCE_ROOT, scaled), "its root"));
        }
        rows.add(row);
    }

    /** Coefficients of h on the first independent variables: {@code (C(h, f_i) − Σ_j h_j L_ij)/L_ii}. */
    private List<Expression> row(LinearForm h, int count) {
        List<Expression> row = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Expression left = h.covariance(forms.get(i), covariance);
            for (int j = 0; j < i; j++) {
                left = left.minus(row.get(j).times(rows.get(i).get(j)));
            }
            row.add(names.part("L", left.times(inverseRoots.get(i)), "coefficient of an independent variable"));
        }
        return row;
    }

    private Expression rest(LinearForm h, LinearForm g, List<Expression> hRow, List<Expression> gRow) {
        Expression rest = h.covariance(g, covariance);
        for (int i = 0; i < hRow.size(); i++) {
            rest = rest.minus(hRow.get(i).times(gRow.get(i)));
        }
        return rest;
    }

    private static Expression combined(List<Expression> row, List<Expression> points) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            terms.add(row.get(i).times(points.get(i)));
        }
        return Plus.of(terms);
    }
}

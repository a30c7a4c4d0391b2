package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Finds the linear forms that functions depend on: {@code Tanh[a h + b]} is a function of h, {@code Log[1 + Exp[-h - g]]}
 * of {@code h + g}. Each form stands as a place holder in what remains of the function.
 */
final class FieldForms {
    private static final Set<Function> KINKED = Set.of(
            Function.SIGN, Function.UNIT_STEP, Function.ABS, Function.RAMP, Function.MIN, Function.MAX, Function.FLOOR);

    private final Covariance covariance;
    private final Map<Expression, Symbol> places = new LinkedHashMap<>();
    private final Map<Expression, LinearForm> forms = new LinkedHashMap<>();
    private final Set<Expression> kinked = new HashSet<>();

    FieldForms(Covariance covariance) {
        this.covariance = covariance;
    }

    /** The distinct forms with their place holders, those with kinks first. */
    Map<Symbol, LinearForm> found() {
        Map<Symbol, LinearForm> found = new LinkedHashMap<>();
        places.forEach((form, place) -> {
            if (kinked.contains(form)) {
                found.put(place, forms.get(form));
            }
        });
        places.forEach((form, place) -> found.putIfAbsent(place, forms.get(form)));
        return found;
    }

    boolean isKinked(Symbol place) {
        return places.entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals(place) && kinked.contains(entry.getKey()));
    }

    /** Whether an expression is a function with a kink, or a condition. */
    static boolean isKinked(Expression e) {
        return e instanceof Apply a
                && (KINKED.contains(a.function()) || a.function().isCondition());
    }

    /** Whether a multiple of a form is one of the forms. */
    boolean isKnown(LinearForm form) {
        boolean one = isOneVariable(form.terms());
        return places.containsKey(
                one
                        ? form.terms().get(0).factors().get(0)
                        : normal(form.terms()).expression());
    }

    /** The place holder of a variable that is one of the forms. */
    Optional<Expression> place(Expression variable) {
        return Optional.ofNullable(places.get(variable));
    }

    /**
     * The function with place holders.
     *
     * @throws BadInput if it depends on as many fields as a sum has terms
     */
    Expression in(Expression e) {
        if (!depends(e)) {
            return e;
        }
        Optional<Expression> linear = linear(e);
        if (linear.isPresent()) {
            return linear.get();
        }
        if (e instanceof Apply a && KINKED.contains(a.function())) {
            a.arguments().forEach(this::markKinked);
        }
        if (e instanceof IndexSum sum) {
            OptionalInt terms = covariance.terms(sum.index().extent());
            if (terms.isPresent()) {
                return in(written(sum, terms.getAsInt()));
            }
        }
        if (!(e instanceof IndexSum) && !e.children().isEmpty()) {
            return Rebuilt.of(e, this::in);
        }
        throw new BadInput("the expectation of a function of the sum '" + covariance.told(List.of(e))
                + "' would need an integral over as many fields as the sum has terms");
    }

    /** An expression in which sums over fields to a known number are written out. */
    Expression written(Expression e) {
        if (!depends(e) || e.children().isEmpty()) {
            return e;
        }
        if (e instanceof IndexSum sum) {
            OptionalInt terms = covariance.terms(sum.index().extent());
            return terms.isPresent() ? written(written(sum, terms.getAsInt())) : e;
        }
        return Rebuilt.of(e, this::written);
    }

    /** Term by term. */
    private static Expression written(IndexSum sum, int terms) {
        List<Expression> all = new ArrayList<>();
        for (int i = 1; i <= terms; i++) {
            all.add(Substitution.index(sum.index(), new Position(i)).in(sum.body()));
        }
        return Plus.of(all);
    }

    private boolean depends(Expression e) {
        return Expansion.contains(e, covariance::isVariable);
    }

    /** A linear form plus a constant, with a place holder for the form. */
    private Optional<Expression> linear(Expression e) {
        boolean candidate =
                covariance.isVariable(e) || e instanceof Plus || e instanceof Times || e instanceof IndexSum;
        if (!candidate) {
            return Optional.empty();
        }
        return AffineForm.of(e, covariance)
                .map(affine -> affine.mean().plus(scaledPlace(affine.form().terms())));
    }

    /** A multiple of one variable is a function of that variable, and {@code g − h} one of {@code h − g}. */
    private Expression scaledPlace(List<Expansion.Monomial> terms) {
        if (isOneVariable(terms)) {
            Expression variable = terms.get(0).factors().get(0);
            LinearForm form = LinearForm.of(variable, covariance).orElseThrow();
            return terms.get(0).coefficient().times(placeOf(variable, form));
        }
        Expression number = new Rational(Times.number(terms.get(0).coefficient()));
        LinearForm form = normal(terms);
        return number.times(placeOf(form.expression(), form));
    }

    private static boolean isOneVariable(List<Expansion.Monomial> terms) {
        return terms.size() == 1 && terms.get(0).sums().isEmpty();
    }

    /** With the number one in front of the first term. */
    private static LinearForm normal(List<Expansion.Monomial> terms) {
        Expression number = new Rational(Times.number(terms.get(0).coefficient()));
        return new LinearForm(terms).scaled(Rational.ONE.over(number));
    }

    private Symbol placeOf(Expression key, LinearForm form) {
        forms.putIfAbsent(key, form);
        return places.computeIfAbsent(key, k -> new Symbol(Kind.FIELD, "#form" + places.size(), List.of()));
    }

    /** A kink at zero of one form; with a shift it is elsewhere, and no node would stand on it. */
    private void markKinked(Expression argument) {
        Expression inside = in(argument);
        Expression place = inside instanceof Times t
                ? t.factors().stream().filter(this::isPlace).findFirst().orElse(inside)
                : inside;
        places.forEach((form, symbol) -> {
            if (symbol.equals(place)) {
                kinked.add(form);
            }
        });
    }

    private boolean isPlace(Expression e) {
        return e instanceof Symbol s && places.containsValue(s);
    }
}

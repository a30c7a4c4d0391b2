package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * A form that is one of others: where {@code Σ_j Exp[h_j]} is written out, place by place, {@code h_k} beside it is {@code Σ_a δ_ka
 * h_a} over these, and no field of its own to integrate over.
 *
 * @param forms that are left, by their place holders
 * @param combinations what the place holders of the other forms are
 */
record WrittenCopies(Map<Symbol, LinearForm> forms, Map<Expression, Expression> combinations) {
    static WrittenCopies of(FieldForms all, Covariance covariance) {
        Map<Symbol, LinearForm> forms = new LinkedHashMap<>();
        Map<Expression, Expression> combinations = new LinkedHashMap<>();
        all.found().forEach((place, form) -> {
            Optional<Expression> combination =
                    form.variable().flatMap(variable -> combination(variable, all, covariance));
            combination.ifPresentOrElse(c -> combinations.put(place, c), () -> forms.put(place, form));
        });
        return new WrittenCopies(forms, combinations);
    }

    /** A variable in place holders that are left, if it is one of the forms. */
    Optional<Expression> value(Expression variable, FieldForms all, Covariance covariance) {
        Optional<Expression> place = all.place(variable);
        return place.isPresent() ? place.map(this::in) : combination(variable, all, covariance);
    }

    /** Of a variable with one running index; empty unless all its copies are forms. */
    private static Optional<Expression> combination(Expression variable, FieldForms all, Covariance covariance) {
        List<Index> running = Indices.of(variable).stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .distinct()
                .toList();
        OptionalInt copies =
                running.size() == 1 ? covariance.terms(running.get(0).extent()) : OptionalInt.empty();
        if (copies.isEmpty()) {
            return Optional.empty();
        }
        List<Expression> terms = new ArrayList<>();
        for (int i = 1; i <= copies.getAsInt(); i++) {
            Position position = new Position(i);
            Optional<Expression> place =
                    all.place(Substitution.index(running.get(0), position).in(variable));
            if (place.isEmpty()) {
                return Optional.empty();
            }
            terms.add(Times.of(Delta.of(running.get(0), position), place.get()));
        }
        return Optional.of(Plus.of(terms));
    }

    /** An expression in the place holders that are left. */
    Expression in(Expression e) {
        return combinations.isEmpty()
                ? e
                : Substitution.atoms(atom -> combinations.getOrDefault(atom, atom))
                        .in(e);
    }
}

package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/** Gives overlaps and fields the model's names, and indices letters a reader expects. */
final class Presentation {
    private final LearningProblem problem;
    private final Map<Set<String>, StateVariable> overlaps = new HashMap<>();
    private final IndexLetters letters;

    Presentation(LearningProblem problem, List<StateVariable> variables) {
        this.problem = problem;
        this.letters = new IndexLetters(problem);
        for (StateVariable variable : variables) {
            if (variable.isOverlap()) {
                overlaps.put(new HashSet<>(List.of(variable.left(), variable.right())), variable);
            }
        }
    }

    /** The variable with letters as its indices. */
    StateVariable variable(StateVariable v) {
        return new StateVariable(
                v.name(),
                v.kind(),
                letters.lettersFor(v.indices()),
                v.symmetric(),
                v.left(),
                v.right(),
                v.domain(),
                v.start());
    }

    NamedTerm piece(NamedTerm piece) {
        List<Index> shown = letters.lettersFor(piece.indices());
        return new NamedTerm(
                piece.name(),
                shown,
                formula(piece.value(), piece.indices(), shown),
                letters.inText(piece.meaning(), piece.indices(), shown),
                piece.rule(),
                piece.numerical(),
                piece.statistic().map(s -> statistic(s, piece.indices(), shown)));
    }

    private Statistic statistic(Statistic s, List<Index> own, List<Index> shown) {
        return new Statistic(
                s.kind(),
                s.fields().stream().map(f -> formula(f, own, shown)).toList(),
                s.given().stream().map(f -> formula(f, own, shown)).toList());
    }

    /** An expression whose free indices {@code own} are to be written {@code shown}. */
    Expression formula(Expression expression, List<Index> own, List<Index> shown) {
        Map<String, IndexTerm> replacements = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            replacements.put(own.get(i).name(), shown.get(i));
        }
        Expression renamed = Substitution.indices(replacements).in(expression);
        return letters.bound(Substitution.atoms(this::named).in(renamed));
    }

    List<Index> lettersFor(List<Index> own) {
        return letters.lettersFor(own);
    }

    private Expression named(Expression atom) {
        if (atom instanceof Overlap overlap) {
            return named(overlap);
        }
        if (atom instanceof Field field) {
            return problem.field(field.vector().family(), field.sample())
                    .<Expression>map(
                            f -> new Symbol(Kind.FIELD, f.name(), field.vector().indices()))
                    .orElse(field);
        }
        return atom;
    }

    private Expression named(Overlap overlap) {
        VectorTerm a = overlap.left();
        VectorTerm b = overlap.right();
        StateVariable variable = overlaps.get(new HashSet<>(List.of(a.family(), b.family())));
        if (variable == null) {
            return overlap;
        }
        boolean straight = a.family().equals(variable.left());
        List<IndexTerm> places = new ArrayList<>((straight ? a : b).indices());
        places.addAll((straight ? b : a).indices());
        if (variable.symmetric()) {
            places.sort(null);
        }
        return variable.at(places);
    }
}

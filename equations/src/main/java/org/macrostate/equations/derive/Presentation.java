package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.PerfectSquares;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/** Gives overlaps and fields the model's names, and indices letters a reader expects. */
final class Presentation {
    private final LearningProblem problem;
    private final Map<Set<String>, StateVariable> overlaps = new HashMap<>();
    /** Sums over blocks, by the name of the order parameter. */
    private final Map<String, NamedTerm> totals = new LinkedHashMap<>();

    private final IndexLetters letters;
    private final KnownConditions known;

    Presentation(LearningProblem problem, List<StateVariable> variables) {
        this.problem = problem;
        this.letters = new IndexLetters(problem);
        this.known = new KnownConditions(problem, variables);
        for (StateVariable variable : variables) {
            if (variable.isOverlap()) {
                overlaps.put(new HashSet<>(List.of(variable.left(), variable.right())), variable);
                if (variable.inBlocks()) {
                    totals.put(variable.name(), total(variable));
                }
            }
        }
    }

    private NamedTerm total(StateVariable variable) {
        Index block = Fresh.index(variable.indices().get(0).extent());
        List<Index> copies = variable.indices().subList(1, variable.indices().size());
        List<IndexTerm> places = new ArrayList<>(List.of(block));
        places.addAll(copies);
        return NamedTerm.of(
                variable.name() + "_total",
                copies,
                IndexSum.of(block, variable.at(places)),
                variable.left() + " . " + variable.right() + ", over all blocks");
    }

    /** The variable with letters as its indices. */
    StateVariable variable(StateVariable v) {
        return v.with(letters.lettersFor(v.indices()));
    }

    /** The named parts in the model's own words, after the sums over blocks that they and the equations are in. */
    List<NamedTerm> pieces(List<NamedTerm> own) {
        List<NamedTerm> all = new ArrayList<>();
        totals.values().forEach(total -> all.add(piece(total)));
        own.forEach(piece -> all.add(piece(piece)));
        return all;
    }

    NamedTerm piece(NamedTerm piece) {
        List<Index> shown = letters.lettersFor(piece.indices());
        Expression value = formula(piece.value(), piece.indices(), shown);
        known.named(piece.name(), value);
        return new NamedTerm(
                piece.name(),
                shown,
                value,
                letters.inText(piece.meaning(), piece.indices(), shown),
                piece.rule(),
                piece.numerical(),
                piece.statistic().map(s -> statistic(s, piece.indices(), shown)),
                piece.integrand().map(f -> formula(f, piece.indices(), shown)),
                piece.call().map(c -> c.with(e -> formula(e, piece.indices(), shown))));
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
        return PerfectSquares.in(
                known.in(letters.bound(Substitution.atoms(this::named).in(renamed))));
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
                    .<Expression>map(f -> new Symbol(Kind.FIELD, f.name(), Indices.of(field)))
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
        if (variable.symmetric() && IndexTerm.compare(b.indices(), a.indices()) < 0) {
            Collections.rotate(places, b.indices().size());
        }
        if (variable.inBlocks() && overlap.block().isEmpty()) {
            NamedTerm total = Objects.requireNonNull(totals.get(variable.name()));
            return new Symbol(Kind.PIECE, total.name(), places);
        }
        places.addAll(0, overlap.block());
        return variable.at(places);
    }
}

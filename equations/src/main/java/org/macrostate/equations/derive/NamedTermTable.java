package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.gaussian.Evaluation;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Names the parts of a system that are worth a name, so that equations stay readable and each part is computed once. A
 * part of one term without a sum is written out where it stands.
 */
final class NamedTermTable {
    private final List<NamedTerm> pieces = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Statistic> statistics = new HashMap<>();
    private final Set<String> taken;

    private record Definition(List<Index> indices, Expression shown) {}

    NamedTermTable(LearningProblem problem) {
        taken = namesOf(problem);
    }

    List<NamedTerm> pieces() {
        return pieces;
    }

    List<Table> tables() {
        return tables;
    }

    /** A table of these numbers, the same one for the same numbers. */
    Table table(String wanted, List<Double> values, String meaning) {
        return tables.stream()
                .filter(t -> t.values().equals(values))
                .findFirst()
                .orElseGet(() -> {
                    Table table = new Table(free(wanted), values, meaning);
                    tables.add(table);
                    return table;
                });
    }

    boolean knows(String key) {
        return definitions.containsKey(key);
    }

    /** How many pieces have names that begin so. */
    long count(String prefix) {
        return pieces.stream().filter(p -> p.name().startsWith(prefix)).count();
    }

    /** What a piece is of fields, if anything. */
    Optional<Statistic> statistic(Expression e) {
        return e instanceof Symbol s && s.kind() == Kind.PIECE
                ? Optional.ofNullable(statistics.get(s.name()))
                : Optional.empty();
    }

    /** All names that something has. */
    Set<String> names() {
        return Set.copyOf(taken);
    }

    /** A name that nothing else has. */
    String free(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** Remembers a part under a key; names it if it is worth it. */
    void define(String key, String wantedName, List<Index> indices, Expression value, String meaning) {
        Expression compact = CommonFactor.pullOut(value);
        if (isShort(compact)) {
            definitions.put(key, new Definition(indices, compact));
        } else {
            name(key, wantedName, indices, compact, meaning);
        }
    }

    /** Remembers a part under a key and names it, unless it is a number or an atom. */
    void name(String key, String wantedName, List<Index> indices, Expression value, String meaning) {
        name(key, wantedName, indices, new Evaluation(value, "", false), meaning);
    }

    /** Remembers a statistic of fields, unless it is a number. */
    void name(
            String key, String wantedName, List<Index> indices, Expression value, String meaning, Statistic statistic) {
        Expression compact = CommonFactor.pullOut(value);
        if (isConstant(compact)) {
            definitions.put(key, new Definition(indices, compact));
            return;
        }
        String name = free(wantedName);
        statistics.put(name, statistic);
        pieces.add(NamedTerm.of(name, indices, compact, meaning).of(Optional.of(statistic)));
        definitions.put(key, new Definition(indices, new Symbol(Kind.PIECE, name, List.copyOf(indices))));
    }

    private static boolean isConstant(Expression e) {
        boolean atom = e instanceof Rational || e instanceof Constant;
        return atom || (!e.children().isEmpty() && e.children().stream().allMatch(NamedTermTable::isConstant));
    }

    /** Remembers what a rule gave, likewise. */
    void name(String key, String wantedName, List<Index> indices, Evaluation evaluation, String meaning) {
        name(key, wantedName, indices, evaluation, meaning, Rational.ONE);
    }

    /**
     * @param product whose mean was taken
     * @return its name, if it has one
     */
    Optional<String> name(
            String key,
            String wantedName,
            List<Index> indices,
            Evaluation evaluation,
            String meaning,
            Expression product) {
        Expression compact = CommonFactor.pullOut(evaluation.value());
        boolean part = compact instanceof Symbol s
                && s.kind() == Kind.PIECE
                && statistic(s).isEmpty()
                && !product.isOne();
        if (compact.children().isEmpty() && !part) {
            definitions.put(key, new Definition(indices, compact));
            return Optional.empty();
        }
        String name = free(wantedName);
        boolean integrated = evaluation.numerical() && Expansion.contains(compact, NamedTermTable::isIntegral);
        Optional<Expression> integrand = integrated ? Optional.of(product) : Optional.empty();
        pieces.add(NamedTerm.of(name, indices, compact, meaning)
                .by(evaluation.rule(), evaluation.numerical())
                .integrating(integrand));
        definitions.put(key, new Definition(indices, new Symbol(Kind.PIECE, name, List.copyOf(indices))));
        return Optional.of(name);
    }

    /** The part at given places: its name there, or the part itself where it has none. */
    Expression at(String key, List<? extends IndexTerm> places) {
        Definition definition = definitions.get(key);
        if (definition == null) {
            throw new IllegalStateException("no part is known as " + key);
        }
        Map<String, IndexTerm> replacements = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            replacements.put(definition.indices().get(i).name(), places.get(i));
        }
        return Substitution.indices(replacements).in(definition.shown());
    }

    /** An integral when it is evaluated, or nodes of a formula for one. */
    private static boolean isIntegral(Expression e) {
        return (e instanceof Apply a && a.function() == Function.GAUSSIAN_MEAN)
                || (e instanceof Symbol s && s.kind() == Kind.TABLE);
    }

    private static boolean isShort(Expression value) {
        if (value instanceof Plus || hasSum(value)) {
            return false;
        }
        return value.children().stream()
                .noneMatch(child -> child instanceof Plus p && p.terms().size() > 2);
    }

    private static boolean hasSum(Expression e) {
        return e instanceof IndexSum || e.children().stream().anyMatch(NamedTermTable::hasSum);
    }

    private static Set<String> namesOf(LearningProblem problem) {
        Set<String> names = new HashSet<>(problem.names());
        problem.order().forEach(overlap -> names.add(overlap.name()));
        problem.observables().forEach(observable -> names.add(observable.name()));
        return names;
    }
}

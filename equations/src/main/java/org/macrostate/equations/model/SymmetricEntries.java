package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Whether a matrix given as an expression in its indices is symmetric, entry by entry: {@code g[i] KroneckerDelta[i,j]} is,
 * though the expression is another one with its indices exchanged. Entries that differ as expressions are compared at random
 * values of their parameters.
 */
record SymmetricEntries(Expression value, List<Index> row, List<Index> column) {
    /** Rows and columns that are looked at, whatever the size, which users may change. */
    private static final int ROWS = 8;

    private static final int POINTS = 3;

    /** Of the values' size: a few roundings. */
    private static final double ROUNDING = 1e-12;

    /**
     * Refuses a matrix that is not symmetric. Looked at are the first rows and those that the expression names, as in {@code
     * KroneckerDelta[i,7]}: among others it says the same of all.
     *
     * @throws BadInput naming the entries that differ
     */
    void require(String what) {
        List<Index> own = new ArrayList<>(row);
        own.addAll(column);
        List<Index> opposite = new ArrayList<>(column);
        opposite.addAll(row);
        Expression turned = Substitution.indices(own, opposite).in(value);
        if (turned.equals(value)) {
            return;
        }
        List<List<Position>> rows = List.of(List.of());
        for (Index index : row) {
            rows = rows.stream()
                    .flatMap(first -> rows(index).stream().map(place -> joined(first, List.of(new Position(place)))))
                    .toList();
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                requireEqual(rows.get(i), rows.get(j), what);
            }
        }
    }

    private static List<Position> joined(List<Position> first, List<Position> second) {
        List<Position> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String shown(List<Position> row, List<Position> column) {
        return joined(row, column).stream()
                .map(p -> Integer.toString(p.value()))
                .collect(Collectors.joining(","));
    }

    private void requireEqual(List<Position> i, List<Position> j, String what) {
        Expression entry = at(i, j);
        Expression opposite = at(j, i);
        if (!entry.equals(opposite) && !agree(entry, opposite)) {
            throw new BadInput(what + " must be symmetric, but entry " + shown(i, j) + " is " + ExpressionText.of(entry)
                    + " and entry " + shown(j, i) + " is " + ExpressionText.of(opposite));
        }
    }

    /** None beyond a size that cannot be changed. */
    private SortedSet<Integer> rows(Index index) {
        SortedSet<Integer> rows = new TreeSet<>();
        for (int i = 1; i <= ROWS; i++) {
            rows.add(i);
        }
        addNamed(value, rows);
        return index.extent() instanceof Rational size
                ? rows.headSet(size.value().getNumeratorAsInt() + 1)
                : rows;
    }

    private static void addNamed(Expression e, SortedSet<Integer> rows) {
        for (IndexTerm place : Indices.of(e)) {
            if (place instanceof Position p) {
                rows.addAll(List.of(p.value(), p.value() + 1));
            }
        }
        e.children().forEach(child -> addNamed(child, rows));
    }

    private Expression at(List<Position> i, List<Position> j) {
        return Substitution.indices(row, i).in(Substitution.indices(column, j).in(value));
    }

    /** At random values; not if one of them is no elementary function of parameters. */
    private static boolean agree(Expression one, Expression other) {
        Random random = new Random(19);
        for (int point = 0; point < POINTS; point++) {
            Map<Symbol, Double> values = new HashMap<>();
            collect(one, values, random);
            collect(other, values, random);
            double difference;
            double size;
            try {
                double first = NumericValue.of(one, values);
                difference = first - NumericValue.of(other, values);
                size = Math.max(1, Math.abs(first));
            } catch (IllegalArgumentException e) {
                return false;
            }
            if (!(Math.abs(difference) <= ROUNDING * size)) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Expression e, Map<Symbol, Double> values, Random random) {
        if (e instanceof Symbol s) {
            values.computeIfAbsent(s, symbol -> 0.5 + random.nextDouble());
        }
        e.children().forEach(child -> collect(child, values, random));
    }
}

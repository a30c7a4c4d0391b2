package org.macrostate.equations.model;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Whether a matrix given as an expression in its indices is symmetric, entry by entry: {@code g[i] KroneckerDelta[i,j]} is,
 * though the expression is another one with its indices exchanged. Entries that differ as expressions are compared at random
 * values of their parameters.
 */
record SymmetricEntries(Expression value, Index row, Index column) {
    /** An expression that is asymmetric somewhere is so among a few first rows and columns. */
    private static final int ROWS = 6;

    private static final int POINTS = 3;

    /** Of the values' size: a few roundings. */
    private static final double ROUNDING = 1e-12;

    static SymmetricEntries in(Expression value, Index row, Index column) {
        return new SymmetricEntries(value, row, column);
    }

    /**
     * Refuses a matrix that is not symmetric.
     *
     * @param rows how many it has, if that is known
     * @throws BadInput naming the entries that differ
     */
    void require(OptionalInt rows, String what) {
        Expression turned = Substitution.indices(Map.of(row.name(), column, column.name(), row))
                .in(value);
        if (turned.equals(value)) {
            return;
        }
        int size = Math.min(ROWS, rows.orElse(ROWS));
        for (int i = 1; i <= size; i++) {
            for (int j = i + 1; j <= size; j++) {
                Expression entry = at(i, j);
                Expression opposite = at(j, i);
                if (!entry.equals(opposite) && !agree(entry, opposite)) {
                    throw new BadInput(what + " must be symmetric, but entry " + i + "," + j + " is "
                            + ExpressionText.of(entry) + " and entry " + j + "," + i + " is "
                            + ExpressionText.of(opposite));
                }
            }
        }
    }

    private Expression at(int i, int j) {
        return Substitution.indices(Map.of(row.name(), new Position(i), column.name(), new Position(j)))
                .in(value);
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

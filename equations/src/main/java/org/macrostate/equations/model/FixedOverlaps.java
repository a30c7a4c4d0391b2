package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;

/**
 * The overlaps of the vectors of a fixed family: among themselves, {@code value} in the indices row and column, and with those of other
 * fixed families.
 *
 * @param row the indices of one vector, as many as its family has
 * @param column those of the other
 * @param others with families declared before; with all others they are zero
 */
public record FixedOverlaps(List<Index> row, List<Index> column, Expression value, List<Others> others) {
    /**
     * With the vectors of another family.
     *
     * @param row the indices of the family that states it
     * @param column the indices of the other family
     */
    public record Others(String family, List<Index> row, List<Index> column, Expression value) {
        public Others {
            row = List.copyOf(row);
            column = List.copyOf(column);
        }
    }

    public FixedOverlaps {
        row = List.copyOf(row);
        column = List.copyOf(column);
        others = List.copyOf(others);
    }

    /** Among themselves only. */
    public FixedOverlaps(List<Index> row, List<Index> column, Expression value) {
        this(row, column, value, List.of());
    }

    /** Of two of these vectors; of a family without copies the lists are empty. */
    public Expression at(List<? extends IndexTerm> left, List<? extends IndexTerm> right) {
        if (left.isEmpty()) {
            return value;
        }
        boolean turned = IndexTerm.compare(right, left) < 0;
        return placed(value, row, turned ? right : left, column, turned ? left : right);
    }

    /** Of two vectors of fixed families, of one or of different ones. */
    public static Expression of(
            Declaration.Vectors left,
            List<? extends IndexTerm> i,
            Declaration.Vectors right,
            List<? extends IndexTerm> j) {
        FixedOverlaps own = left.fixed().orElseThrow();
        return left.name().equals(right.name())
                ? own.at(i, j)
                : between(left.name(), own, i, right.name(), right.fixed().orElseThrow(), j);
    }

    /**
     * Of a vector of one fixed family with one of another.
     *
     * @param left the first family, with its overlaps
     */
    public static Expression between(
            String leftFamily,
            FixedOverlaps left,
            List<? extends IndexTerm> i,
            String rightFamily,
            FixedOverlaps right,
            List<? extends IndexTerm> j) {
        Optional<Others> stated = left.with(rightFamily);
        if (stated.isPresent()) {
            return placed(
                    stated.get().value(), stated.get().row(), i, stated.get().column(), j);
        }
        return right.with(leftFamily)
                .map(o -> placed(o.value(), o.row(), j, o.column(), i))
                .orElse(Rational.ZERO);
    }

    private Optional<Others> with(String family) {
        return others.stream().filter(o -> o.family().equals(family)).findFirst();
    }

    private static Expression placed(
            Expression value,
            List<Index> row,
            List<? extends IndexTerm> i,
            List<Index> column,
            List<? extends IndexTerm> j) {
        List<Index> own = new ArrayList<>(row);
        own.addAll(column);
        List<IndexTerm> places = new ArrayList<>(i);
        places.addAll(j);
        return Substitution.indices(own, places).in(value);
    }
}

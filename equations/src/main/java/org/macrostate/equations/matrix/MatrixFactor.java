package org.macrostate.equations.matrix;

import java.util.List;

/** A factor in a product of matrices. */
public sealed interface MatrixFactor {
    /** A named quantity with two indices. */
    record Named(String name, boolean transposed) implements MatrixFactor {}

    /** The diagonal matrix of a named quantity with one index. */
    record Diagonal(String name) implements MatrixFactor {}

    /** A named quantity with one index, as a column. */
    record Column(String name) implements MatrixFactor {}

    /** The same as a row. */
    record Row(String name) implements MatrixFactor {}

    record Identity() implements MatrixFactor {}

    /** A sum in brackets. */
    record Bracket(MatrixSum sum) implements MatrixFactor {}

    /** The transpose, given which matrices are symmetric. */
    default MatrixFactor transpose(java.util.Set<String> symmetric) {
        if (this instanceof Named n) {
            return symmetric.contains(n.name()) ? n : new Named(n.name(), !n.transposed());
        }
        if (this instanceof Column c) {
            return new Row(c.name());
        }
        if (this instanceof Row r) {
            return new Column(r.name());
        }
        return this instanceof Bracket b
                ? new Bracket(new MatrixSum(b.sum().terms().stream()
                        .map(t -> t.transpose(symmetric))
                        .toList()))
                : this;
    }

    /** Factors in turned order, each transposed. */
    static List<MatrixFactor> transpose(List<MatrixFactor> factors, java.util.Set<String> symmetric) {
        List<MatrixFactor> turned = new java.util.ArrayList<>();
        for (MatrixFactor factor : factors) {
            turned.add(0, factor.transpose(symmetric));
        }
        return turned;
    }
}

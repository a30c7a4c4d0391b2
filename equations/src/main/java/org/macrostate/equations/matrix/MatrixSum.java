package org.macrostate.equations.matrix;

import java.util.List;

/** A sum of products of matrices. */
public record MatrixSum(List<MatrixProduct> terms) {
    public MatrixSum {
        terms = List.copyOf(terms);
    }
}

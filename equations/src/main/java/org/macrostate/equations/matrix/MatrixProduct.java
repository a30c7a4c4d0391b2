package org.macrostate.equations.matrix;

import java.util.List;
import java.util.Set;
import org.macrostate.equations.tensor.Expression;

/**
 * A product of matrices with a number before it.
 *
 * @param coefficient without indices
 */
public record MatrixProduct(Expression coefficient, List<MatrixFactor> factors) {
    public MatrixProduct {
        factors = List.copyOf(factors);
    }

    MatrixProduct transpose(Set<String> symmetric) {
        return new MatrixProduct(coefficient, MatrixFactor.transpose(factors, symmetric));
    }
}

package org.macrostate.equations.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.TermOrder;

/** Expressions with one or two free indices as sums of products of matrices. */
final class MatrixConversion {
    private final Set<String> symmetric;

    /** @param symmetric names of symmetric matrices; grows as more are found */
    MatrixConversion(Set<String> symmetric) {
        this.symmetric = symmetric;
    }

    /** The matrix or column with these elements; empty if its terms are no products of matrices. */
    Optional<MatrixSum> of(Expression value, List<Index> free) {
        try {
            return Optional.of(sum(value, free));
        } catch (IndexChain.NoProduct stop) {
            return Optional.empty();
        }
    }

    private MatrixSum sum(Expression value, List<Index> free) {
        List<Expression> terms = value instanceof Plus p ? TermOrder.forReading(p.terms()) : List.of(value);
        List<MatrixProduct> products = new ArrayList<>();
        for (Expression term : terms) {
            products.add(product(term, free));
        }
        return new MatrixSum(products);
    }

    private MatrixProduct product(Expression term, List<Index> free) {
        IndexChain chain = new IndexChain(term, symmetric);
        Optional<Plus> bracket = chain.onlySum();
        if (bracket.isPresent()) {
            return new MatrixProduct(chain.coefficient(), List.of(new MatrixFactor.Bracket(sum(bracket.get(), free))));
        }
        List<MatrixFactor> factors = free.size() == 2
                ? chain.matrix(free.get(0).name(), free.get(1).name())
                : chain.column(free.get(0).name());
        return new MatrixProduct(chain.coefficient(), factors);
    }

    /** True if transposing changes nothing but the order of terms. */
    boolean isSymmetric(MatrixSum sum) {
        Set<MatrixProduct> terms = new HashSet<>(sum.terms());
        Set<MatrixProduct> turned = new HashSet<>();
        sum.terms().forEach(t -> turned.add(t.transpose(symmetric)));
        return terms.equals(turned);
    }
}

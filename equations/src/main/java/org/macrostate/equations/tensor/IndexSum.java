package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code Σ_{i=1}^{extent} body}; the body is one term that depends on the index in every factor. */
public record IndexSum(Index index, Expression body) implements IndexBinder {

    /** Distributes over terms, pulls constant factors out, contracts deltas, and names the index canonically. */
    public static Expression of(Index index, Expression body) {
        if (body instanceof Plus p) {
            return Plus.of(p.terms().stream().map(term -> of(index, term)).toList());
        }
        Optional<Expression> contracted = Contraction.contract(index, body);
        if (contracted.isPresent()) {
            return contracted.get();
        }
        Optional<Plus> opened = Contraction.opened(index, body);
        if (opened.isPresent()) {
            return of(index, opened.get());
        }
        List<Expression> outside = new ArrayList<>();
        List<Expression> inside = new ArrayList<>();
        for (Expression factor : Times.factorsOf(body)) {
            (Indices.free(factor).contains(index.name()) ? inside : outside).add(factor);
        }
        if (inside.isEmpty()) {
            return Times.of(index.extent(), body);
        }
        outside.add(nested(index, Times.of(inside)));
        return Times.of(outside);
    }

    /** Nested sums stand in the order of their extents, so that equal double sums are equal. */
    private static Expression nested(Index index, Expression body) {
        if (body instanceof IndexSum inner && inner.index().extent().compareTo(index.extent()) < 0) {
            Index moved = Fresh.index(inner.index().extent());
            return of(moved, of(index, Substitution.index(inner.index(), moved).in(inner.body())));
        }
        return canonical(index, body);
    }

    /** Sums over several indices, the last innermost. */
    public static Expression of(List<Index> indices, Expression body) {
        Expression sum = body;
        for (int i = indices.size() - 1; i >= 0; i--) {
            sum = of(indices.get(i), sum);
        }
        return sum;
    }

    /** The bound index gets the first internal name that is neither free nor bound inside, so that equal sums are equal. */
    private static Expression canonical(Index index, Expression body) {
        Index renamed = unused(index, body);
        return new IndexSum(renamed, Substitution.index(index, renamed).in(body));
    }

    /** The index under the first internal name that is neither free nor bound in the body. */
    static Index unused(Index index, Expression body) {
        TreeSet<String> taken = new TreeSet<>(Indices.all(body));
        taken.remove(index.name());
        int n = 1;
        while (taken.contains(Indices.internal(n))) {
            n++;
        }
        return index.renamed(Indices.internal(n));
    }

    @Override
    public Expression over(Index other, Expression inside) {
        return of(other, inside);
    }

    @Override
    public Expression shown(Index other, Expression inside) {
        return new IndexSum(other, inside);
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.sum(this);
    }

    @Override
    public List<Expression> children() {
        return List.of(body);
    }
}

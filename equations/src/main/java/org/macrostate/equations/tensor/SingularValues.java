package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The sum of singular values of matrices with one or two rows or columns: the length of a vector, and
 * {@code √(|A|² + 2 s_1 s_2)} with {@code (s_1 s_2)² = det AAᵀ}, the sum of the squares of all 2 × 2 minors (Cauchy and Binet).
 */
final class SingularValues {
    private SingularValues() {}

    static Optional<Expression> sum(List<List<Expression>> matrix) {
        return sum(matrix, Power::sqrt);
    }

    /** The same with roots of {@code Max[0, x]}, whose slope is taken to be zero where x vanishes. */
    static Optional<Expression> clamped(List<List<Expression>> matrix) {
        return sum(matrix, x -> Power.sqrt(Apply.of(Function.MAX, Rational.ZERO, x)));
    }

    private static Optional<Expression> sum(List<List<Expression>> matrix, UnaryOperator<Expression> root) {
        List<List<Expression>> flat = flat(matrix);
        if (flat.size() > 2) {
            return Optional.empty();
        }
        if (flat.size() == 1) {
            return Optional.of(length(flat.get(0), root));
        }
        Expression squares = Plus.of(
                flat.stream().flatMap(List::stream).map(e -> Power.of(e, 2)).toList());
        Expression product = length(minors(flat.get(0), flat.get(1)), root);
        return Optional.of(root.apply(squares.plus(Expression.of(2).times(product))));
    }

    /**
     * The derivative of the sum along other elements. Where a singular value vanishes, the sum has a kink, and this is the
     * sum over the others.
     */
    static Optional<Expression> slope(List<List<Expression>> along, List<List<Expression>> matrix) {
        List<List<Expression>> flat = flat(matrix);
        List<List<Expression>> by = flat(along);
        if (flat.size() > 2) {
            return Optional.empty();
        }
        if (flat.size() == 1) {
            return Optional.of(lengthSlope(flat.get(0), by.get(0)));
        }
        List<Expression> minors = minors(flat.get(0), flat.get(1));
        List<Expression> left = minors(by.get(0), flat.get(1));
        List<Expression> right = minors(flat.get(0), by.get(1));
        List<Expression> change = new ArrayList<>();
        for (int i = 0; i < minors.size(); i++) {
            change.add(left.get(i).plus(right.get(i)));
        }
        Expression dot = dot(flat.get(0), by.get(0)).plus(dot(flat.get(1), by.get(1)));
        return sum(matrix).map(norm -> ratio(dot.plus(lengthSlope(minors, change)), norm));
    }

    /** With no more rows than columns. */
    private static List<List<Expression>> flat(List<List<Expression>> matrix) {
        if (matrix.size() <= matrix.get(0).size()) {
            return matrix;
        }
        List<List<Expression>> transposed = new ArrayList<>();
        for (int j = 0; j < matrix.get(0).size(); j++) {
            int column = j;
            transposed.add(matrix.stream().map(row -> row.get(column)).toList());
        }
        return transposed;
    }

    private static Expression length(List<Expression> vector, UnaryOperator<Expression> root) {
        return vector.size() == 1 ? Apply.of(Function.ABS, vector.get(0)) : root.apply(dot(vector, vector));
    }

    /** Zero where the length is. */
    private static Expression ratio(Expression of, Expression length) {
        return Apply.of(Function.IF, Apply.of(Function.LESS, Rational.ZERO, length), of.over(length), Rational.ZERO);
    }

    private static Expression lengthSlope(List<Expression> vector, List<Expression> along) {
        return vector.size() == 1
                ? Apply.of(Function.SIGN, vector.get(0)).times(along.get(0))
                : ratio(dot(vector, along), length(vector, Power::sqrt));
    }

    private static Expression dot(List<Expression> a, List<Expression> b) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            terms.add(a.get(i).times(b.get(i)));
        }
        return Plus.of(terms);
    }

    /** {@code a_i b_j − a_j b_i} for each pair of columns {@code i < j}. */
    private static List<Expression> minors(List<Expression> a, List<Expression> b) {
        List<Expression> minors = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            for (int j = i + 1; j < a.size(); j++) {
                minors.add(a.get(i).times(b.get(j)).minus(a.get(j).times(b.get(i))));
            }
        }
        return minors;
    }
}

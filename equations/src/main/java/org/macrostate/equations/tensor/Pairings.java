package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pairings of the rows and columns of a matrix, each at most once and as many as there can be, one after the other. */
final class Pairings {
    private Pairings() {}

    /** The largest sum over a pairing; empty if there are more pairings than this. */
    static Optional<Expression> best(List<List<Expression>> matrix, int most) {
        Set<Expression> sums = new LinkedHashSet<>();
        for (List<Integer> pairing : of(matrix.size(), matrix.get(0).size(), most)) {
            sums.add(sum(matrix, pairing));
        }
        return sums.isEmpty() ? Optional.empty() : Optional.of(largest(List.copyOf(sums)));
    }

    private static Expression largest(List<Expression> values) {
        return values.size() == 1 ? values.get(0) : Apply.of(Function.MAX, values);
    }

    /** The sum of the values over the pairing that is best of the matrix: the first, if several are. */
    static Optional<Expression> paired(List<List<Expression>> values, List<List<Expression>> matrix, int most) {
        Expression chosen = Rational.ZERO;
        Expression value = Rational.ZERO;
        boolean any = false;
        for (List<Integer> pairing : of(matrix.size(), matrix.get(0).size(), most)) {
            Expression next = sum(matrix, pairing);
            Expression then = sum(values, pairing);
            if (any && !next.equals(chosen)) {
                value = then.equals(value)
                        ? value
                        : Apply.of(Function.IF, Apply.of(Function.LESS, chosen, next), then, value);
                chosen = Apply.of(Function.MAX, chosen, next);
            } else if (!any) {
                chosen = next;
                value = then;
            }
            any = true;
        }
        return any ? Optional.of(value) : Optional.empty();
    }

    private static Expression sum(List<List<Expression>> matrix, List<Integer> pairing) {
        List<Expression> terms = new ArrayList<>();
        boolean tall = matrix.size() > matrix.get(0).size();
        for (int i = 0; i < pairing.size(); i++) {
            int other = pairing.get(i);
            terms.add(tall ? matrix.get(other).get(i) : matrix.get(i).get(other));
        }
        return Plus.of(terms);
    }

    /** For each of the fewer ones its partner, in lexical order; none if there are more pairings than this. */
    private static List<List<Integer>> of(int rows, int columns, int most) {
        int fewer = Math.min(rows, columns);
        int more = Math.max(rows, columns);
        double count = 1;
        for (int i = 0; i < fewer; i++) {
            count *= more - i;
        }
        List<List<Integer>> all = new ArrayList<>();
        if (count <= most) {
            extend(new ArrayList<>(), fewer, more, all);
        }
        return all;
    }

    private static void extend(List<Integer> begun, int fewer, int more, List<List<Integer>> all) {
        if (begun.size() == fewer) {
            all.add(List.copyOf(begun));
            return;
        }
        for (int partner = 0; partner < more; partner++) {
            if (!begun.contains(partner)) {
                begun.add(partner);
                extend(begun, fewer, more, all);
                begun.remove(begun.size() - 1);
            }
        }
    }
}
